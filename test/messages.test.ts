import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberOf, scoreOptionsOf, wholeOf } from '../src/app/composite/words.js';
import { optionsOf } from '../src/app/mcda/options.js';
import { scoreTables, variationOf } from '../src/assess/composite/index.js';
import { prepareStudy } from '../src/assess/composite/vary/index.js';
import { hierarchyOf, runOf, tableOf } from '../src/assess/composite/vary/testing/small-index.js';
import { decide, readDecision, readJudgements } from '../src/assess/decision/index.js';
import { parseAddress } from '../src/assess/index.js';
import { AfterlodeError, type Issue, type Text } from '../src/base/index.js';
import { resolveSample } from '../src/catalog/testing/sample.js';
import { readMarks } from '../src/observe/index.js';
import { read, readFault } from '../src/observe/testing/read.js';
import { sampleLayout } from '../src/observe/testing/sample.js';
import { factHelpers, proseFacts } from '../tools/messages.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.test\.|testing\/|^web\/|^print\/|^base\/codes/.test(name))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

/** Names that are the same in both languages; a value that is put in is written as a zero byte. */
const technical: readonly string[] = ['PostgreSQL \0', 'POST \0/workbook', 'POST \0/evidence', '\0 / \0 MiB'];

const cells = (text: string) => text.split('\n').map((line) => line.trim().split(','));
const meta = 'iCode,Level,Direction,Weight,Parent\na,1,1,1,Top\nb,1,1,1,Top\nTop,2,1,1,';
const data = 'uCode,a,b\nP,1,4\nQ,2,3\nR,3,3';
const score =
  (options = {}, from = data, described = meta) =>
  () =>
    scoreTables({ data: cells(from), meta: cells(described) }, options);
const criteria = 'code,type,weight\nx,benefit,0.6\ny,cost,0.4';
const matrix = 'alternative,x,y\nA,1,2\nB,3,4';
const tables = (m: string, c: string) => readDecision({ matrix: cells(m), criteria: cells(c) });
const rank =
  (options: object, m = matrix) =>
  () =>
    decide(tables(m, criteria).matrix, { method: 'topsis', missing: 'refuse', ...options } as never);
const words = { method: 'topsis', weights: 'given', ties: 'min', tieDigits: '12', missing: 'refuse' };
const options =
  (more: object, judgements: readonly string[][] | null = null) =>
  () =>
    optionsOf({ ...words, ...more } as never, tables(matrix, criteria), judgements);
const small = runOf(
  tableOf([
    [1, 2, 3],
    [3, 1, 2],
    [5, 5, 6],
  ]),
  hierarchyOf([2, 1]),
);
const vary =
  (...factors: object[]) =>
  () =>
    prepareStudy(
      small,
      factors.map((one) => ({ name: 'x', ...one }) as never),
    );
const uncertain = (file: unknown) => () => variationOf(file, small.hierarchy);

const faults: readonly (readonly [what: string, make: () => unknown])[] = [
  ['a coverage above 1', score({ minimumCoverage: 2 })],
  ['numbers behind colons', score({ normalise: 'minmax:a' })],
  ['an unknown share', score({ screen: '2' })],
  ['an unknown time', score({ scale: 'never' })],
  ['pairs', score({ normaliseOne: 'a' })],
  ['ahp without judgements', score({ weights: 'ahp' })],
  ['a table without rows', score({}, 'uCode,a,b')],
  ['a heading twice', score({}, 'uCode,a,a\nP,1,4')],
  ['a long row', score({}, `${data}\nS,1,2,3`)],
  ['a column that is not there', score({}, 'uCode,a\nP,1')],
  ['text for a number', score({}, 'uCode,a,b\nP,1,x')],
  ['a unit twice', score({}, `${data}\nP,1,2`)],
  ['a unit without code', score({}, `${data}\n,1,2`)],
  ['a code twice', score({}, data, `${meta}\na,1,1,1,Top`)],
  ['a level of its own', score({}, data, meta.replace('a,1', 'a,1.5'))],
  ['a direction', score({}, data, meta.replace('a,1,1', 'a,1,2'))],
  ['a weight', score({}, data, meta.replace('a,1,1,1', 'a,1,1,-1'))],
  ['an unknown parent', score({}, data, meta.replace('a,1,1,1,Top', 'a,1,1,1,Up'))],
  ['two tops', score({}, data, `${meta}\nc,1,1,1,`)],
  ['an impossible range', score({ normalise: 'minmax:2:1' })],
  ['an infinite treatment', score({ treat: 'winsor', treatPoints: -1 })],
  ['no goalposts', score({ normalise: 'goalposts' })],
  ['a share of the best', score({ aggregate: 'owa-best:9' })],
  ['judgements without ahp', () => scoreOptionsOf({ weights: 'equal' }, [[]])],
  ['a number', () => numberOf('--runs', 'many')],
  ['a whole number', () => wholeOf('--runs', 0.5, 1)],
  ['a setting of another method', options({ rho: '0.5' })],
  ['a threshold', options({ indifference: 'x', preference: 'linear', method: 'promethee2' })],
  ['digits', options({ tieDigits: '20' })],
  ['judgements of criteria', options({ weights: 'ahp' })],
  ['no name', () => tables('alternative,x,y\n,1,2', criteria)],
  ['a type', () => tables(matrix, 'code,type\nx,good\ny,cost')],
  ['bounds', () => tables(matrix, 'code,type,lower,upper\nx,benefit,2,1\ny,cost,,')],
  ['a pair twice', () => readJudgements(cells('row,column,value\nx,y,2\nx,y,3'))],
  ['missing cells', rank({}, 'alternative,x,y\nA,1,\nB,3,4')],
  ['a value below 0', rank({ method: 'wpm' }, 'alternative,x,y\nA,-1,2\nB,3,4')],
  ['a setting out of range', rank({ method: 'vikor', v: 3 })],
  ['an alternative twice', rank({}, 'alternative,x,y\nA,1,2\nA,3,4')],
  ['a step that is not there', vary({ vary: 'screen', options: [{ threshold: 0.5, by: 'missing' }] })],
  ['noise out of range', vary({ vary: 'weights', noise: 2 })],
  ['the same twice', vary({ vary: 'weights', noise: 0.1 }, { vary: 'weights', noise: 0.1 })],
  ['no factors', vary()],
  ['a file without factors', uncertain({ factors: [] })],
  ['a step without options', uncertain({ factors: [{ vary: 'normalise', options: [] }] })],
  ['a number in a file', uncertain({ factors: [{ vary: 'weights', noise: 'much' }] })],
  ['an address', () => parseAddress('score/x')],
  ['a mark', () => readMarks('table,code\nx,y')],
  ['a quote', () => readMarks('table,"code\nx,y')],
];

