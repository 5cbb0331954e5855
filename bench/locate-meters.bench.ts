import { seededRandom } from '../src/base/index.js';
import { type CellBatch, meterReader } from '../src/locate/index.js';
import { packed } from '../src/locate/vacancy/testing/packed.js';
import type { Measurement } from './measure.js';

/** Readings of 20,000 homes in twelve months, in memory. */

const random = seededRandom(6);
const rows = Array.from({ length: 20_000 }, (_, unit) => {
  const empty = random() < 0.2;
  return Array.from({ length: 12 }, (_month, at) => [
    `E${Math.floor(unit / 400)}`,
    `3204${String(unit).padStart(10, '0')}`,
    `2025-${String(at + 1).padStart(2, '0')}`,
    (empty ? random() / 2 : 2 + random() * 10).toFixed(1),
    (empty ? random() * 5 : 20 + random() * 100).toFixed(0),
  ]);
}).flat();
let batch: CellBatch | null = null;

function byBytes(): number {
  batch ??= packed(rows);
  const columns = { estate: 0, unit: 1, month: 2, water: 3, power: 4, kind: -1, value: -1 };
  const name = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const reader = meterReader(columns, { waterM3: 1, powerKwh: 10 }, Int32Array.of(1, 2, 3, 4), name);
  reader.add(batch);
  return reader.answer({ months: 6, heating: null }).estates.reduce((sum, { empty }) => sum + empty, 0);
}

/** The plain way: texts as keys, which keeps the identifiers in memory. */
function byTexts(): number {
  const used = new Map<string, Set<string>>();
  for (const [estate, unit, month, water, power] of rows) {
    const key = `${estate} ${unit}`;
    const months = used.get(key) ?? new Set();
    if (Number(water) >= 1 || Number(power) >= 10) months.add(month as string);
    used.set(key, months);
  }
  let empty = 0;
  for (const months of used.values()) if (months.size === 0) empty += 1;
  return empty;
}

export const meterMeasurements: readonly Measurement[] = [
  {
    name: 'locate: 240,000 readings to empty homes',
    run: byBytes,
    baseline: byTexts,
  },
];
