import type { Finding, FlagNote, Judgement, Light } from '../../assess/index.js';
import { id, issue, type Text, type Unit } from '../../base/index.js';
import type { ClassScheme, Index, Indicator, UnitDefinition } from '../../catalog/index.js';
import type { DisplayUnit, ReportContext, ReportFigure, ReportPage } from '../types.js';

/** A made city with every case a report must show: gaps, doubts, a boundary break, a caveat, low confidence. */

const text = (en: string, zh: string): Text => ({ en, zh });
const located = { file: 'sample.yaml', line: 1 };

const percent: DisplayUnit = { unit: 'percent', label: text('%', '%'), factor: 0.01, digits: 1 };
const person: DisplayUnit = { unit: 'person', label: text('persons', '人'), factor: 1, digits: 0 };

function unitOf(
  unit: string,
  base: string | null,
  factor: number,
  display: DisplayUnit | null,
): UnitDefinition {
  return {
    id: id<'unit'>(unit),
    label: unit === 'percent' ? percent.label : text(unit, unit),
    base: base === null ? null : id<'unit'>(base),
    factor,
    display: display === null ? null : id<'unit'>(display.unit),
    digits: display?.digits ?? (unit === 'percent' ? 1 : 0),
    aliases: [],
  };
}

function indicator(name: string, label: Text, unit: string): Indicator {
  return {
    ...located,
    id: id<'indicator'>(name),
    label,
    theme: 'people',
    unit: id<'unit'>(unit),
    better: 'more',
    valid: [0, 1e9],
    formula: null,
    additive: true,
    parts: [],
    note: null,
    references: [],
    mark: 'D',
  };
}

function scheme(name: string, classes: Readonly<Record<string, Text>>): ClassScheme {
  return {
    ...located,
    id: name,
    label: text(name, name),
    classes: Object.entries(classes).map(([key, label]) => ({ id: key, label, from: null, to: null })),
    references: [],
    mark: 'D',
  };
}

const indicators = [
  indicator('population', text('Resident population', '常住人口'), 'person'),
  indicator('mining_share', text('Mining share of employment', '采矿业就业比重'), 'share'),
  indicator('unemployment_share', text('Unemployment', '失业率'), 'share'),
  indicator('growth', text('Population growth & change', '人口变化'), 'share'),
];

const index: Index = {
  ...located,
  id: 'people_work',
  version: 1,
  order: 1,
  label: text('People and work', '人口与就业'),
  note: null,
  aggregate: 'arithmetic',
  minimumCoverage: 0.5,
  steps: {
    impute: { method: 'none' },
    treat: { method: 'none' },
    normalise: { method: 'minmax', trim: 0 },
    weights: { method: 'given' },
  },
  periods: ['2010', '2020'],
  of: [
    {
      id: 'people',
      label: text('People', '人口'),
      weight: 0.6,
      of: [{ indicator: id<'indicator'>('growth'), weight: 1, goalposts: null }],
      aggregate: null,
      minimumCoverage: null,
    },
    {
      id: 'work',
      label: text('Work', '就业'),
      weight: 0.4,
      of: [{ indicator: id<'indicator'>('mining_share'), weight: 1, goalposts: null }],
      aggregate: null,
      minimumCoverage: null,
    },
  ],
  references: [],
  mark: 'D',
};

const units = [
  unitOf('share', null, 1, percent),
  unitOf('percent', 'share', 0.01, null),
  unitOf('person', null, 1, null),
];

export const sampleContext: ReportContext = {
  catalog: {
    version: '0.1.0',
    hash: '0123456789abcdef'.repeat(4),
    overlays: [],
    classes: new Map(
      [
        scheme('official_type', { declining: text('declining', '衰退型') }),
        scheme('resource', { coal: text('coal', '煤炭') }),
        scheme('level', { prefecture: text('prefecture-level city', '地级市') }),
        scheme('theme', { people: text('People', '人口'), work: text('Work', '就业') }),
      ].map((one) => [one.id, one]),
    ),
    indices: new Map([[index.id, index]]),
    indicators: new Map(indicators.map((one) => [one.id, one])),
    units: new Map<Unit, UnitDefinition>(units.map((one) => [one.id, one])),
  },
  sources: [
    {
      id: 'census_2020',
      title: text('Census 2020 <short form>', '2020年人口普查（短表）'),
      file: 'tables/census_2020.csv.gz',
      sha256: 'ab'.repeat(32),
      boundary: text('boundaries of 2020', '2020年行政区划'),
      repository: 'someone/census',
      path: 'data/2020.csv',
      commit: '1234567',
      primary: text('Statistical office', '统计局'),
      licence: 'MIT',
    },
  ],
  program: '0.1.0',
  pack: text('Sample pack', '样例数据包'),
};

