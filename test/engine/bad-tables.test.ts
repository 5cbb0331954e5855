import { describe, expect, it } from 'vitest';
import {
  readTables,
  runChain,
  type ScoreTables,
  type ScoreTablesOptions,
  scoreTables,
  shareWeights,
} from '../../src/assess/composite/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import { chainWith, problemOf } from './tables.js';

type Rows = string[][];
const rowsOf = (text: string): Rows =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(',')
        .map((cell) => cell.trim()),
    );
const meta = () =>
  rowsOf(`iCode, Level, Parent, Direction, Weight, Type
    jobs, 1, life, 1, 1, Indicator
    pay, 1, life, 1, 1, Indicator
    dust, 1, air, -1, 1, Indicator
    life, 2, all, 1, 1, Aggregate
    air, 2, all, 1, 1, Aggregate
    all, 3, , 1, 1, Aggregate`);
const data = () =>
  rowsOf(`uCode, jobs, pay, dust
    A, 1, 2, 3
    B, 2, 1, 5
    C, 4, 4, 1
    D, 0, 9, 2`);

interface Change {
  readonly data?: (rows: Rows) => Rows | void;
  readonly meta?: (rows: Rows) => Rows | void;
  readonly options?: ScoreTablesOptions;
}
function tablesOf(change: Change): ScoreTables {
  const [values, words] = [data(), meta()];
  return { data: change.data?.(values) ?? values, meta: change.meta?.(words) ?? words };
}
const score = (change: Change) => scoreTables(tablesOf(change), change.options);
const indexScores = (change: Change) => score(change).results.map(({ scores }) => scores.all);
const usual = indexScores({});
const set = (row: number, column: number, text: string) => (rows: Rows) => {
  (rows[row] as string[])[column] = text;
};

