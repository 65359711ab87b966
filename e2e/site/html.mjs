// Pages as the Nu HTML checker sees them.
import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { path } from '../harness/paths.mjs';

/** The errors and warnings in every page of a folder; [] where all are valid. */
export async function htmlProblems(folder) {
  const jar = join(path.packages, 'vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--format', 'json', '--skip-non-html', '--exit-zero-always', '--stdout', folder];
  const report = await new Promise((done, failed) => {
    execFile('java', args, { maxBuffer: 256 << 20 }, (error, out) => (error ? failed(error) : done(out)));
  });
  return JSON.parse(report).messages
    .filter(({ type, subType }) => type === 'error' || type === 'non-document-error' || subType === 'warning')
    .map(({ url, lastLine, message, extract = '' }) => `${decodeURIComponent(url)}:${lastLine} ${message} | ${extract.trim()}`);
}
