import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Addressed } from '../../src/app/explained/prefix.js';
import { numbersIn } from '../../src/app/explained/rule.js';
import {
  analyse,
  analysisKinds,
  classify,
  evaluate,
  explainNumber,
  recovery,
  transfer,
  type Workspace,
} from '../../src/app/index.js';
import type { Explanation } from '../../src/assess/index.js';
import { seededRandom } from '../../src/base/index.js';
import type { Table } from '../../src/observe/index.js';
import { readingWorkspace } from './workspace.js';

let ws: Workspace;
type Row = Addressed & object;

beforeAll(async () => {
  ws = await readingWorkspace();
});

/** Years and numbers that an answer repeats of the call, the register or a list. */
const repeated = /^(from|to)$|(^|\/)(year|period)$|^official\/|\/evidence\//;
/** What is missing there is a word or a whole part, no number; the numbers of the part have addresses all the same. */
const words = new RegExp(
  `(^|/)(${[
    'fill|note|indicator|unit|label|parent|name|type|moved|pass|state|sign|refused|reached|reason|document',
    'grade|course|confidence|advice|form|partial|between|border|curseGrade|falseUpgrading|byAgeAlone',
    'expandsWhileShrinking|exhausted|basis|resource|nearEnd|rankClass|quadrant|skillsMatch',
    'decoupling|elasticity|components|land|kaya|consumption|upgrading|hiddenUnemployment|replacement',
    'rankInterval|region|rationalisation',
  ].join('|')})$`,
);

describe('numbers of answers', () => {
  it('walk, 1,000 drawn by lot, to sources with licence, settings or honest gaps', async () => {
    const random = seededRandom(20261122);
    const [pages, faults] = [new Set<string>(), [] as string[]];
    const count = { numbers: 0, missing: 0, sources: 0 };
    for (const { row, most } of await answers(random)) {
      for (const [path, shown] of drawn(numbersIn(row), most, random)) {
        const id = `${row.explain}/${path}`;
        if (repeated.test(path) || (shown === null && words.test(path))) continue;
        const tree = await explainNumber(ws, id, { local: true }).catch(() => null);
        if (tree === null) {
          faults.push(`${id} = ${shown} does not open`);
          continue;
        }
        count.numbers += 1;
        if (shown === null) count.missing += 1;
        if (tree.id !== id || tree.value !== shown) faults.push(`${id} = ${shown} opens as ${tree.value}`);
        const leaves = leavesOf(tree);
        count.sources += leaves.filter(({ kind }) => kind === 'source').length;
        faults.push(...leaves.flatMap((leaf) => faultsOf(leaf).map((fault) => `${id}: ${leaf.id} ${fault}`)));
        for (const { method } of nodesOf(tree)) if (method) pages.add(method);
        // A count of nothing rests on gaps alone.
        if (shown !== null && shown !== 0 && leaves.every(({ kind }) => kind === 'missing'))
          faults.push(`${id} = ${shown} rests on nothing`);
      }
    }
    expect(faults).toEqual([]);
    expect(count.numbers).toBeGreaterThan(1000);
    expect(count.missing).toBeGreaterThan(50);
    expect(count.sources).toBeGreaterThan(1000);
    expect([...pages].filter((page) => !existsSync(`docs/methods/${page}.md`))).toEqual([]);
  }, 240_000);

  it('are the same when nothing is left in the tables but what their explanation names', async () => {
    const random = seededRandom(20261123);
    const cities = drawn(
      ws.register.cities.filter((city) => city.listed).map(({ id }) => id),
      5,
      random,
    );
    const faults: string[] = [];
    let checked = 0;
    for (const kind of ['population', 'jobs', 'structure'] as const) {
      const call = (city: string) => ({ cities: [city], from: '2010', to: '2020' });
      for (const city of cities) {
        const [row] = (await analyse(ws, kind, call(city))) as readonly [Row];
        const known = numbersIn(row).filter(([path, value]) => value !== null && !repeated.test(path));
        for (const [path, value] of drawn(known, 4, random)) {
          const leaves = leavesOf(await explainNumber(ws, `${row.explain}/${path}`));
          const left = await onlyWith(
            ws,
            new Set(leaves.map(({ source }) => `${source?.file} ${source?.locator}`)),
          );
          const [again] = (await analyse(left, kind, call(city))) as readonly [Row];
          const found = new Map(numbersIn(again)).get(path) ?? null;
          if (found !== value)
            faults.push(`${row.explain}/${path}: ${value}, from its inputs alone ${found}`);
          checked += 1;
        }
      }
    }
    expect(faults).toEqual([]);
    expect(checked).toBe(60);
  });

  it('open for a city asked for by name, and in parts that the answer leaves out', async () => {
    const tree = await explainNumber(ws, 'population/鹤岗/2010..2020/components/natural');
    expect(tree.id).toBe('population/cn-230400/2010..2020/components/natural');
    expect(tree.value).toBeNull();
    expect(new Set(leavesOf(tree).map(({ kind }) => kind))).toEqual(new Set(['missing']));
    expect((await explainNumber(ws, 'evaluate/鹤岗/2010..2020/gapTo')).value).toBeCloseTo(2.4948507709, 9);
  });

  it('lead to line and column of a table somebody gave, and a server reads none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'afterlode-table-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'jobs.csv');
    await writeFile(
      path,
      'place,activity,first,last\nA,coal,100,40\nA,other,100,110\nB,coal,10,10\nB,other,200,260\n',
    );
    const rows = (await analyse(ws, 'jobs', { cities: [], table: path })) as readonly Row[];
    const [coal] = rows as readonly [Row];
    const quotient = `${coal.explain}/quotientFirst`;
    const tree = await explainNumber(ws, quotient, { local: true });
    expect(tree.value).toBeCloseTo(100 / 200 / (110 / 410), 12);
    const places = leavesOf(tree).map(({ source, value }) => [source?.locator, value]);
    expect(places).toContainEqual(['row 2, column first', 100]);
    expect(places).toContainEqual(['row 2 + 4, column first', 110]);
    expect(leavesOf(tree)[0]?.source?.file).toBe(path);
    await expect(explainNumber(ws, quotient)).rejects.toMatchObject({ code: 'NUMBER_UNKNOWN' });
  });

  it.each([
    'population/cn-230400/2010..2020/no_such_number',
    'classify/cn-230400/2020/tests/T1.none/value',
    'jobs/cn-230400/2010..2020/activities/employed_mining/label',
    'population/cn-230400/2010..2020',
    'recovery/prefecture/2020,indicator=mining_share_employment,runs=100000000,test=T1.t1_low/best',
  ])('are refused as %s', async (address) => {
    await expect(explainNumber(ws, address)).rejects.toMatchObject({ code: 'NUMBER_UNKNOWN' });
  });
});

