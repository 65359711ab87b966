// The pictures of the guide, from the real window with the sample newsroom, in the order in
// which the guide's people work: into docs/guide/pictures/LANG.
//
//   make screenshots                                 all of them, after those of the README
//   make screenshots VIEWS=review LANGUAGES=fa       one; what is before it is done all the same
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { begin, wear } from '../harness/desk.mjs';
import { path } from '../harness/paths.mjs';
import { Window } from '../harness/window.mjs';
import { editing } from './guideEditing.mjs';
import { translating } from './guideTranslating.mjs';
import { writing } from './guideWriting.mjs';
import { calm, chosen, compact, DESK } from './picture.mjs';

const room = await mkdtemp(join(tmpdir(), 'khabar-guide-'));
try {
  for (const lang of ['en', 'fa']) {
    if (chosen('LANGUAGES', [lang]).includes(lang)) await photograph(lang);
  }
} finally {
  await rm(room, { recursive: true, force: true });
}

async function photograph(lang) {
  const folder = join(path.root, 'docs/guide/pictures', lang);
  await mkdir(folder, { recursive: true });
  const window = await Window.open({ lang: `${lang}.UTF-8` });
  const picture = async (name) => {
    if (!chosen('VIEWS', [name]).includes(name)) return;
    await calm(window);
    await compact(window, join(folder, `${name}.png`));
  };
  try {
    await window.find('[data-view=start]');
    await window.fill('[data-field=name]', DESK[lang]);
    await picture('start');
    await begin(window, { name: DESK[lang], sample: true });
    await wear(window, 'light');
    for (const scenes of [writing, translating, editing]) {
      for (const [name, scene] of Object.entries(scenes)) {
        await scene(window, lang, room);
        await picture(name);
        await window.press('Escape');
      }
    }
  } finally {
    await window.close();
  }
}
