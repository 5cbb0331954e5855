import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, id } from '../base/index.js';
import { expectCatalog, resolveCatalog } from './resolve.js';
import { resolveSample, sampleDay, sampleFiles } from './testing/sample.js';

describe('resolveCatalog', () => {
  it('gives typed values', () => {
    const { value } = resolveSample();
    expect(value.version).toBe('1.2.3');
    const share = value.indicators.get(id<'indicator'>('mining_share'));
    expect(share).toMatchObject({
      theme: 'work',
      unit: 'share',
      valid: [0, 1],
      file: 'indicators/work/mining_share.yaml',
      line: 1,
    });
    expect(share?.formula).toEqual({ op: 'ratio', of: ['miners', 'workers'] });
    const workers = value.indicators.get(id<'indicator'>('workers'));
    expect(workers).toMatchObject({
      additive: true,
      formula: null,
      valid: [0, Number.POSITIVE_INFINITY],
      line: 1,
    });
    expect(value.lights.get(id<'indicator'>('mining_share'))).toMatchObject({
      peers: true,
      trendYears: 10,
      target: null,
    });
    expect(value.layouts.get('long')?.columns.get('jobs')).toEqual({
      indicator: 'workers',
      unit: '10_thousand_person',
    });
    expect(value.sourceOrder.usual).toEqual(['table_a', 'table_b']);
    expect(value.sourceOrder.byIndicator.get(id<'indicator'>('workers'))).toEqual(['table_b']);
    expect(value.units.get(id<'unit'>('percent'))).toMatchObject({ base: 'share', factor: 0.01 });
  });

  it('puts every computed indicator after what it is computed from', () => {
    expect(resolveSample().value.computed).toEqual([
      'mining_share',
      'mining_share_change',
      'output_per_worker',
    ]);
  });

  it('takes the parameter value in force on the day, its reference with it', () => {
    const on = (day: string) => resolveCatalog(sampleFiles(), id<'date'>(day)).value.parameters.get('cut');
    expect(on('2019-12-31')).toMatchObject({ value: 0.1, reference: 'study' });
    expect(on('2020-01-01')).toMatchObject({ value: 0.15, reference: 'rules' });
    expect(on('1999-12-31')?.value).toBeNull();
  });

  it('is frozen to the bottom', () => {
    const { value } = resolveSample();
    const share = value.indicators.get(id<'indicator'>('mining_share'));
    expect(Object.isFrozen(value) && Object.isFrozen(share) && Object.isFrozen(share?.label)).toBe(true);
    expect(Object.isFrozen(value.indices.get('all')?.of[0])).toBe(true);
    const map = value.parameters as Map<string, unknown>;
    expect(() => map.set('cut', null)).toThrow(TypeError);
    expect(() => map.clear()).toThrow(TypeError);
  });

  it('passes over overlays that are not applied and over cases', () => {
    const more = { 'overlays/x/overlay.yaml': 'nonsense: [', 'cases/mining_share.yaml': 'nonsense: [' };
    const { issues, value } = resolveSample(more);
    expect(issues).toEqual([]);
    expect(value.hash).toBe(resolveSample().value.hash);
  });

  it('does not depend on the order of files', () => {
    const nominal = resolveSample().value;
    const shuffled = fc.shuffledSubarray(sampleFiles(), { minLength: sampleFiles().length });
    fc.assert(
      fc.property(shuffled, (files) => {
        const { value, issues } = resolveCatalog(files, sampleDay);
        expect(issues).toEqual([]);
        expect(value.hash).toBe(nominal.hash);
        expect(value.computed).toEqual(nominal.computed);
      }),
      { seed: 20260115, numRuns: 20 },
    );
  });

  it('never throws, whatever stands in a file', () => {
    const paths = sampleFiles().map((file) => file.path);
    const values = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom(
        '',
        '~',
        '[]',
        '{}',
        '- 1',
        'a: &x 1\nb: *x',
        '--- 1\n--- 2',
        '{a: {b: {c: 1}}}',
        '? [a]\n: 1',
        '!!set {a}',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, text) => {
        const { issues } = resolveSample({ [path]: text });
        for (const one of issues) {
          expect(one.where).not.toBe('');
          expect(`${one.message.en} ${one.message.zh} ${one.remedy.en}`).not.toMatch(/\{\w+\}/);
        }
      }),
      { seed: 20260116, numRuns: 150 },
    );
  });

  it('changes its hash with every changed letter', () => {
    const changed = resolveSample({ 'catalog.yaml': 'version: 1.2.4\n' }).value.hash;
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(changed).not.toBe(resolveSample().value.hash);
  });
});

describe('expectCatalog', () => {
  it('gives the catalog where there are only warnings', () => {
    const checked = resolveSample({ 'parameters/cut.yaml': ['2026-01-15', '2020-01-15'] });
    expect(expectCatalog(checked)).toBe(checked.value);
  });

  it('throws the number of errors and the first of them', () => {
    const checked = resolveSample({ 'indices/all.yaml': ['weight: 0.4', 'weight: 0.3'] });
    expect(() => expectCatalog(checked)).toThrow(AfterlodeError);
    expect(() => expectCatalog(checked)).toThrow(/CATALOG_INVALID.*1 faults: all sums to 0.9/);
  });
});
