import type { TransferAnswer } from '../../api/contract.js';

/** Cells of one unit that are other than given, by column of the table of units. */
export type UnitChange = Readonly<Record<string, string>>;

/** What the simulator is asked; all of it but a table of one's own stands in the address. */
export interface Asked {
  /** Yuan. */
  readonly budget: number;
  readonly period: string;
  readonly formula: string | null;
  readonly performance: boolean;
  /** Share of the total that the performance adjustment moves, 0–1; null: the catalog's. */
  readonly pool: number | null;
  /** Yuan, by grade. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Shares by year of the phase-out, 0–1; null: the formula's. */
  readonly phaseOut: readonly number[] | null;
  /** By city. */
  readonly changes: ReadonlyMap<string, UnitChange>;
  readonly city: string | null;
}

/** Where nothing is said: the budget of 2020 (财预〔2020〕71号) and its year. */
export const usual = { budget: 22_290_000_000, period: '2020' } as const;

/** The state of an address; what cannot be read keeps its usual value. */
export function askedOf(query: URLSearchParams): Asked {
  const number = (name: string, most: number) => numberIn(query.get(name), most);
  const period = query.get('period') ?? '';
  const shares = (query.get('phaseout') ?? '').split(',').map((one) => numberIn(one, 1));
  return {
    budget: number('budget', 1e13) ?? usual.budget,
    period: /^\d{4}$/.test(period) ? period : usual.period,
    formula: query.get('formula'),
    performance: query.get('performance') !== 'no',
    pool: number('pool', 1),
    fixed: new Map(
      pairsOf(query.get('fixed')).flatMap(([grade = '', amount]) => {
        const yuan = numberIn(amount ?? null, 1e13);
        return yuan === null ? [] : [[grade, yuan] as const];
      }),
    ),
    phaseOut: shares.every((one): one is number => one !== null) ? shares : null,
    changes: changesOf(query.get('change')),
    city: query.get('city'),
  };
}

function numberIn(text: string | null, most: number): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return value >= 0 && value <= most ? value : null;
}

function pairsOf(text: string | null): string[][] {
  return (text ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => one.split(':').map(plainOf));
}

function changesOf(text: string | null): Map<string, UnitChange> {
  const found = new Map<string, UnitChange>();
  for (const [city, column, value] of pairsOf(text))
    if (city && column && value) found.set(city, { ...found.get(city), [column]: value });
  return found;
}

/** Query value of the fixed amounts: `grade:yuan` with commas between; null for none. */
export function fixedText(fixed: Asked['fixed']): string | null {
  return Array.from(fixed, ([grade, yuan]) => `${safe(grade)}:${yuan}`).join(',') || null;
}

/** Query value of the changes: `city:column:value` with commas between; null for none. */
export function changesText(changes: Asked['changes']): string | null {
  const words = Array.from(changes).flatMap(([city, cells]) =>
    Object.entries(cells).map(([column, value]) => [city, column, value].map(safe).join(':')),
  );
  return words.join(',') || null;
}

function safe(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll(':', '%3A');
}

function plainOf(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

/** A unit of a table as columns and cells. */
export type Unit = Readonly<Record<string, string>>;

/** The question without what the reader changed: what the rest is compared with. */
export function plainBody(asked: Asked, units: readonly Unit[] | null): object {
  return {
    budget: asked.budget,
    period: asked.period,
    ...(asked.formula !== null && { formula: asked.formula }),
    ...(units !== null && { units }),
  };
}

/** Whether anything but budget, year and formula is other than the catalog and the units have it. */
export function isChanged(asked: Asked): boolean {
  return (
    !asked.performance ||
    asked.pool !== null ||
    asked.fixed.size > 0 ||
    asked.phaseOut !== null ||
    asked.changes.size > 0
  );
}

/**
 * The question with all changes. A phase-out begins from what the unit gets without any change.
 *
 * @param before the answer without changes
 */
export function changedBody(asked: Asked, units: readonly Unit[] | null, before: TransferAnswer): object {
  const changes = Array.from(asked.changes, ([city, cells]) => {
    const base = before.rows.find((row) => row.city === city)?.amount;
    const phase = cells.phase === undefined || base === undefined ? {} : { base: String(base) };
    return { city, ...cells, ...phase };
  });
  return {
    ...plainBody(asked, units),
    ...(!asked.performance && { performance: false }),
    ...(asked.pool !== null && { pool: asked.pool }),
    ...(asked.fixed.size > 0 && { fixed: Object.fromEntries(asked.fixed) }),
    ...(asked.phaseOut !== null && { phaseOut: asked.phaseOut }),
    ...(changes.length > 0 && { changes }),
  };
}