/** Rows of every command, of cities drawn by lot, and how many numbers are taken of each. */
async function answers(random: () => number): Promise<readonly { row: Row; most: number }[]> {
  const listed = ws.register.cities.filter((city) => city.listed).map(({ id }) => id);
  const call = { cities: drawn(listed, 4, random), from: '2010', to: '2020' };
  const found: { row: Row; most: number }[] = [];
  const add = (rows: readonly object[], most: number) =>
    found.push(...rows.map((row) => ({ row: row as Row, most })));
  for (const kind of analysisKinds) add(await analyse(ws, kind, call), 100);
  add((await classify(ws, call)).slice(0, 2), 40);
  add((await evaluate(ws, call)).slice(0, 2), 6);
  const yearbooks = { from: '2009', to: '2012', index: 'economy' };
  add((await evaluate(ws, { ...call, ...yearbooks })).slice(0, 2), 6);
  add(drawn(await recovery(ws, { period: '2020', runs: 20 }), 3, random), 8);
  const { rows, ...whole } = await transfer(ws, { budget: 1e9, period: '2020' });
  add([whole, ...drawn(rows, 3, random)], 10);
  return found;
}

/**
 * The workspace with no cells but the named ones. Aligned figures stay: whether they are there decides which calibre counts
 * and whether numbers are withheld because the area changed.
 */
async function onlyWith(from: Workspace, cells: ReadonlySet<string>): Promise<Workspace> {
  const tables = (await from.tables()).map((table): Table => {
    const columns = [...table.columns].map(([indicator, column]) => {
      if (indicator.endsWith('_aligned')) return [indicator, column] as const;
      const values = new Float64Array(column.values.length).fill(Number.NaN);
      for (const cell of cells) {
        if (!cell.startsWith(`${table.file} row `) || !cell.endsWith(`, column ${column.name}`)) continue;
        const row = rowNamed(table, cell);
        values[row] = column.values[row] as number;
      }
      return [indicator, { ...column, values }] as const;
    });
    return { ...table, columns: new Map(columns) };
  });
  return { ...from, tables: async () => tables, derived: (_name, make) => make() };
}

function rowNamed(table: Table, cell: string): number {
  return table.rowCodes.findIndex((code, row) => cell.includes(` row ${code}/${table.rowPeriods[row]},`));
}

function faultsOf({ kind, label, how, source }: Explanation): readonly string[] {
  if (label.zh === '' || how.zh === '') return ['is without words'];
  if (kind !== 'source') return ['parameter', 'judgement', 'missing'].includes(kind) ? [] : [`is ${kind}`];
  const named = source?.licence !== '' && /^[0-9a-f]{64}$/.test(source?.sha256 ?? '');
  return named && /^row .+ column /.test(source?.locator ?? '') ? [] : ['has no full source'];
}

function drawn<T>(list: readonly T[], most: number, random: () => number): readonly T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ one }) => one);
}

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leavesOf);
}

function nodesOf(tree: Explanation): readonly Explanation[] {
  return [tree, ...tree.inputs.flatMap(nodesOf)];
}
