import { describe, expect, it } from 'vitest';
import { id, sameText } from '../../base/index.js';
import { buildPanel, type Table } from '../../observe/index.js';
import { compareGroups } from '../compare-groups.js';
import { computeIndicators } from '../compute-indicators.js';
import { rankIndex } from '../rank-index.js';
import { scoreIndices } from '../score-indices.js';
import {
  branch,
  catalog,
  city,
  cityIds,
  formula,
  index,
  indicator,
  leaf,
  light,
  lightParameters,
  panel,
  parameter,
  problem,
  register,
} from '../testing/sample.js';
import type { Explanation } from '../types.js';
import { type ExplainContext, explain } from './index.js';

const none = Number.NaN;
const share = id<'indicator'>('mining_share');
const jobs = id<'unit'>('person');

const definitions = catalog({
  indicators: [
    indicator('mining', { unit: jobs }),
    indicator('jobs', { unit: jobs }),
    indicator('rooms', { additive: false }),
    indicator('mining_share', { better: 'less', formula: formula('ratio', ['mining', 'jobs']) }),
    indicator('quotient', { formula: formula('use', ['mining', 'jobs'], { method: 'location_quotient' }) }),
    indicator('growth', { formula: formula('growth', ['jobs'], { years: 10 }) }),
    indicator('either', { formula: formula('first', ['rooms', 'mining']) }),
  ],
  indices: [
    index('i', [
      branch('work', [leaf('mining_share', 0.5), leaf('growth', 0.5)], { weight: 0.5 }),
      leaf('rooms', 0.5, [0, 10]),
    ]),
  ],
  lights: [
    light('mining_share', { trendYears: 10 }),
    light('rooms', {
      peers: false,
      target: { green: 5, red: 2, reference: id<'reference'>('law'), mark: 'M' },
    }),
  ],
  problems: [
    problem('flattering', {
      kind: 'caveat',
      when: { indicator: share, is: 'lt', than: 0.2 },
      magnitude: share,
      marks: [share],
    }),
  ],
  parameters: [...lightParameters(), parameter('rank_runs', 40, 'ratio')],
});

const names = [...cityIds(7), id<'city'>('land')];
const units = register([
  ...names.slice(0, 6).map((name) => city(name)),
  city('x-7', { areas: new Map([['own', ['left', 'right']]]) }),
  city('land', { level: 'country', listed: false, type: null, resources: [] }),
]);
const rowCodes = ['x-1', 'x-2', 'x-3', 'x-4', 'x-5', 'x-6', 'left', 'right', 'land'];

function table(): Table {
  const cells = (values: readonly number[]) => ({
    name: 'column',
    unit: jobs,
    values: Float64Array.from(values),
    note: null,
  });
  return {
    id: 'census',
    title: sameText('Census'),
    note: sameText(''),
    file: 'data/tables/census.csv',
    sha256: 'a'.repeat(64),
    source: {
      repository: 'repo',
      path: 'path',
      commit: 'commit',
      primary: sameText('office'),
      licence: 'MIT',
      licenceFile: 'licenses/MIT.txt',
    },
    codes: 'own',
    boundary: sameText('own'),
    rowCodes: [...rowCodes, ...rowCodes],
    rowPeriods: [...rowCodes.map(() => id<'period'>('2010')), ...rowCodes.map(() => id<'period'>('2020'))],
    columns: new Map([
      [
        id<'indicator'>('mining'),
        cells([10, 10, 10, 10, 10, 10, 5, 5, 80, 10, 20, 30, 40, 50, 60, 3, 4, 210]),
      ],
      [
        id<'indicator'>('jobs'),
        cells([100, 90, 80, 70, 60, none, 50, 50, 999, 100, 100, 100, 100, 100, 100, 50, 50, 2000]),
      ],
      [
        id<'indicator'>('rooms'),
        { ...cells([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, none, 7, 8, 9]), unit: id<'unit'>('share') },
      ],
    ]),
    marks: [
      {
        table: 'census',
        code: 'x-1',
        period: id<'period'>('2020'),
        column: 'column',
        mark: 'corrected',
        original: 1,
        detail: sameText('slip'),
      },
    ],
  } as Table;
}

