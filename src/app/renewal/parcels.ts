import { classLabel, parameterValue } from '../../assess/index.js';
import { type Issue, issue, phrases } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { RowSource } from '../../files/index.js';
import { type ParcelFactor, type ParcelStanding, type Quadrant, standingsOf } from '../../plan/index.js';
import { type NamedColumn, type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { perhapsIn, tableFault } from './tables.js';

/** What keeps functions off a parcel: a word of the class `renewal_gate`. */
export type Gate = 'ground' | 'untested' | 'contaminated' | 'unknown';

/** A parcel as it is told. */
export interface ParcelRow {
  readonly parcel: string;
  readonly unit: string;
  readonly potential: number | null;
  readonly difficulty: number | null;
  readonly quadrant: Quadrant | null;
  readonly missing: readonly string[];
  readonly gates: readonly Gate[];
  /** Candidates that pass the gates; `null` where nobody has named any. */
  readonly functions: readonly string[] | null;
  /** Words of the classes `renewal_path` and `renewal_operation`; `null`: not known. */
  readonly path: string | null;
  readonly operation: string | null;
}

/** Column and factor, by the catalog's weight `renewal_weight_ID`. */
const factors = [
  ['idle', 'idle_share', 'potential', 1],
  ['access', 'access_minutes', 'potential', -1],
  ['heritage', 'heritage_score', 'potential', 1],
  ['need', 'vulnerable_share', 'potential', 1],
  ['output', 'output_per_hectare', 'potential', -1],
  ['exceedance', 'exceedance', 'difficulty', 1],
  ['owners', 'owners', 'difficulty', 1],
  ['disputes', 'disputes', 'difficulty', 1],
  ['mortgaged', 'mortgaged', 'difficulty', 1],
  ['unwilling', 'unwilling_share', 'difficulty', 1],
] as const;

const columns: Readonly<Record<string, NamedColumn>> = {
  parcel: { also: ['地块'], needed: true },
  ...Object.fromEntries(factors.map(([, column]) => [column, { needed: false }])),
  ...Object.fromEntries(
    ['unit', 'existing_area', 'ground', 'contamination', 'functions', 'strategic', 'title'].map((column) => [
      column,
      { needed: false },
    ]),
  ),
};

export interface ParcelTable {
  readonly parcels: readonly ParcelRow[];
  /** Floor by unit, square metres; `NaN` where a parcel of the unit does not say. */
  readonly existing: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/**
 * Reads parcels and judges them.
 *
 * @throws AfterlodeError RENEWAL_TABLE, FILE_…
 */
export async function readParcels(source: RowSource, catalog: Catalog): Promise<ParcelTable> {
  const { name, rows, has } = await readNamedRows(source, columns, tableFault);
  const value = (id: string) => parameterValue(catalog, `renewal_${id}`);
  const weighed = factors.map(
    ([factor, , side, direction]): ParcelFactor => ({
      factor,
      side,
      direction,
      weight: value(`weight_${factor}`),
    }),
  );
  const figures = factors.map(([, column]) => rows.map((row) => perhapsIn(row, column)));
  const standings = standingsOf(weighed, figures, value('high'));
  const limits = { cut: value('high'), performance: value('low_performance') };
  const parcels = rows.map((row, at) => parcelOf(row, standings[at] as ParcelStanding, limits));
  const lacking = weighed.flatMap(({ factor }) => {
    const own = parcels.filter(({ missing }) => missing.includes(factor)).map(({ parcel }) => parcel);
    const found = classLabel(catalog, 'renewal_factor', factor);
    return own.length === 0
      ? []
      : [issue('RENEWAL_FACTOR', 'warning', `${name}: ${own.join(', ')}`, { found })];
  });
  const existing = new Map<string, number>();
  if (has('existing_area'))
    for (const row of rows) {
      const unit = row.text('unit');
      if (unit !== '') existing.set(unit, (existing.get(unit) ?? 0) + perhapsIn(row, 'existing_area'));
    }
  return { parcels, existing, issues: lacking };
}

function parcelOf(
  row: NamedRow<string>,
  standing: ParcelStanding,
  { cut, performance }: { readonly cut: number; readonly performance: number },
): ParcelRow {
  const gates = gatesOf(row);
  const candidates = row
    .text('functions')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    parcel: row.word('parcel', { en: 'a parcel', zh: '地块名称' }),
    unit: row.text('unit'),
    potential: known(standing.potential),
    difficulty: known(standing.difficulty),
    quadrant: standing.quadrant,
    missing: standing.missing,
    gates,
    functions: candidates.length === 0 ? null : gates.length > 0 ? [] : candidates,
    path: pathOf(row, performance),
    operation: operationOf(row, standing.difficulty, cut),
  };
}

/** Nothing is built on ground that moves or on soil that nobody has tested. */
function gatesOf(row: NamedRow<string>): readonly Gate[] {
  const ground = oneOf(row, 'ground', ['stable', 'unstable']);
  const soil = oneOf(row, 'contamination', ['clean', 'over', 'untested']);
  return [
    ...(ground === 'unstable' ? (['ground'] as const) : []),
    ...(soil === 'untested' ? (['untested'] as const) : []),
    ...(soil === 'over' ? (['contaminated'] as const) : []),
    ...(ground === null || soil === null ? (['unknown'] as const) : []),
  ];
}

function oneOf(row: NamedRow<string>, column: string, words: readonly string[]): string | null {
  const text = row.text(column);
  if (text === '') return null;
  if (words.includes(text)) return text;
  throw row.wrong(column, text, phrases.oneOf(words.join(', ')));
}

/** First step: what the plan of the city wants of the land, and how the land performs. */
function pathOf(row: NamedRow<string>, performance: number): string | null {
  const wanted = oneOf(row, 'strategic', ['services', 'industry', 'keep']);
  if (wanted !== 'industry') return wanted;
  const output = perhapsIn(row, 'output_per_hectare');
  if (!(performance > 0) || Number.isNaN(output)) return null;
  return output < performance ? 'better' : 'keep';
}

/** Second step, a rule of this project: who owns the land, and how difficult it is. */
function operationOf(row: NamedRow<string>, difficulty: number, cut: number): string | null {
  const title = oneOf(row, 'title', ['allocated', 'leased', 'collective']);
  if (title === null || title === 'collective') return title === null ? null : 'collective_lease';
  if (Number.isNaN(difficulty)) return null;
  const hard = difficulty > cut;
  if (title === 'allocated') return hard ? 'deferred' : 'expropriation';
  return hard ? 'government_lease' : 'enterprise';
}
