import { describe, expect, it } from 'vitest';
import { AfterlodeError, type CityId, id, sha256Text } from '../base/index.js';
import { compareFigures, drawUnits } from './compare-figures.js';
import { definitionOf, readRoundFile } from './definition.js';
import { isDay, lateUnits } from './late.js';
import { readSnapshot } from './snapshot.js';
import type { CampaignEvent, Figure, ReturnKind } from './types.js';

const city = (name: string): CityId => id<'city'>(name);
const file = {
  id: 'r2025',
  label: { en: 'Round', zh: '轮次' },
  period: '2025',
  forms: ['city_core'],
  units: ['a', 'b'],
  deadlines: { report: '2026-04-30', province: '2026-05-31', nation: '2026-06-30' },
};

function codeOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof AfterlodeError ? `${error.code} ${error.where}` : 'other';
  }
}

describe('the definition of a round', () => {
  it('is read from a file', () => {
    const definition = definitionOf(readRoundFile(file), [city('a'), city('b')]);
    expect(definition).toMatchObject({ id: 'r2025', period: '2025', indices: [], units: ['a', 'b'] });
  });

  it.each([
    ['file', null],
    ['unit', { ...file, unit: ['a'] }],
    ['id', { ...file, id: 'Round 2025' }],
    ['label', { ...file, label: 7 }],
    ['period', { ...file, period: '2025-Q1' }],
    ['forms', { ...file, forms: 'city_core' }],
    ['deadlines', { ...file, deadlines: '2026-04-30' }],
    ['deadlines.nation', { ...file, deadlines: { ...file.deadlines, nation: '2026-06-31' } }],
  ])('says what is wrong at %s', (where, found) => {
    expect(codeOf(() => readRoundFile(found))).toBe(`ROUND_DEFINITION ${where}`);
  });

  it('has its units once, at least one, and deadlines that follow one another', () => {
    const read = readRoundFile(file);
    expect(codeOf(() => definitionOf(read, [city('a'), city('a')]))).toBe('ROUND_DEFINITION units');
    expect(codeOf(() => definitionOf(read, []))).toBe('ROUND_DEFINITION units');
    const late = readRoundFile({ ...file, deadlines: { ...file.deadlines, report: '2026-07-01' } });
    expect(codeOf(() => definitionOf(late, [city('a')]))).toBe('ROUND_DEFINITION deadlines');
    expect([isDay('2024-02-29'), isDay('2026-02-29'), isDay('2026-1-1')]).toEqual([true, false, false]);
  });
});

describe('lateUnits', () => {
  const definition = definitionOf(readRoundFile(file), ['a', 'b', 'c', 'd'].map(city));
  const event = (unit: string, kind: ReturnKind, day: string, number: number): CampaignEvent => ({
    number,
    round: 'r2025',
    unit: city(unit),
    kind,
    revision: number,
    at: `${day}T23:59:59.000Z`,
    by: 'x',
    why: '',
    content: null,
  });
  const events = [
    event('a', 'save', '2026-04-01', 1),
    event('a', 'submit', '2026-04-30', 2),
    event('b', 'save', '2026-04-02', 3),
    event('a', 'accept_province', '2026-06-02', 4),
    event('d', 'leave_out', '2026-06-02', 5),
  ];
  const late = (day: string) =>
    lateUnits(definition, events, id<'date'>(day)).map(
      ({ unit, level, days, missing }) => `${unit} ${level} ${days}${missing ? ' missing' : ''}`,
    );

  it('names units that are missing before the deadline, and those that are late after it', () => {
    expect(late('2026-04-30')).toEqual(['b unit 0 missing', 'c unit 0 missing', 'd unit 0 missing']);
    expect(late('2026-05-01')).toEqual(['b unit 1 missing', 'c unit 1 missing', 'd unit 1 missing']);
  });

  it('holds each level to its own deadline, and forgets who was left out', () => {
    expect(late('2026-06-01')).toContain('a province 1');
    expect(late('2026-06-30')).not.toContain('a nation 0');
    expect(late('2026-07-02')).toEqual(['a nation 2', 'b unit 63 missing', 'c unit 63 missing']);
  });
});

describe('compareFigures', () => {
  const figure = (unit: string, score: number | null): Figure => ({ unit: city(unit), node: 'n', score });

  it('takes differences of the last digits, and no others', () => {
    const first = [figure('a', 70), figure('b', null)];
    expect(compareFigures(first, [figure('b', null), figure('a', 70 * (1 + 5e-10))])).toMatchObject({
      equal: true,
      compared: 2,
    });
    const other = compareFigures(first, [figure('a', 70.0001), figure('c', 1)]);
    expect(other).toMatchObject({ equal: false, compared: 3, different: 2 });
    expect(other.differences.map(({ unit, first: one, second }) => [unit, one, second])).toEqual([
      ['a', 70, 70.0001],
      ['c', null, 1],
    ]);
  });

  it('compares only the units of a sample, which a seed draws', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map(city);
    const drawn = drawUnits(all, 2, 7);
    expect([drawn.length, drawUnits([...all].reverse(), 2, 7), drawUnits(all, 9, 7)]).toEqual([
      2,
      drawn,
      all,
    ]);
    const none = compareFigures([figure('a', 1)], [figure('a', 2)], [city('b')]);
    expect(none).toMatchObject({ equal: true, compared: 0, largest: null });
  });
});

describe('readSnapshot', () => {
  it('refuses a text that is not what its address says, and what is no snapshot', () => {
    expect(codeOf(() => readSnapshot('0'.repeat(64), '{}'))).toMatch(/^SNAPSHOT_BROKEN/);
    expect(codeOf(() => readSnapshot(sha256Text('[]'), '[]'))).toMatch(/^SNAPSHOT_BROKEN/);
    const text = '{"afterlode_snapshot":1}';
    expect(readSnapshot(sha256Text(text), text)).toEqual({ afterlode_snapshot: 1 });
  });
});