/** What a table says when it is refused: one message that says where, what was found and what is expected. */
const refused: readonly (readonly [name: string, change: Change, code: string, message: RegExp])[] = [
  [
    'unknown parent',
    { meta: set(1, 2, 'nobody') },
    'INDEX_TABLE',
    /meta row 2, column Parent: found nobody, expected a code/,
  ],
  [
    'two roots',
    { meta: set(5, 2, '') },
    'INDEX_TABLE',
    /2 rows without parent \(air, all\), expected exactly one/,
  ],
  [
    'no root',
    { meta: set(6, 2, 'life') },
    'INDEX_TABLE',
    /row 7, column Parent: found life of level 2, expected a level above 3/,
  ],
  [
    'cycle',
    {
      meta: (rows) => {
        set(4, 2, 'air')(rows);
        set(5, 2, 'life')(rows);
      },
    },
    'INDEX_TABLE',
    /a level above 2/,
  ],
  ['its own parent', { meta: set(4, 2, 'life') }, 'INDEX_TABLE', /a level above 2/],
  [
    'level that does not rise',
    { meta: set(4, 1, '3') },
    'INDEX_TABLE',
    /found all of level 3, expected a level above 3/,
  ],
  ['level that is no whole number', { meta: set(4, 1, '1.5') }, 'INDEX_TABLE', /column Level: found 1.5/],
  [
    'text in numbers',
    { data: set(1, 1, 'about 3') },
    'INDEX_TABLE',
    /data row 2, column jobs: found "about 3", expected a number/,
  ],
  ['thousands separators', { data: set(2, 2, '1,234') }, 'INDEX_TABLE', /row 3, column pay: found "1,234"/],
  ['percent signs', { data: set(2, 2, '12%') }, 'INDEX_TABLE', /found "12%"/],
  ['infinite', { data: set(1, 1, 'Inf') }, 'INDEX_TABLE', /found "Inf"/],
  ['beyond all numbers', { data: set(1, 1, '1e400') }, 'INDEX_TABLE', /found "1e400"/],
  [
    'too large for squares',
    { data: set(1, 1, '1e308') },
    'INDEX_TABLE',
    /jobs of A: found 1e\+308, expected a number between/,
  ],
  [
    'no such type',
    { meta: set(1, 5, 'Indicatr') },
    'INDEX_TABLE',
    /row 2, column Type: found Indicatr, expected Indicator, Aggregate/,
  ],
  [
    'empty group',
    { meta: (rows) => [...rows, ['new', '2', 'all', '1', '1', 'Aggregate']] },
    'INDEX_TABLE',
    /new without children/,
  ],
  ['indicator with children', { meta: set(4, 5, 'Indicator') }, 'INDEX_TABLE', /life with children/],
  [
    'duplicate unit',
    { data: set(2, 0, 'A') },
    'INDEX_TABLE',
    /data row 3, column uCode: found A, expected each unit once/,
  ],
  ['duplicate column', { data: set(0, 2, 'jobs') }, 'INDEX_TABLE', /found jobs twice/],
  [
    'duplicate code',
    { meta: set(2, 0, 'jobs') },
    'INDEX_TABLE',
    /meta row 3, column iCode: found jobs, expected each code once/,
  ],
  [
    'code of a naming column',
    { meta: set(1, 0, 'Time'), data: set(0, 1, 'Time') },
    'INDEX_TABLE',
    /found Time, expected another code/,
  ],
  [
    'row without a unit',
    { data: (rows) => [...rows.slice(0, 2), ['', '', '', ''], ...rows.slice(2)] },
    'INDEX_TABLE',
    /row 3, column uCode: found nothing/,
  ],
  [
    'row longer than the heading',
    {
      data: (rows) => {
        rows[2]?.push('9');
      },
    },
    'INDEX_TABLE',
    /row 3: found 5 cells, expected 4/,
  ],
  ['no rows', { data: (rows) => rows.slice(0, 1) }, 'INDEX_TABLE', /data: found no rows/],
  ['nothing at all', { meta: () => [] }, 'INDEX_TABLE', /meta: found no rows/],
  [
    'no column of an indicator',
    { data: (rows) => rows.map((row) => row.slice(0, 3)) },
    'INDEX_TABLE',
    /expected a column dust/,
  ],
  ['no column of units', { data: set(0, 0, 'city') }, 'INDEX_TABLE', /expected a column uCode/],
  ['direction 0', { meta: set(1, 3, '0') }, 'INDEX_TABLE', /column Direction: found 0, expected 1 or -1/],
  [
    'negative weight',
    { meta: set(1, 4, '-1') },
    'INDEX_TABLE',
    /column Weight: found -1, expected a number from 0/,
  ],
  ['weight that is no number', { meta: set(1, 4, 'NaN') }, 'INDEX_TABLE', /column Weight: found "NaN"/],
  [
    'weights of 0 in a group',
    {
      meta: (rows) => {
        set(1, 4, '0')(rows);
        set(2, 4, '0')(rows);
      },
    },
    'INDEX_WEIGHTS',
    /children of life: found only weights of 0/,
  ],
  [
    'weights beyond all numbers',
    {
      meta: (rows) => {
        set(1, 4, '1e308')(rows);
        set(2, 4, '1e308')(rows);
      },
    },
    'INDEX_WEIGHTS',
    /children of life: found a sum beyond/,
  ],
  [
    'negative under a geometric mean',
    { options: { normalise: 'zscore', aggregate: 'gmean' } },
    'INDEX_NOT_POSITIVE',
    /jobs of A: value -0\.4/,
  ],
  [
    'target absent',
    { options: { normalise: 'distance-to-target' } },
    'INDEX_OPTION',
    /jobs: found no target, expected a Target/,
  ],
  ['goalposts absent', { options: { normalise: 'goalposts' } }, 'INDEX_OPTION', /jobs: found no goalposts/],
  [
    'unknown group column',
    { options: { impute: 'group-mean:region' } },
    'INDEX_TABLE',
    /group column "region"/,
  ],
  [
    'unknown reference unit',
    { options: { normalise: 'distance-to-reference:Z' } },
    'INDEX_OPTION',
    /found Z, expected a unit/,
  ],
  [
    'imputation over time without time',
    { options: { impute: 'latest' } },
    'INDEX_TABLE',
    /without times, expected a column Time/,
  ],
  ['scale of a year without time', { options: { scale: '2000' } }, 'INDEX_TIME_UNKNOWN', /no time 2000/],
  [
    'nobody left by screening',
    {
      data: (rows) => rows.map((row, at) => (at > 0 ? [row[0] ?? '', '', '', ''] : row)),
      options: { screen: '0.5' },
    },
    'INDEX_EMPTY',
    /no unit with 0.5/,
  ],
  [
    'unknown rule',
    { options: { aggregate: 'average' } },
    'CALL_OPTION',
    /--aggregate is average, expected amean/,
  ],
];

const goalposts = (low: string, high: string) => (rows: Rows) =>
  rows.map((row, at) => [
    ...row,
    ...(at === 0 ? ['goalpost_lower', 'goalpost_upper'] : at < 4 ? [low, high] : ['', '']),
  ]);

