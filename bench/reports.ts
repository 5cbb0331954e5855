import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reportFormats } from '../src/report/index.js';
import type { Result } from './measure.js';
import { callNode } from './program.js';

/** Far below what a laptop has, and far above one report: who keeps all of them would pass it. */
const mostMegabytes = 2000;

/**
 * The check-ups of every assessed city in one run, once for each format: time, and the largest memory of the run, its threads
 * included. The baseline is a run for one city; a file that is not in the list with its checksum is a fault.
 *
 * @param folder what is written goes below it and is removed again
 */
export async function reportPath(name: string, folder: string): Promise<Result[]> {
  const workspace = ['--quiet', '--workspace', join(folder, 'reported')];
  const results: Result[] = [];
  for (const format of reportFormats) {
    const out = join(folder, `reports-${format}`);
    const one = join(folder, `one.${format}`);
    const call = (words: readonly string[]) =>
      callNode(['bin/afterlode', 'report', ...words, '--format', format, '--lang', 'zh', ...workspace]);
    const single = await call(['Hegang', '--out', one]);
    const done = await call(['--all', '--out', out]);
    if (single.status !== 0 || done.status !== 0)
      throw new Error(`report as ${format} ended with ${single.status} and ${done.status}`);
    const { files, megabytes } = weigh(out);
    const peak = done.peakMegabytes.toFixed(0);
    if (done.peakMegabytes > mostMegabytes)
      throw new Error(`reports as ${format} took ${peak} MB, at most ${mostMegabytes}`);
    const note = [
      'a run for one city',
      `${files} files, ${megabytes.toFixed(0)} MB`,
      `peak ${peak} MB, of one ${single.peakMegabytes.toFixed(0)} MB`,
    ].join('; ');
    results.push({ name: `${name} as ${format}`, ms: done.ms, baselineMs: single.ms, limitMs: null, note });
    rmSync(out, { recursive: true });
  }
  return results;
}

/** How many reports stand in the folder, and what they weigh; each line of the list has its file. */
function weigh(folder: string): { readonly files: number; readonly megabytes: number } {
  const names = readdirSync(folder).filter((name) => name !== 'index.csv');
  const listed = readFileSync(join(folder, 'index.csv'), 'utf8').trim().split(/\r?\n/).length - 1;
  if (listed !== names.length) throw new Error(`${names.length} files, ${listed} in the list`);
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { files: names.length, megabytes: bytes / 1e6 };
}
