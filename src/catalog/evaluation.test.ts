import { describe, expect, it } from 'vitest';
import { places, resolveSample } from './testing/sample.js';

const aspect = `order: 1
label: {en: Industry, zh: 产业}
sources:
  st: {en: bureau, zh: 局}
items:
  - {id: mining_share, source: st, mark: D}
  - {id: nearest, indicator: workers, fit: stand_in, label: {en: Near, zh: 近}, source: st, mark: D}
references: [rules]
mark: D
`;
const evaluation = `order: 1
label: {en: Years, zh: 年}
index: all
structure: all.one
region: province
weights: {level: 1, change: 1, gap: 1}
references: [study]
mark: D
`;
const resolve = (aspects = aspect, evaluations = evaluation) =>
  resolveSample({ 'aspects/industry.yaml': aspects, 'evaluations/years.yaml': evaluations });

describe('aspects and evaluations of a catalog', () => {
  it('are resolved with their defaults, in their order', () => {
    const { value, issues } = resolve();
    expect(issues).toEqual([]);
    expect(value.aspects?.get('industry')?.items).toMatchObject([
      {
        id: 'mining_share',
        indicator: 'mining_share',
        fit: 'same',
        form: 'long',
        label: null,
        source: { en: 'bureau' },
      },
      { id: 'nearest', indicator: 'workers', fit: 'stand_in' },
    ]);
    expect(value.evaluations?.get('years')).toMatchObject({
      index: 'all',
      structure: 'all.one',
      weights: { gap: 1 },
    });
    const later = evaluation.replace('order: 1', 'order: 0');
    const both = resolveSample({ 'evaluations/years.yaml': evaluation, 'evaluations/zero.yaml': later });
    expect([...(both.value.evaluations?.keys() ?? [])]).toEqual(['zero', 'years']);
  });

  it('name indicators, sources, layouts and references that exist, and each entry once', () => {
    const faults = (from: string, to: string) => places(resolve(aspect.replace(from, to)).issues);
    expect(faults('id: mining_share', 'id: gold')).toEqual([
      'CATALOG_ID_UNKNOWN aspects/industry.yaml, line 6',
    ]);
    expect(faults('source: st, mark', 'source: tt, mark')).toEqual([
      'CATALOG_VALUE aspects/industry.yaml, line 6',
    ]);
    expect(faults('source: st, mark', 'source: st, form: narrow, mark')).toEqual([
      'CATALOG_ID_UNKNOWN aspects/industry.yaml, line 6',
    ]);
    expect(faults('id: nearest', 'id: mining_share')).toEqual([
      'CATALOG_ID_DUPLICATE aspects/industry.yaml, line 7',
    ]);
    expect(faults('[rules]', '[nothing]')).toEqual(['CATALOG_ID_UNKNOWN aspects/industry.yaml, line 8']);
  });

  it('name an index, a node of it and a weight above 0', () => {
    const faults = (from: string, to: string) => places(resolve(aspect, evaluation.replace(from, to)).issues);
    expect(faults('index: all', 'index: none')).toEqual(['CATALOG_VALUE evaluations/years.yaml, line 3']);
    expect(faults('all.one', 'all.two')).toEqual(['CATALOG_VALUE evaluations/years.yaml, line 4']);
    expect(faults('all.one', 'all.one.mining_share')).toEqual([]);
    expect(faults('{level: 1, change: 1, gap: 1}', '{level: 0, change: 0, gap: 0}')).toEqual([
      'CATALOG_VALUE evaluations/years.yaml, line 6',
    ]);
    expect(faults('[study]', '[nothing]')).toEqual(['CATALOG_ID_UNKNOWN evaluations/years.yaml, line 7']);
  });

  it('know what an indicator moves with', () => {
    const moved = (mate: string) =>
      resolveSample({
        'observed/work.yaml': [
          'miners: {label: {en: Miners, zh: 矿工}, unit: person,',
          `miners: {label: {en: Miners, zh: 矿工}, unit: person, moves_with: ${mate},`,
        ],
      });
    expect(moved('workers').value.indicators.get('miners' as never)?.movesWith).toBe('workers');
    expect(places(moved('gold').issues)).toEqual(['CATALOG_ID_UNKNOWN observed/work.yaml, line 2']);
    expect(resolveSample().value.indicators.get('miners' as never)?.movesWith).toBeNull();
  });
});