function context(): ExplainContext {
  const tables = [table()];
  const observed = [...definitions.indicators.values()].filter((one) => one.formula === null);
  const built = buildPanel({
    cities: units.cities,
    periods: [id<'period'>('2010'), id<'period'>('2020')],
    indicators: observed.map((one) => one.id),
    tables,
    imported: null,
    catalog: definitions,
  });
  const full = computeIndicators(built.value, definitions, { country: id<'city'>('land') });
  return { panel: full, catalog: definitions, register: units, tables, imported: null };
}

const made = context();
const open = (address: string) => explain(address, made);
const all = (node: Explanation): Explanation[] => [node, ...node.inputs.flatMap(all)];

function expectHonest(tree: Explanation): void {
  for (const node of all(tree)) {
    expect(node.evidence).toMatch(/^[0-9a-f]{64}$/);
    if (node.kind === 'source') {
      expect(node.source?.licence).toBe('MIT');
      expect(node.source?.locator).not.toBe('');
    }
    expect([node.id, node.kind === 'computation']).toEqual([node.id, node.inputs.length > 0]);
    if (node.kind === 'missing') expect(node.value).toBeNull();
    expect(node.how.zh).not.toBe('');
  }
}

describe('explain a value', () => {
  it('reads it from its row, with marks', () => {
    const node = open('value/x-1/2020/mining');
    expect(node).toMatchObject({ kind: 'source', value: 10, unit: 'person', inputs: [] });
    expect(node.source).toMatchObject({ licence: 'MIT', file: 'data/tables/census.csv' });
    expect(node.source?.locator).toContain('x-1/2020');
    expect(node.remarks.map(({ en }) => en).join('; ')).toContain('corrected (source: 1): slip');
  });

  it('opens the areas of a sum', () => {
    const node = open('value/x-7/2020/mining');
    expect(node).toMatchObject({ kind: 'computation', value: 7, method: 'areas' });
    expect(node.inputs.map(({ id: name, value, kind }) => [name, value, kind])).toEqual([
      ['value/x-7/2020/mining#left', 3, 'source'],
      ['value/x-7/2020/mining#right', 4, 'source'],
    ]);
    expect(explain(node.inputs[0]?.id ?? '', made)).toEqual(node);
  });

  it('opens formulas, the country and earlier years', () => {
    expect(open('value/x-2/2020/mining_share')).toMatchObject({ value: 0.2, method: 'formulas' });
    expect(open('value/x-2/2020/mining_share').inputs.map(({ value }) => value)).toEqual([20, 100]);
    const quotient = open('value/x-2/2020/quotient');
    expect(quotient.value).toBeCloseTo(0.2 / (210 / 2000), 12);
    expect(quotient.inputs.map(({ value }) => value)).toEqual([20, 100, 210, 2000]);
    expect(open('value/x-2/2020/growth').inputs.map(({ id: name }) => name)).toEqual([
      'value/x-2/2020/jobs',
      'value/x-2/2010/jobs',
    ]);
  });

  it('shows what was passed over for a fallback, and gaps with their reason', () => {
    const either = open('value/x-6/2020/either');
    expect(either.inputs.map(({ kind }) => kind)).toEqual(['missing', 'source']);
    expect(either.remarks.map(({ en }) => en)).toContain('a fallback indicator was used');
    const gap = open('value/x-6/2020/rooms');
    expect(gap).toMatchObject({ kind: 'missing', value: null });
    expect(gap.remarks[0]?.en).toContain('census');
    const before = open('value/x-2/2010/growth');
    expect(before.value).toBeNull();
    expect(before.inputs[1]).toMatchObject({ kind: 'missing', id: 'value/x-2/2000/jobs' });
  });
});