function judgement(final: Light, basis: Judgement['basis']): Judgement {
  const peerClass = text('declining × coal', '衰退型 × 煤炭');
  return {
    target: 'none',
    people: 'none',
    peers: final,
    trend: 'none',
    final,
    objective: final,
    mismatch: null,
    basis,
    peerClass,
    peerCount: 31,
    caveats: [],
  };
}

/** A decline disguised as success. */
export const sampleFlag: FlagNote = {
  id: 'caveat',
  label: text('Share falls because people leave', '人走了比重才下降'),
  advice: text('Look at the causes first.', '先查明原因。'),
  disguise: true,
};

function figure(
  name: string,
  theme: string,
  display: DisplayUnit,
  values: readonly [number | null, number | null],
  peers: readonly [number | null, number | null, number | null],
): ReportFigure {
  const label = indicators.find((one) => one.id === name)?.label ?? text(name, name);
  const address = (period: string) => `value/xx-100100/${period}/${name}`;
  const [q1, median, q3] = peers;
  const flags = name === 'mining_share' ? [sampleFlag] : [];
  return {
    indicator: name,
    theme,
    label,
    unit: display.unit === 'percent' ? 'share' : 'person',
    display,
    better: 'more',
    period: '2020',
    id: address('2020'),
    value: values[1],
    doubtful: name === 'mining_share',
    remarks: name === 'mining_share' ? [text('sum over two areas', '两个地区之和')] : [],
    flags,
    series: [
      { period: '2010', value: values[0], id: address('2010'), flags: [] },
      { period: '2020', value: values[1], id: address('2020'), flags },
    ],
    peers: { label: text('declining × coal', '衰退型 × 煤炭'), count: 31, q1, median, q3 },
  };
}

function finding(kind: Finding['kind'], severity: Finding['severity'], label: Text): Finding {
  return {
    id: `${kind}-1`,
    city: id<'city'>('xx-100100'),
    problem: kind,
    label,
    advice: text('Look at the causes first.', '先查明原因。'),
    kind,
    period: id<'period'>('2020'),
    magnitude: { low: -0.2, mid: -0.158, high: -0.1, unit: id<'unit'>('share') },
    severity,
    confidence: 0.5,
    rule: `problems/${kind}.yaml`,
    evidence: ['value/xx-100100/2020/growth'],
  };
}

export const samplePage: ReportPage = {
  city: {
    id: 'xx-100100',
    adcode: '100100',
    name: text('Probe', '样例市'),
    province: text('Province A', '甲省'),
    level: 'prefecture',
    listed: true,
    type: 'declining',
    batch: { number: 2, year: 2009, kind: '' },
    resources: ['coal'],
    resourceConfidence: 'low',
    note: '',
    doubts: [{ field: 'resources', text: text('two sources differ', '两个来源不一致') }],
  },
  period: '2020',
  checkup: {
    city: id<'city'>('xx-100100'),
    period: id<'period'>('2020'),
    scores: {
      people_work: 41.25,
      'people_work.people': 22.05,
      'people_work.people.growth': 22.05,
      'people_work.work': null,
      'people_work.work.mining_share': null,
    },
    lights: { growth: judgement('red', 'peers'), mining_share: judgement('none', 'none') },
    standing: {
      people_work: { score: 41.25, rank: 201, rankInterval: [180, 220], ranked: 262, coverage: 0.5 },
    },
    rank: 201,
    rankInterval: [180, 220],
    coverage: 0.5,
    strongest: ['mining_share'],
    weakest: ['growth', 'people_work.people'],
    missing: ['unemployment_share'],
    flags: { mining_share: ['caveat'] },
    findings: [
      finding('caveat', 'watch', text('Share falls because people leave', '人走了比重才下降')),
      finding('problem', 'urgent', text('Fast shrinkage', '快速收缩')),
    ],
    issues: [issue('PERIOD_UNKNOWN', 'note', 'xx-100100, 2020', { found: '2019', expected: '2010, 2020' })],
  },
  nodeFlags: { people_work: [sampleFlag], 'people_work.work': [sampleFlag] },
  figures: [
    figure('population', 'people', person, [1_058_665, 891_271], [500_000, 1_200_000, 2_000_000]),
    figure('growth', 'people', percent, [null, -0.15812], [-0.2, -0.1, 0.01]),
    figure('mining_share', 'work', percent, [0.2005, 0.1005], [0.05, 0.1, null]),
    figure('unemployment_share', 'work', percent, [0.1, null], [null, null, null]),
  ],
  breaks: [{ year: 2014, scope: 'whole', text: text('gained a county', '划入一县') }],
  sources: ['census_2020', 'import-7'],
};
