// Figures, and the table that they come out in.
import { cpus, totalmem } from 'node:os';
import { readFile } from 'node:fs/promises';

/** The middle one of some numbers. */
export const median = (numbers) => at(numbers, 0.5);

/** The number that a share of them does not exceed: at(times, 0.95). */
export function at(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds as people read them. */
export function time(ms) {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(0)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}

/** Many times as their middle and their 95th percentile. */
export const times = (numbers) => `${time(median(numbers))}, 95% under ${time(at(numbers, 0.95))}`;

/** What was measured on. */
export async function machine() {
  const [cpu] = cpus();
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const [, name = process.platform] = release.match(/^PRETTY_NAME="(.*)"$/m) ?? [];
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores of ${cpu.model.trim()}, ${memory} GB memory, ${name}, virtual display without a graphics card`;
}

/** Rows of [what, figure] as Markdown. */
export function table(rows) {
  return ['| What | Figure |', '|---|---|', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`), ''].join('\n');
}
