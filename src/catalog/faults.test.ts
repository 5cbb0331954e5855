import { describe, expect, it } from 'vitest';
import { places, resolveSample } from './testing/sample.js';

type Changes = Parameters<typeof resolveSample>[0];
const share = 'indicators/work/mining_share.yaml';
const change = 'indicators/work/mining_share_change.yaml';

/** One fault of each kind, the code and the line it must name. */
const faults: readonly (readonly [what: string, changes: Changes, found: readonly string[]])[] = [
  ['not YAML', { [share]: 'label: {en: [\n' }, [`CATALOG_SYNTAX ${share}, line 2`]],
  ['an alias', { 'catalog.yaml': 'version: *other\n' }, ['CATALOG_SYNTAX catalog.yaml, line 1']],
  [
    'a key twice',
    { [share]: ['unit: share', 'unit: share\nunit: ratio'] },
    [`CATALOG_KEY_DUPLICATE ${share}, line 3`],
  ],
  [
    'an unknown key',
    { [share]: ['better: less', 'beter: less\nbetter: less'] },
    [`CATALOG_KEY_UNKNOWN ${share}, line 3`],
  ],
  [
    'an unknown key deep inside',
    { 'indices/all.yaml': ['weight: 0.4}', 'weight: 0.4, wight: 1}'] },
    ['CATALOG_KEY_UNKNOWN indices/all.yaml, line 13'],
  ],
  [
    'an unknown key in a condition',
    { 'problems/much_mining.yaml': ['is: ge,', 'is: ge, if: 1,'] },
    ['CATALOG_KEY_UNKNOWN problems/much_mining.yaml, line 6'],
  ],
  ['a missing key', { [share]: ['better: less\n', ''] }, [`CATALOG_KEY_MISSING ${share}, line 1`]],
  ['a value of another type', { [share]: ['better: less', 'better: 7'] }, [`CATALOG_VALUE ${share}, line 3`]],
  [
    'a weight above 1',
    { 'indices/all.yaml': ['weight: 0.6', 'weight: 1.6'] },
    ['CATALOG_VALUE indices/all.yaml, line 9'],
  ],
  [
    'an unknown comparison',
    { 'problems/much_mining.yaml': ['is: ge', 'is: above'] },
    ['CATALOG_VALUE problems/much_mining.yaml, line 6'],
  ],
  [
    'a value without reference',
    { 'parameters/cut.yaml': [', reference: study', ''] },
    ['CATALOG_REFERENCE_MISSING parameters/cut.yaml, line 6'],
  ],
  [
    'an indicator without reference',
    { [share]: ['references: [rules]', 'references: []'] },
    [`CATALOG_REFERENCE_MISSING ${share}, line 6`],
  ],
  ['a file of no kind', { 'notes/x.yaml': 'a: 1\n' }, ['CATALOG_FILE_UNKNOWN notes/x.yaml']],
  ['a file that must be there', { 'source_order.yaml': null }, ['CATALOG_FILE_MISSING source_order.yaml']],
  [
    'an id defined twice',
    {
      'observed/more.yaml':
        '\nminers: {label: {en: M, zh: 矿}, unit: person, additive: true, valid: [0, 1], references: [rules], mark: D}\n',
    },
    ['CATALOG_ID_DUPLICATE observed/more.yaml, line 2'],
  ],
  [
    'computed under the id of an observed one',
    {
      'indicators/work/output.yaml': `label: {en: O, zh: 产}\nunit: CNY\nbetter: more\nvalid: [0, 1]\nformula: {op: sum, of: [output]}\nreferences: [rules]\nmark: D\n`,
    },
    ['CATALOG_ID_DUPLICATE indicators/work/output.yaml, line 1'],
  ],
  [
    'an unknown input',
    { [share]: ['[miners, workers]', '[minerz, workers]'] },
    [`CATALOG_ID_UNKNOWN ${share}, line 5`],
  ],
  ['an unknown reference', { [share]: ['[rules]', '[rule]'] }, [`CATALOG_ID_UNKNOWN ${share}, line 6`]],
  ['an unknown unit', { [share]: ['unit: share', 'unit: sheer'] }, [`CATALOG_ID_UNKNOWN ${share}, line 2`]],
  [
    'an unknown method',
    { [share]: ['op: ratio,', 'op: use, method: magic,'] },
    [`CATALOG_ID_UNKNOWN ${share}, line 5`],
  ],
  [
    'an unknown parameter',
    { 'problems/much_mining.yaml': ['parameter: cut', 'parameter: cutt'] },
    ['CATALOG_ID_UNKNOWN problems/much_mining.yaml, line 6'],
  ],
  [
    'a light of nothing',
    { 'lights/work.yaml': 'minning: {peers: true}\n' },
    ['CATALOG_ID_UNKNOWN lights/work.yaml, line 1'],
  ],
  [
    'a source order of nothing',
    { 'source_order.yaml': 'usual: []\nexcept: {nothing: [a]}\n' },
    ['CATALOG_ID_UNKNOWN source_order.yaml, line 2'],
  ],
  [
    'a quotient with the wrong unit',
    { 'indicators/work/output_per_worker.yaml': ['unit: CNY_per_person', 'unit: CNY'] },
    ['CATALOG_UNIT_MISMATCH indicators/work/output_per_worker.yaml, line 2'],
  ],
  [
    'a quotient of unlike units called a share',
    { [share]: ['[miners, workers]', '[output, workers]'] },
    [`CATALOG_UNIT_MISMATCH ${share}, line 2`],
  ],
  [
    'a sum of unlike units',
    { [share]: ['op: ratio, of: [miners, workers]', 'op: sum, of: [miners, output]'] },
    [`CATALOG_UNIT_MISMATCH ${share}, line 5`],
  ],
  [
    'an indicator in a unit that is not a base unit',
    { [share]: ['unit: share', 'unit: percent'] },
    [`CATALOG_UNIT_MISMATCH ${share}, line 2`],
  ],
  [
    'a column in a unit of something else',
    { 'layouts/long.yaml': ['10_thousand_person', '100_million_cny'] },
    ['CATALOG_UNIT_MISMATCH layouts/long.yaml, line 8'],
  ],
  [
    'a comparison of unlike units',
    { 'parameters/cut.yaml': ['unit: share', 'unit: person'] },
    ['CATALOG_UNIT_MISMATCH problems/much_mining.yaml, line 6'],
  ],
  [
    'too many inputs of a method',
    {
      [share]: [
        'op: ratio, of: [miners, workers]',
        'op: use, method: location_quotient, of: [miners, workers, farmers]',
      ],
    },
    [`CATALOG_VALUE ${share}, line 5`],
  ],
  [
    'one alias for two units',
    { 'units.yaml': ["aliases: ['10,000 persons']", "aliases: ['%']"] },
    ['CATALOG_ID_DUPLICATE units.yaml, line 5'],
  ],
  [
    'a circle',
    { [share]: ['[miners, workers]', '[mining_share_change, mining_share]'] },
    [`CATALOG_CYCLE ${share}, line 1`, `CATALOG_CYCLE ${share}, line 1`],
  ],
  [
    'weights off 1',
    { 'indices/all.yaml': ['weight: 0.4', 'weight: 0.35'] },
    ['CATALOG_WEIGHTS_SUM indices/all.yaml, line 6'],
  ],
  [
    'weights off 1 further down',
    { 'indices/all.yaml': ['mining_share, weight: 0.5', 'mining_share, weight: 0.6'] },
    ['CATALOG_WEIGHTS_SUM indices/all.yaml, line 10'],
  ],
  [
    'goalposts left out',
    { 'indices/all.yaml': ['method: minmax', 'method: goalposts'] },
    [
      'CATALOG_KEY_MISSING indices/all.yaml, line 11',
      'CATALOG_KEY_MISSING indices/all.yaml, line 12',
      'CATALOG_KEY_MISSING indices/all.yaml, line 13',
    ],
  ],
  [
    'goalposts without distance',
    { 'indices/all.yaml': ['workers, weight: 0.4', 'workers, weight: 0.4, goalposts: [1, 1]'] },
    ['CATALOG_RANGE indices/all.yaml, line 13'],
  ],
  [
    'an indicator twice in an index',
    { 'indices/all.yaml': ['indicator: workers', 'indicator: mining_share'] },
    ['CATALOG_ID_DUPLICATE indices/all.yaml, line 13'],
  ],
  [
    'a range upside down',
    { [share]: ['valid: [0, 1]', 'valid: [1, 0]'] },
    [`CATALOG_RANGE ${share}, line 4`],
  ],
  [
    'dates out of order',
    { 'parameters/cut.yaml': ['from: 2020-01-01', 'from: 1999-01-01'] },
    ['CATALOG_RANGE parameters/cut.yaml, line 7'],
  ],
  [
    'classes with a gap',
    { 'classes/grade.yaml': ['from: 0.1', 'from: 0.2'] },
    ['CATALOG_RANGE classes/grade.yaml, line 4'],
  ],
  [
    'classes closed above',
    { 'classes/grade.yaml': ['from: 0.1', 'from: 0.1, to: 0.3'] },
    ['CATALOG_RANGE classes/grade.yaml, line 4'],
  ],
  [
    'a long layout without values',
    { 'layouts/long.yaml': ['value: [value]\n', ''] },
    ['CATALOG_KEY_MISSING layouts/long.yaml, line 1'],
  ],
];

