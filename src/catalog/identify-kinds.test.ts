import { describe, expect, it } from 'vitest';
import { places, resolveSample } from './testing/sample.js';

const label = 'label: {en: x, zh: x}\n';
const ends = 'references: [rules]\nmark: D\n';
const set = (test: string) =>
  `code: T1\n${label}passes: {when: any, mark: D}\ntests:\n  - {id: t1, label: {en: x, zh: x}, ${test}, fill: {en: x, zh: x}}\n${ends}`;
const axis = (from: string) =>
  `${label}inputs:\n  - {id: wealth, label: {en: x, zh: x}, from: {${from}}, better: more, fill: {en: x, zh: x}}\n${ends}`;
const formula = (more: string) => `${label}from: 2012-01-01\n${more}${ends}`;

describe('kinds of identification', () => {
  it('are built into the catalog', () => {
    const { value, issues } = resolveSample({
      'threshold_sets/t1.yaml': set('measures: [mining_share], is: ge, than: {mean_and_deviations: cut}'),
      'axes/wealth.yaml': axis('indicators: [mining_share]'),
      'transfer_formulas/f.yaml': formula(
        'coefficients: [{id: fiscal, label: {en: x, zh: x}, default: 1}]\n',
      ),
    });
    expect(places(issues)).toEqual(places(resolveSample().issues));
    expect(value.thresholdSets.get('t1')?.tests[0]).toMatchObject({
      measures: ['mining_share'],
      than: { meanAndDeviations: 'cut' },
      levels: [],
    });
    expect(value.axes.get('wealth')?.inputs[0]).toMatchObject({
      from: { indicators: ['mining_share'], relativeTo: 'none' },
      weight: 1,
    });
    expect(value.transferFormulas.get('f')).toMatchObject({
      grades: [],
      population: null,
      terms: null,
      to: null,
    });
  });

  it.each([
    [
      'threshold_sets/t1.yaml',
      set('measures: [mining], is: ge, than: {parameter: cut}'),
      'CATALOG_ID_UNKNOWN',
    ],
    [
      'threshold_sets/t1.yaml',
      set('measures: [mining_share], is: ge, than: {parameter: limit}'),
      'CATALOG_ID_UNKNOWN',
    ],
    [
      'threshold_sets/t1.yaml',
      set('measures: [mining_share], is: ge, than: {mean_and_deviations: k}'),
      'CATALOG_ID_UNKNOWN',
    ],
    [
      'threshold_sets/t1.yaml',
      set('measures: [mining_share], is: above, than: {parameter: cut}'),
      'CATALOG_VALUE',
    ],
    ['axes/wealth.yaml', axis('indicators: [wealth]'), 'CATALOG_ID_UNKNOWN'],
    ['axes/wealth.yaml', axis('reserves: gold'), 'CATALOG_VALUE'],
    [
      'transfer_formulas/f.yaml',
      formula('population: {label: {en: x, zh: x}, indicator: heads}\n'),
      'CATALOG_ID_UNKNOWN',
    ],
    [
      'transfer_formulas/f.yaml',
      formula('terms: {first: 4, extension: 5, phase_out: [1.5]}\n'),
      'CATALOG_VALUE',
    ],
  ])('%s with a fault names it (%#)', (path, text, code) => {
    const own = resolveSample({ [path]: text }).issues.filter(({ where }) => where.startsWith(path));
    expect(own.map((one) => one.code)).toContain(code);
  });
});