describe('explain scores and ranks', () => {
  it('opens a branch to children with weights, and a leaf to the cities that set its range', () => {
    const node = open('score/x-2/2020/i');
    expect(node.inputs.map(({ id: name }) => name)).toEqual([
      'score/x-2/2020/i.work',
      'weight/i.work',
      'score/x-2/2020/i.rooms',
      'weight/i.rooms',
    ]);
    const [one, , two] = node.inputs;
    expect(node.value).toBeCloseTo(((one?.value as number) + (two?.value as number)) / 2, 12);
    const leafNode = open('score/x-2/2020/i.work.mining_share');
    // Less is better: the worst is 60 of 100 in x-6, the best 7 of 100 in x-7.
    expect(leafNode.inputs.map(({ id: name }) => name)).toEqual([
      'value/x-2/2020/mining_share',
      'value/x-6/2020/mining_share',
      'value/x-7/2020/mining_share',
    ]);
    expect(open('score/x-2/2020/i.rooms').inputs[1]).toMatchObject({
      id: 'goalposts/i.rooms',
      kind: 'parameter',
    });
  });

  it('says when a part is missing', () => {
    const node = open('score/x-6/2020/i');
    expect(node.remarks[0]?.en).toContain('1 of 2 parts');
    expectHonest(node);
  });

  it('opens a rank to its score, its neighbours and how weights were moved', () => {
    const scores = scoreIndices(made.panel, definitions, units).get('i');
    const node = open('rank/x-2/2020/i');
    const ranks = scores && rankIndex(scores, id<'period'>('2020'));
    expect(node.value).toBe(ranks?.rank[1]);
    expect(node.inputs[0]?.id).toBe('score/x-2/2020/i');
    expect(
      node.inputs.filter(({ kind }) => kind === 'parameter').map(({ id: name, value }) => [name, value]),
    ).toEqual([
      ['parameter/rank_weight_spread', 0.25],
      ['parameter/rank_runs', 40],
      ['parameter/rank_low_quantile', 0.05],
      ['parameter/rank_high_quantile', 0.95],
      ['parameter/rank_seed', 20260115],
    ]);
  });
});

describe('explain lights, peers and groups', () => {
  it('opens a light to value, bounds of the peers, parameters and the earlier value', () => {
    const node = open('light/x-1/2020/mining_share');
    expect(node.how.en).toContain('peers green');
    expect(node.inputs.map(({ id: name }) => name)).toEqual([
      'value/x-1/2020/mining_share',
      'peers/x-1/2020/mining_share#green',
      'peers/x-1/2020/mining_share#red',
      'parameter/peers_high_quantile',
      'parameter/peers_low_quantile',
      'parameter/peers_minimum',
      'value/x-1/2010/mining_share',
      'parameter/trend_dead_band',
    ]);
    expect(node.remarks.map(({ en }) => en)).toEqual(['flattering']);
  });

  it('opens a target with its reference and mark', () => {
    const node = open('light/x-3/2020/rooms').inputs[1];
    expect(node).toMatchObject({ id: 'target/rooms', kind: 'parameter', value: 5, references: ['law'] });
    expect(node?.remarks[0]?.en).toBe('from memory, not verified');
  });

  it('opens the median of the peers to the middle values', () => {
    const node = open('peers/x-1/2020/mining_share');
    expect(node.value).toBeCloseTo(0.3, 12);
    expect(node.inputs.map(({ id: name }) => name)).toEqual(['value/x-3/2020/mining_share']);
    expect(open('peers/x-1/2010/rooms').kind).toBe('computation');
    expect(open('peers/x-1/2010/growth').kind).toBe('missing');
  });

  it('opens a group to the sums and their rows', () => {
    const compared = compareGroups(made.panel, definitions, units, {
      indicator: share,
      period: id<'period'>('2020'),
      level: 'prefecture',
      by: 'listed',
    });
    const [group] = compared.groups;
    const node = open(group?.id ?? '');
    expect(node.value).toBe(group?.pooled);
    expect(node.inputs.map(({ value }) => value)).toEqual([217, 700]);
    expect(node.inputs[0]?.inputs[0]?.source?.locator).toContain('left/2020');
    expect(open('group/2020/rooms/listed.listed.prefecture').value).toBe(3);
  });
});

