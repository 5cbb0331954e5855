// `npm run bench [-- --write] [-- WORD] [-- --rows=N]`: kernels of the rooms and main paths of the program, each beside a baseline of
// the same run. WORD keeps the measurements whose name contains it; --rows says how many readings `meters` takes, --reporters and --readers
// how many people `load` has; --write renews bench/results.md.
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Measurement, measure, type Result } from './measure.js';
import { mainPaths } from './paths.js';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (name: string) => words.every((word) => name.includes(word));

const kernels = (await collect()).filter(({ name }) => wanted(name));
const results = [...(kernels.length > 0 ? await measure(kernels) : []), ...(await mainPaths(wanted))];
const text = table(results);
console.log(text);
if (process.argv.includes('--write')) writeFileSync('bench/results.md', page(text));

const slow = results.filter(({ ms, limitMs }) => limitMs !== null && !(ms <= limitMs));
for (const { name, ms, limitMs } of slow)
  console.log(`too slow: ${name}: ${format(ms)} ms, at most ${limitMs} ms`);
process.exitCode = slow.length > 0 ? 1 : 0;

/** Every `*.bench.ts` exports lists of measurements. */
async function collect(): Promise<Measurement[]> {
  const files = readdirSync('bench').filter((name) => name.endsWith('.bench.ts'));
  const modules = await Promise.all(
    files.toSorted().map((name) => import(`./${name}`) as Promise<Record<string, readonly Measurement[]>>),
  );
  return modules.flatMap((module) => Object.values(module).flat());
}

function table(rows: readonly Result[]): string {
  return [
    '| what | median | baseline | ratio | at most | baseline is |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ name, ms, baselineMs, limitMs, note }) =>
      [
        '',
        name,
        `${format(ms)} ms`,
        `${format(baselineMs)} ms`,
        (ms / baselineMs).toPrecision(3),
        limitMs === null ? '' : `${limitMs} ms`,
        note,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}

function page(rows: string): string {
  const day = new Date().toISOString().slice(0, 10);
  return [
    '# Measurements',
    '',
    `Written by \`npm run bench -- --write\` on ${day}, Node ${process.versions.node}, ${availableParallelism()} cores.`,
    'Medians. The ratio to the baseline of the same run can be compared between machines, the times cannot.',
    '',
    rows,
    '',
  ].join('\n');
}

function format(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3);
}