describe('bad tables', () => {
  it.each([
    ...refused,
    [
      'goalposts upside down',
      { meta: goalposts('10', '1'), options: { normalise: 'goalposts' } },
      'INDEX_TABLE',
      /found 1, expected more than 10/,
    ] as const,
  ])('%s: refused with one message', (_, change, code, message) => {
    const error = (() => {
      try {
        score(change);
        return null;
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(AfterlodeError);
    const { code: found, text, remedy } = error as AfterlodeError;
    expect(found).toBe(code);
    expect(text.en).toMatch(message);
    for (const said of [text, remedy]) {
      expect(said.en).not.toMatch(/\{|undefined|NaN\b(?!")/);
      expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(said.zh).not.toMatch(/\{|undefined/);
    }
  });

  it.each<readonly [string, Change]>([
    ['a byte order mark', { data: set(0, 0, '\uFEFFuCode'), meta: set(0, 0, '\uFEFFiCode') }],
    ['carriage returns', { data: (rows) => rows.map((row) => [...row.slice(0, -1), `${row.at(-1)}\r`]) }],
    [
      'empty lines at the end',
      { data: (rows) => [...rows, ['', '', '', ''], ['']], meta: (rows) => [...rows, ['']] },
    ],
    ['blanks around cells', { data: (rows) => rows.map((row) => row.map((cell) => ` ${cell} `)) }],
    ['NA for no weight', { meta: set(1, 4, 'NA') }],
    ['a plus sign', { data: set(1, 1, '+1') }],
  ])('%s change nothing', (_, change) => {
    expect(indexScores(change)).toEqual(usual);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a,b', 'say "hi"', '就业，岗位', '😀', 'a=b', 'a:b'])(
    'the code and the unit %s are words like others',
    (word) => {
      const change: Change = {
        data: (rows) => {
          set(0, 1, word)(rows);
          set(1, 0, word)(rows);
        },
        meta: set(1, 0, word),
      };
      const { results } = score(change);
      expect(results.map(({ scores }) => scores.all)).toEqual(usual);
      expect(results[0]?.unit).toBe(word);
      expect(Object.entries(results[2]?.scores ?? {})[0]).toEqual([word, 100]);
    },
  );

  it('a constant column has no score, its weight goes to its siblings, and it is said', () => {
    const { results, issues } = score({
      data: (rows) => rows.map((row, at) => (at > 0 ? [...row.slice(0, 3), '7'] : row)),
    });
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['INDEX_CONSTANT', 'dust']]);
    expect(results[0]?.scores).toMatchObject({ dust: null, air: null, life: 18.75, all: 18.75 });
  });

  it.each(
    ['entropy', 'critic', 'std', 'gini', 'merec', 'pca'].flatMap((method) =>
      ['leaves', 'levels', 'whole'].map((scope) => `${method}:${scope}`),
    ),
  )('a group with only missing values drops out: weights %s', (weights) => {
    const { results } = score({
      data: (rows) => rows.map((row, at) => (at > 0 ? [...row.slice(0, 3), ''] : row)),
      options: { weights },
    });
    for (const { scores } of results) {
      expect(scores.air).toBeNull();
      expect(scores.all).toBeCloseTo(scores.life as number, 10);
    }
  });

  it('one unit alone: min–max and z-scores say nothing, ranks and goalposts do', () => {
    const one = { data: (rows: Rows) => rows.slice(0, 2) };
    expect(indexScores(one)).toEqual([null]);
    expect(score(one).issues.map(({ code }) => code)).toEqual([
      'INDEX_CONSTANT',
      'INDEX_CONSTANT',
      'INDEX_CONSTANT',
    ]);
    expect(indexScores({ ...one, options: { normalise: 'rank' } })).toEqual([1]);
    const [held] = indexScores({ ...one, meta: goalposts('0', '5'), options: { normalise: 'goalposts' } });
    expect(held).toBeCloseTo(0.35, 12);
  });

  it('one indicator alone is the index', () => {
    const tables = {
      data: data().map((row) => row.slice(0, 2)),
      meta: [meta()[0] ?? [], ['jobs', '1', '', '1', '1', 'Indicator']],
    };
    expect(scoreTables(tables).results.map(({ scores, rank }) => [scores.jobs, rank])).toEqual([
      [25, 3],
      [50, 2],
      [100, 1],
      [0, 4],
    ]);
  });

  it('all cells missing: nobody has a score or a rank, and every column says so', () => {
    const { results, issues } = score({
      data: (rows) => rows.map((row, at) => (at > 0 ? [row[0] ?? '', '', 'NA', ''] : row)),
    });
    expect(results.every(({ scores, rank }) => scores.all === null && rank === null)).toBe(true);
    expect(issues.map(({ code }) => code)).toEqual(['INDEX_MISSING', 'INDEX_MISSING', 'INDEX_MISSING']);
  });

  it('a short row lacks its last cells', () => {
    const { results, issues } = score({
      data: (rows) => {
        rows[2] = ['B', '2'];
      },
    });
    expect(results[1]?.scores).toMatchObject({ pay: null, dust: null, air: null });
    expect(issues.map(({ code, where }) => [code, where])).toEqual([
      ['INDEX_MISSING', 'pay'],
      ['INDEX_MISSING', 'dust'],
    ]);
  });

  it('times in any order, and units that lack some', () => {
    const { results } = scoreTables({
      data: rowsOf(`uCode, Time, jobs, pay, dust
        A, 2001, 1, 2, 3
        C, 2001, 4, 4, 1
        A, 2000, 2, 1, 5
        D, 2000, 0, 9, 2`),
      meta: meta(),
    });
    expect(results.map(({ unit, time, rank }) => [unit, time, rank])).toEqual([
      ['A', 2000, 2],
      ['D', 2000, 1],
      ['A', 2001, 2],
      ['C', 2001, 1],
    ]);
  });

  it('a column that is constant in one year only names that year', () => {
    const tables = {
      data: rowsOf(`uCode, Time, jobs, pay, dust
        A, 2000, 2, 1, 5
        D, 2000, 0, 9, 2
        A, 2001, 1, 2, 3
        C, 2001, 4, 4, 3`),
      meta: meta(),
    };
    const { issues } = scoreTables(tables, { scale: 'each' });
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['INDEX_CONSTANT', 'dust (2001)']]);
  });

  it('a screening that leaves out many names ten of them', () => {
    const many = Array.from({ length: 300 }, (_, at) => [`X${at}`, '', '', '']);
    const { issues } = score({ data: (rows) => [...rows, ...many], options: { screen: '0.5' } });
    const said = issues.find(({ code }) => code === 'INDEX_SCREENED');
    expect(said?.where).toBe('X0, X1, X2, X3, X4, X5, X6, X7, X8, X9, … (+290)');
  });
});

describe('what a library is called with', () => {
  const plan = {
    columns: [[1, 2, 3, 4]],
    directions: [1 as const],
    groups: [-1],
    weights: [1],
    groupWeights: [],
    times: [2000, 2001],
  };
  const { table, hierarchy } = problemOf(plan);
  const usualChain = chainWith({});

  it.each([
    ['a column of another length', { ...table, columns: [Float64Array.of(1)] }, /1 values/],
    ['a unit twice in one time', { ...table, units: ['u0', 'u0', 'u1', 'u2'] }, /each unit once/],
    ['times that fall', { ...table, times: Float64Array.of(2001, 2001, 2000, 2000) }, /order of time/],
    [
      'an endless value',
      { ...table, columns: [Float64Array.of(1, 2, Number.POSITIVE_INFINITY, 3)] },
      /Infinity/,
    ],
    ['columns without indicators', { ...table, indicators: [] }, /columns: found 1, expected 0/],
  ])('%s is refused', (_, wrong, message) => {
    expect(() => runChain(wrong, hierarchy, usualChain)).toThrow(message);
  });

  it('nodes in another order are refused', () => {
    const nodes = hierarchy.nodes.toReversed();
    expect(() => runChain(table, { ...hierarchy, nodes }, usualChain)).toThrow(/INDEX_TABLE/);
  });

  it('a chain without a rule is refused', () => {
    expect(() => runChain(table, hierarchy, chainWith({ aggregate: [] }))).toThrow(/INDEX_RULE.*no rule/);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('a weight of %s is refused', (weight) => {
    expect(() => shareWeights(hierarchy, [weight, 1])).toThrow(/INDEX_WEIGHTS/);
  });

  it('deep and wide hierarchies are read in order', () => {
    const deep = Array.from({ length: 40 }, (_, at) => [
      `n${at + 1}`,
      `${at + 1}`,
      at < 39 ? `n${at + 2}` : '',
      at === 0 ? 'Indicator' : 'Aggregate',
    ]);
    const tables = {
      data: [
        ['uCode', 'n1'],
        ['A', '1'],
        ['B', '3'],
      ],
      meta: [['iCode', 'Level', 'Parent', 'Type'], ...deep],
    };
    expect(readTables(tables).hierarchy.nodes.map(({ parent }) => parent)).toEqual([
      ...Array.from({ length: 39 }, (_, at) => at + 1),
      -1,
    ]);
    expect(scoreTables(tables).results.map(({ scores }) => scores.n40)).toEqual([0, 100]);
  });
});
