// Memory as the machine counts it: the proportional share (PSS) of every process of the
// application, the web view's too.
import { readdir, readFile } from 'node:fs/promises';

const REST = 20; // seconds

/** MB of a process and all that descend from it, as { total, parts }. */
export async function memory(pid) {
  const family = await descendants(pid);
  const parts = await Promise.all(family.map(async ({ id, name }) => ({ name, mb: await share(id) })));
  return { total: parts.reduce((sum, { mb }) => sum + mb, 0), parts };
}

/** The same once the application has rested: what is only waiting to be collected is gone. */
export async function memoryAtRest(pid) {
  let least = await memory(pid);
  for (let second = 0; second < REST; second++) {
    await new Promise((next) => setTimeout(next, 1000));
    const now = await memory(pid);
    if (now.total < least.total) least = now;
  }
  return least;
}

async function descendants(pid) {
  const all = (await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number).map(seen))).filter(Boolean);
  const family = all.filter(({ id }) => id === pid);
  for (const each of family) family.push(...all.filter(({ parent }) => parent === each.id));
  return family;
}

// The fields of /proc/PID/stat follow the name, which may hold anything, in brackets.
async function seen(id) {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  const [, name, parent] = stat.match(/^\d+ \((.*)\) \S (\d+) /s) ?? [];
  return name && { id, name, parent: Number(parent) };
}

async function share(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(text.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) / 1024;
}