describe('explain in general', () => {
  const addresses = made.panel.cities.flatMap((name) =>
    ['2010', '2020'].flatMap((period) => [
      ...[...definitions.indicators.keys()].map((one) => `value/${name}/${period}/${one}`),
      ...[...definitions.lights.keys()].map((one) => `light/${name}/${period}/${one}`),
      ...['i', 'i.work', 'i.work.growth', 'i.rooms'].map((node) => `score/${name}/${period}/${node}`),
      `rank/${name}/${period}/i`,
      `peers/${name}/${period}/mining_share`,
    ]),
  );

  it('ends every tree in sources, settings or gaps, and shows the value of the panel', () => {
    for (const address of addresses) {
      const node = open(address);
      expectHonest(node);
      const [kind, name, period, indicator] = address.split('/') as [string, string, string, string];
      if (kind !== 'value') continue;
      const cell = made.panel.cities.indexOf(id(name)) * 2 + ['2010', '2020'].indexOf(period);
      const value = made.panel.columns.get(id(indicator))?.values[cell] ?? none;
      expect(node.value ?? none).toBe(value);
    }
  });

  it('has equal evidence for equal numbers, and other evidence for other catalogs and cells', () => {
    const again = context();
    for (const address of addresses.slice(0, 40)) expect(explain(address, again)).toEqual(open(address));
    const other = explain('value/x-2/2020/mining_share', {
      ...made,
      catalog: { ...definitions, hash: 'other' },
    });
    expect(other.evidence).not.toBe(open('value/x-2/2020/mining_share').evidence);
    expect(open('value/x-2/2020/mining').evidence).not.toBe(open('value/x-3/2020/mining').evidence);
    expect(open('value/x-6/2020/rooms').evidence).not.toBe(open('value/x-6/2010/growth').evidence);
  });

  it('opens settings by their own address', () => {
    expect(open('parameter/peers_minimum')).toMatchObject({ kind: 'parameter', value: 5 });
    expect(open('weight/i.work.growth')).toMatchObject({ value: 0.5, unit: 'share' });
    expect(open('goalposts/i.rooms').how.en).toBe('0 at 0, 100 at 10');
    expect(open('target/rooms').value).toBe(5);
  });

  it('refuses what does not exist and says what does', () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['value/y-1/2020/jobs', /NUMBER_UNKNOWN.*CITY/],
      ['value/x-1/1999/jobs', /NUMBER_UNKNOWN.*2010, 2020/],
      ['value/x-1/2020/absent', /NUMBER_UNKNOWN.*INDICATOR/],
      ['score/x-1/2020/i.absent', /NUMBER_UNKNOWN.*node/],
      ['rank/x-1/2020/absent', /NUMBER_UNKNOWN.*one of i/],
      ['light/x-1/2020/jobs', /NUMBER_UNKNOWN.*light/],
      ['group/2020/mining_share/listed.nobody.prefecture', /NUMBER_UNKNOWN.*by\.group\.level/],
      ['group/2020/mining_share/colour', /NUMBER_UNKNOWN.*SCOPE/],
      ['parameter/absent', /NUMBER_UNKNOWN.*parameter/],
      ['weight/i', /NUMBER_UNKNOWN/],
      ['target/jobs', /NUMBER_UNKNOWN.*target/],
      ['nothing', /NUMBER_UNKNOWN.*value\/CITY/],
    ];
    for (const [address, message] of refused) expect(() => open(address)).toThrow(message);
  });

  it('names an overlay that set a number', () => {
    const why = { en: 'local decision', zh: '地方决定' };
    const overlaid = {
      ...definitions,
      overlays: [{ name: 'city', by: 'bureau', on: '2026-02-01', why }],
      parameters: new Map([
        [
          'peers_minimum',
          { ...parameter('peers_minimum', 6), file: 'overlays/city/parameters/peers_minimum.yaml' },
        ],
      ]),
    };
    const node = explain('parameter/peers_minimum', { ...made, catalog: overlaid });
    expect(node).toMatchObject({ kind: 'judgement', value: 6 });
    expect(node.remarks[0]).toEqual(why);
  });

  it('works on a panel without tables as honest gaps', () => {
    const bare = panel(['2020'], { rooms: [[1]] });
    const node = explain('value/x-1/2020/rooms', { ...made, panel: bare, tables: [] });
    expect(node.kind).toBe('missing');
  });
});
