import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codes } from '../../src/base/index.js';
import { buildProgram } from '../../src/cli/program.js';
import { namedFiles } from '../api/fuzz/files.js';
import { type Called, temporaryFolder } from './call.js';
import { type FileCall, fileCalls, type GoodFile } from './fuzz/calls.js';
import { callHere } from './here.js';

/**
 * Every command that reads a file is given one that has broken readers elsewhere, the others as they should be.
 * `AFTERLODE_FUZZ_RUNS` is the count for each file of each command, `AFTERLODE_FUZZ_SEED` where chance begins, `AFTERLODE_FUZZ_ONLY` a part
 * of the call; by default some calls are taken by chance.
 */
const runs = Number(process.env['AFTERLODE_FUZZ_RUNS'] ?? 0);
const seed = Number(process.env['AFTERLODE_FUZZ_SEED'] ?? 20_261_122);
const only = process.env['AFTERLODE_FUZZ_ONLY'] ?? '';
const few = 16;

const folder = temporaryFolder();
const workspace = join(folder, 'workspace');

beforeAll(async () => {
  mkdirSync(join(folder, 'out'));
  mkdirSync(join(folder, 'pictures'));
  writeFileSync(join(folder, 'pictures', '1.jpg'), namedFiles()['head.jpg'] as Buffer);
  const round = join(folder, 'round.json');
  const deadlines = { report: '2026-04-30', province: '2026-05-31', nation: '2026-06-30' };
  const label = { en: 'Round', zh: '填报' };
  const units = ['鹤岗'];
  writeFileSync(
    round,
    JSON.stringify({ id: 'r1', label, period: '2025', forms: ['city_core'], units, deadlines }),
  );
  await callHere(['round', 'define', round, '--workspace', workspace]);
  await callHere(['round', 'open', 'r1', '--workspace', workspace]);
});

/** One file of a call, replaced. */
interface Odd {
  readonly call: FileCall;
  readonly place: number;
  readonly name: string;
}

const slots = fileCalls.flatMap((call) =>
  call.flatMap((word, place) => (typeof word === 'string' ? [] : [{ call, place }])),
);
const names = Object.keys(namedFiles());

function odds(): readonly Odd[] {
  const all = fc.record({ slot: fc.constantFrom(...slots), name: fc.constantFrom(...names) });
  if (runs === 0) return fc.sample(all, { numRuns: few, seed }).map(({ slot, name }) => ({ ...slot, name }));
  return slots.flatMap((slot, at) =>
    fc
      .sample(fc.constantFrom(...names), { numRuns: runs, seed: seed + at })
      .map((name) => ({ ...slot, name })),
  );
}

let written = 0;
function save({ name, content, before = '' }: GoodFile): string {
  const inside = join(folder, String((written += 1)));
  mkdirSync(inside);
  writeFileSync(join(inside, name), content);
  return before + join(inside, name);
}

function wordsOf({ call, place, name }: Odd): string[] {
  const odd = { name, content: namedFiles()[name] as Buffer };
  const words = call.map((word, at) => {
    if (typeof word === 'string') return word.replace(/^\{(\w+)\}/, (_, name: string) => join(folder, name));
    return save(at === place ? { ...word, ...odd } : word);
  });
  return words.includes('--workspace') ? words : [...words, '--workspace', workspace];
}

const told = ({ call, place, name }: Odd) =>
  call.map((word, at) => (typeof word === 'string' ? word : at === place ? name : '…')).join(' ');

/** What is wrong with the end of a call; null where it read the file or said in one message what is wrong with it. */
function faultOf({ status, err, out }: Called): string | null {
  if (/\bat [\w.<> ]+ \([^)]*:\d+:\d+\)|node:internal|node_modules/.test(err + out)) return 'tells a stack';
  if (status === 0) return null;
  const code = /^([A-Z][A-Z0-9_]+): /m.exec(err)?.[1];
  if (status !== 2) return `ends with ${status}`;
  return code !== undefined && Object.hasOwn(codes, code) ? null : 'tells no code';
}

describe('a file that lies', () => {
  it('is read or refused with one clear message, whichever command reads it', async () => {
    const found: string[] = [];
    for (const odd of odds().filter((one) => told(one).includes(only))) {
      const ended = await callHere(wordsOf(odd));
      const fault = faultOf(ended);
      if (fault !== null) found.push(`${told(odd)}: ${fault}: ${ended.err.slice(0, 300)}`);
    }
    expect(found).toEqual([]);
    expect(existsSync('/tmp/slipped-out')).toBe(false);
  });
});

describe('the calls that are tried', () => {
  it('name every option and argument that is a file', () => {
    const tried = fileCalls.map((call) =>
      call.map((word) => (typeof word === 'string' ? word : '@')).join(' '),
    );
    const untried = fileInputs(buildProgram('1'), []).filter(
      ([command, input]) =>
        !tried.some((call) => call.startsWith(command) && call.slice(command.length).includes(` ${input}`)),
    );
    expect(untried).toEqual([]);
  });
});

const writes = /^--(out|export|form)$/;
const isFile = ({ long, flags }: Option) =>
  !writes.test(long ?? '') && /<[^>]*(file|\.csv|\.tif|\.geojson|\.yaml)[^>]*>/.test(flags);

/** Command and option, or command alone where an argument is a file. */
function fileInputs(command: Command, words: readonly string[]): readonly (readonly [string, string])[] {
  const path = words.join(' ');
  const read = command.options.filter(isFile).map(({ long }) => [path, `${long} @`] as const);
  const writesArgument = /^(findings (export|fetch|calendar)|backup)$/.test(path);
  const argument = command.registeredArguments.some((one) => /^files?$/.test(one.name())) && !writesArgument;
  return [
    ...read,
    ...(argument ? [[path, '@'] as const] : []),
    ...command.commands.flatMap((sub) => fileInputs(sub, [...words, sub.name()])),
  ];
}