const catalogFaults: readonly (readonly [what: string, changes: Parameters<typeof resolveSample>[0]])[] = [
  ['not YAML', { 'catalog.yaml': 'version: {en: [\n' }],
  ['a version', { 'catalog.yaml': 'version: one\n' }],
  ['another type', { 'layouts/long.yaml': ['city: [city]', 'city: 7'] }],
  ['a weight above 1', { 'indices/all.yaml': ['weight: 0.6', 'weight: 1.6'] }],
  ['an unknown key', { 'indices/all.yaml': ['weight: 0.4}', 'weight: 0.4, wight: 1}'] }],
  ['weights that do not sum up', { 'indices/all.yaml': ['weight: 0.6', 'weight: 0.5'] }],
  ['an unknown id', { 'lights/work.yaml': 'miming_share: {peers: true, trend_years: 10}\n' }],
  ['years', { 'layouts/long.yaml': ['[1990, 2030]', '[2030, 1990]'] }],
];

const layout = sampleLayout({ pop: ['population', null] });
const head = ['city', 'year', 'indicator', 'value', 'unit', 'flag', 'note'];

describe('facts of messages', () => {
  it('are names, numbers or words in both languages', () => {
    const shared = new Map(sources.flatMap(({ name, text }) => [...factHelpers(name, text)]));
    const prose = sources.flatMap(({ name, text }) =>
      proseFacts(name, text, shared)
        .filter((one) => !technical.includes(one.text))
        .map((one) => `${name}:${one.line} ${one.text}`),
    );
    expect(prose).toEqual([]);
  });

  it('are found where they are prose', () => {
    const found = (text: string) => proseFacts('a.ts', text, new Map()).map((one) => one.text);
    expect(found("issue('A', 'note', 'some place', { found: 'no rows', expected: 'rows' });")).toEqual([
      'some place',
      'no rows',
    ]);
    expect(found("function wrong(found: string) {}\nwrong(x ? `${n} rows` : 'a, b');")).toEqual(['\0 rows']);
    expect(found("const facts = { found: { en: 'no rows', zh: '没有数据行' } };")).toEqual([]);
  });
});

describe('a Chinese message', () => {
  it.each(faults)('is Chinese throughout: %s', (_, make) => {
    expect(foreignIn(errorOf(make).text)).toEqual([]);
  });

  it.each(catalogFaults)('is Chinese throughout: %s in the catalog', (_, changes) => {
    const { issues } = resolveSample(changes);
    expect(issues).not.toEqual([]);
    expect(issues.flatMap(({ message }) => foreignIn(message))).toEqual([]);
  });

  it('is Chinese throughout: an import', async () => {
    expect(foreignIn((await readFault([['town', 'year']], layout)).text)).toEqual([]);
    const rows = [
      ['鹤岗', '2020', 'pop', 'many', '', '', ''],
      ['鹤岗', 'then', 'pop', '1', '', '', ''],
      ['鹤岗', '2020', 'pop', '1', 'hectares', '', ''],
      ['nowhere', '2020', 'pop', '1', 'person', '', ''],
      ['鹤岗', '1800', 'pop', '1', 'person', '', ''],
    ];
    const { rejected, issues } = await read([head, ...rows], layout);
    const found: readonly Pick<Issue, 'message'>[] = [...rejected, ...issues];
    expect(found.length).toBeGreaterThan(4);
    expect(found.flatMap(({ message }) => foreignIn(message))).toEqual([]);
  });
});

function errorOf(make: () => unknown): AfterlodeError {
  try {
    make();
  } catch (error) {
    if (error instanceof AfterlodeError) return error;
    throw error;
  }
  throw new Error('expected an AfterlodeError');
}

/** What a Chinese text has that it should not: two English words in a row but for commands, stray blanks, lost facts. */
function foreignIn({ zh }: Text): readonly string[] {
  const said = zh.replace(/`[^`]*`|“[^”]*”|--[\w-]+ \w+/g, '');
  return said.match(/[a-z]{2,} [a-z]{2,}|\p{Script=Han} \p{Script=Han}|\[object|\{\w+\}/giu) ?? [];
}
