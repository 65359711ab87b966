// What a file for translators' programs has to be: the published schemas, out of packages
// that build/setup.sh installs, and a grammar of our own for what no schema says.
//
//   XLIFF 1.2   the schema of OASIS, strict in Debian 12 and transitional in Ubuntu 24.04
//   XLIFF 2.1   the core schema of OASIS: that of 2.0, which 2.1 has taken over but for the
//               type of srcLang and trgLang; no module is written
//   TMX 1.4     the document type of LISA
//   TBX         LISA's schema of the core structure, and tbx-basic.rng
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { path } from '../harness/paths.mjs';
import { inside } from './omegat.mjs';

const execute = promisify(execFile);
const BESIDE = '/usr/share/php/Symfony/Component/Translation/Resources/schemas'; // php-symfony-translation
const MANY = 100; // files that one run of the checker is given

export class Schemas {
  /** Lays the schemas into a folder that exists, where they need nothing from elsewhere. */
  static async gather(folder) {
    const schemas = {
      xml: await inside('schemas/xml.xsd'),
      xliff1: await either(join(BESIDE, 'xliff-core-1.2-strict.xsd'), join(BESIDE, 'xliff-core-1.2-transitional.xsd')),
      xliff2: await readFile(join(BESIDE, 'xliff-core-2.0.xsd'), 'utf8'),
      tbx: await inside('schemas/tbx.xsd'),
    };
    for (const [name, text] of Object.entries(schemas))
      await writeFile(join(folder, `${name}.xsd`), text.replace(/schemaLocation="[^"]*xml\.xsd"/, 'schemaLocation="xml.xsd"'));
    await writeFile(join(folder, 'tmx14.dtd'), await inside('schemas/tmx14.dtd'));
    return new Schemas(folder);
  }

  constructor(folder) {
    this.folder = folder;
  }

  /** What is wrong with files of XLIFF 1.2; "" where nothing is. */
  xliff1(...files) {
    return check(['--schema', join(this.folder, 'xliff1.xsd')], files);
  }

  xliff2(...files) {
    return check(['--schema', join(this.folder, 'xliff2.xsd')], files);
  }

  tmx(...files) {
    return check(['--dtdvalid', join(this.folder, 'tmx14.dtd')], files);
  }

  async tbx(...files) {
    const basic = join(path.root, 'e2e/interchange/tbx-basic.rng');
    return (await check(['--schema', join(this.folder, 'tbx.xsd')], files)) + (await check(['--relaxng', basic], files));
  }
}

const either = (file, other) => readFile(file, 'utf8').catch(() => readFile(other, 'utf8'));

async function check(how, files) {
  if (files.length === 0) throw new Error('there is no file to check');
  let wrong = '';
  for (let at = 0; at < files.length; at += MANY)
    wrong += await execute('xmllint', ['--noout', '--nonet', ...how, ...files.slice(at, at + MANY)]).then(
      () => '',
      ({ stderr, message }) => stderr || message,
    );
  return wrong;
}