describe('faults of definition files', () => {
  it('the sample itself has none', () => {
    expect(places(resolveSample().issues)).toEqual([]);
  });

  it.each(faults)('%s', (_what, changes, found) => {
    const { issues } = resolveSample(changes);
    expect(places(issues)).toEqual(found);
    expect(issues.every((one) => one.severity === 'error')).toBe(true);
  });

  it('lists the faults of all files in one run', () => {
    const { issues } = resolveSample({
      [share]: ['better: less', 'better: 7'],
      [change]: ['years: 10', 'years: 0'],
      'indices/all.yaml': ['weight: 0.4', 'weight: 0.3'],
      'parameters/cut.yaml': ['value: 0.15', 'value: much'],
    });
    expect(places(issues)).toEqual([
      `CATALOG_VALUE ${share}, line 3`,
      `CATALOG_VALUE ${change}, line 5`,
      'CATALOG_WEIGHTS_SUM indices/all.yaml, line 6',
      'CATALOG_VALUE parameters/cut.yaml, line 7',
    ]);
  });

  it('words the fault of weights with branch, sum, expectation, gap, file and line', () => {
    const { issues } = resolveSample({
      'indices/all.yaml': ['output_per_worker, weight: 0.5', 'output_per_worker, weight: 0.45'],
    });
    expect(issues[0]?.message.en).toBe('all.one sums to 0.95, expected 1 (indices/all.yaml, line 10)');
    expect(issues[0]?.remedy.en).toContain('0.05');
    expect(issues[0]?.message.zh).toContain('0.95');
  });

  it('names the circle', () => {
    const { issues, value } = resolveSample({
      [share]: ['[miners, workers]', '[mining_share_change, workers]'],
    });
    const circle = issues.find((one) => one.code === 'CATALOG_CYCLE');
    expect(circle?.message.en).toContain('mining_share → mining_share_change → mining_share');
    expect(value.computed).toEqual(['output_per_worker']);
  });

  it('names ids that resemble an unknown one and the keys that are allowed', () => {
    const unknown = resolveSample({ [share]: ['[miners, workers]', '[minerz, workers]'] }).issues[0];
    expect(unknown?.message.en).toContain('near: miners');
    const key = resolveSample({ 'lights/work.yaml': 'mining_share: {peer: true, peers: true}\n' }).issues[0];
    expect(key?.message.en).toContain('allowed are target, peers, trend_years');
  });

  it('takes a difference of the ninth decimal for rounding, of the eighth for a fault', () => {
    const weights = (text: string) =>
      resolveSample({ 'indices/all.yaml': ['weight: 0.4', `weight: ${text}`] }).issues;
    expect(weights('0.4000000009')).toEqual([]);
    expect(weights('0.40000001')).toHaveLength(1);
  });
});

describe('warnings', () => {
  it('a parameter nobody confirmed for a year', () => {
    const found = resolveSample({
      'parameters/cut.yaml': ['confirmed: 2026-01-15', 'confirmed: 2025-05-31'],
    }).issues;
    expect(places(found)).toEqual(['CATALOG_CONFIRMED_OLD parameters/cut.yaml, line 4']);
    expect(found[0]?.severity).toBe('warning');
  });

  it('a parameter confirmed a year ago to the day is still good', () => {
    const found = resolveSample({
      'parameters/cut.yaml': ['confirmed: 2026-01-15', 'confirmed: 2025-06-01'],
    }).issues;
    expect(found).toEqual([]);
  });

  it('a parameter whose rule has ended', () => {
    const found = resolveSample({ 'parameters/cut.yaml': ['value: 0.15', 'value: null'] });
    expect(places(found.issues)).toEqual(['CATALOG_NOT_IN_FORCE parameters/cut.yaml, line 5']);
    expect(found.value.parameters.get('cut')?.value).toBeNull();
  });
});
