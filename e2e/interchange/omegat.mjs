// OmegaT without its window: a project in a folder, and what it does with it.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const JAR = '/usr/share/omegat/OmegaT.jar'; // as Debian and Ubuntu install it

/** A project that translates whole units. */
export class Project {
  /** Makes one in a new folder. */
  static async create(folder, from, to) {
    for (const part of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary', 'home'])
      await mkdir(join(folder, part), { recursive: true });
    const places = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'];
    await writeFile(
      join(folder, 'omegat.project'),
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">${places.map((place) => `<${place}>__DEFAULT__</${place}>`).join('')}
<source_lang>${from}</source_lang><target_lang>${to}</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
    );
    return new Project(folder);
  }

  constructor(folder) {
    this.folder = folder;
  }

  in(...parts) {
    return join(this.folder, ...parts);
  }

  /** Writes what it takes out of the sources as a memory in which everything is translated by itself. */
  async segments(file) {
    await this.#run('console-createpseudotranslatetmx', `--pseudotranslatetmx=${file}`, '--pseudotranslatetype=equal');
  }

  /** Writes the sources into its folder target, translated by the memories in tm/auto. */
  translate() {
    return this.#run('console-translate');
  }

  #run(mode, ...options) {
    const home = this.in('home');
    return execute('java', [
      '-Djava.awt.headless=true', `-Duser.home=${home}`, '-jar', JAR, this.folder,
      `--config-dir=${home}`, `--mode=${mode}`, ...options,
    ]);
  }
}

/** One of the files inside OmegaT: it brings the document type of TMX. */
export async function inside(name) {
  const { stdout } = await execute('unzip', ['-p', JAR, name]);
  return stdout;
}
