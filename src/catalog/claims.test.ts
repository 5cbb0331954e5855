import { describe, expect, it } from 'vitest';
import { places, resolveSample } from './testing/sample.js';

const claim = (more = '') => `miners_share:
  claim: {en: A third are miners, zh: 三分之一是矿工}
  source: {reference: study, where: page 1, mark: S}
  constants:
    cut: {label: {en: cut, zh: 界限}, value: 10, unit: percent}
  published:
    share: {label: {en: share, zh: 占比}, value: 33, unit: percent, tolerance: 1}
  readings:
    - id: plain
      figures:
        share: {op: pooled, indicator: mining_share, period: '2020', units: {listed: true}}
    - id: some
      if: {en: if some are left out, zh: 若略去一些}
      figures:
        share: cut
  reason: {en: 'It is {plain.share}, the cut {cut}.', zh: '为{plain.share}，界限{cut}。'}
${more}`;
const faults = (text: string) => places(resolveSample({ 'claims/people.yaml': text }).issues);

describe('claims of a catalog', () => {
  it('are resolved with their defaults', () => {
    const { value, issues } = resolveSample({ 'claims/people.yaml': claim() });
    expect(issues).toEqual([]);
    const found = value.claims.get('miners_share');
    expect([found?.theme, found?.constants.get('cut')?.reference, found?.published.get('share')?.is]).toEqual(
      ['people', 'study', 'eq'],
    );
    expect(found?.readings[0]?.figures.get('share')).toMatchObject({
      op: 'pooled',
      coverage: 1,
      units: { listed: true, levels: [], outermost: false },
    });
  });

  it('cannot be changed', () => {
    const constants = resolveSample({ 'claims/people.yaml': claim() }).value.claims.get('miners_share')
      ?.constants as Map<string, unknown>;
    expect(() => constants.set('x', 1)).toThrow('frozen');
  });

  it.each([
    ['indicator: mining_share,', 'indicator: mining_shore,', 'CATALOG_ID_UNKNOWN'],
    ['reference: study', 'reference: nowhere', 'CATALOG_ID_UNKNOWN'],
    ['value: 33, unit: percent', 'value: 33, unit: furlong', 'CATALOG_ID_UNKNOWN'],
    ['share: cut', 'share: cat', 'CATALOG_ID_UNKNOWN'],
    ['{plain.share}', '{plain.other}', 'CATALOG_ID_UNKNOWN'],
    ['      if: {en: if some are left out, zh: 若略去一些}\n', '', 'CATALOG_KEY_MISSING'],
    ['        share: cut', '        other: cut', 'CATALOG_KEY_MISSING'],
    ['- id: some', '- id: plain', 'CATALOG_VALUE'],
    ['- id: plain', '- id: plain\n      if: {en: a, zh: 甲}', 'CATALOG_VALUE'],
    ['value: 33,', 'value: mature,', 'CATALOG_VALUE'],
    ['cut: {label', 'share: {label', 'CATALOG_VALUE'],
    [
      'share: cut',
      'share: {op: count, units: {}, when: {indicator: mining_share, is: gt, than: 0}}',
      'CATALOG_KEY_MISSING',
    ],
    [
      'share: cut',
      "share: {op: count, units: {}, period: '2020', when: {light: mining_share, in: [red]}}",
      'CATALOG_VALUE',
    ],
    ['share: cut', 'share: {op: guess}', 'CATALOG_'],
  ])('tell of %s as %s with %s, file and line', (from, to, code) => {
    const text = claim();
    expect(text).toContain(from);
    const found = faults(text.replace(from, to));
    expect(found.some((one) => one.startsWith(code) && /claims\/people\.yaml, line \d+/.test(one))).toBe(
      true,
    );
  });

  it('may be added by an overlay', () => {
    const overlay = {
      name: 'mine',
      files: [
        { path: 'overlay.yaml', text: 'by: me\non: 2026-01-01\nwhy: {en: mine, zh: 我的}\n' },
        { path: 'claims/own.yaml', text: claim() },
      ],
    };
    const { value, issues } = resolveSample({}, [overlay]);
    expect(issues).toEqual([]);
    expect([...value.claims.keys()]).toEqual(['miners_share']);
  });
});
