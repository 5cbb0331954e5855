import { type LegacyFlow, type LegacyYear, legacyPath, legacyYear } from './legacy.js';

/** What a table says of a year; `NaN` is not known. */
export interface LegacyRecord extends LegacyFlow {
  /** Counted at the end of the year: all that ever sank, and what of it is treated. */
  readonly registered: number;
  readonly treatedInAll: number;
}

/** A count that differs from what the flows come to. */
export interface LegacyRecount {
  readonly year: number;
  readonly registered: number;
  readonly treated: number;
  readonly byFlows: LegacyYear;
}

/**
 * Legacy land by its records. A count at the end of a year goes before what its flows come to; where the two differ it is told. From a
 * year on whose flows are missing nothing is known until the next count.
 *
 * @param records in the order of their years; the first has a count
 * @param tolerance by which a count may differ, for rounding
 */
export function legacyHistory(
  records: readonly LegacyRecord[],
  tolerance: number,
): { readonly years: readonly LegacyYear[]; readonly recounts: readonly LegacyRecount[] } {
  const years: LegacyYear[] = [];
  const recounts: LegacyRecount[] = [];
  const start = records[0]?.registered ?? Number.NaN;
  for (const record of records) {
    const byFlows = following(years.at(-1), record);
    const registered = counted(record.registered, byFlows.registered);
    const treated = counted(record.treatedInAll, byFlows.treated);
    const differs =
      Math.abs(registered - byFlows.registered) > tolerance ||
      Math.abs(treated - byFlows.treated) > tolerance;
    if (differs) recounts.push({ year: record.year, registered, treated, byFlows });
    years.push(legacyYear(record.year, registered, treated, start));
  }
  return { years, recounts };
}

/** What the flows of a year make of the year before it; not known where there is none. */
function following(before: LegacyYear | undefined, flow: LegacyFlow): LegacyYear {
  const known = before?.year === flow.year - 1;
  const state = known ? before : { registered: Number.NaN, treated: Number.NaN };
  const [after] = legacyPath(state, [flow]);
  return after as LegacyYear;
}

function counted(count: number, byFlows: number): number {
  return Number.isNaN(count) ? byFlows : count;
}
