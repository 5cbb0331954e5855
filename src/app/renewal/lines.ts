import { type Issue, issue } from '../../base/index.js';
import { type LineVerdict, lineVerdicts, type RedLine, rentRises } from '../../plan/index.js';
import type { RenewalOptions } from './call.js';
import type { ParcelTable } from './parcels.js';
import type { GivenProject } from './tables.js';

/** One red line of one unit: what the plan does, and what doing every project would do. */
export interface RedLineRow {
  readonly unit: string;
  readonly line: RedLine;
  readonly bound: number;
  readonly plan: LineState;
  readonly all: LineState;
}

export interface LineState {
  readonly value: number | null;
  /** `null`: a figure is missing. */
  readonly kept: boolean | null;
  /** Square metres, or households, that must change for the line to be kept. */
  readonly change: number | null;
}

/** Floor that the first line leaves aside. */
export interface Exemption {
  readonly project: string;
  readonly unit: string;
  readonly area: number;
  readonly reason: string;
}

/** Floor of each unit: of its parcels where these say it, else of its projects. */
export function existingFloor(
  projects: readonly GivenProject[],
  parcels: ParcelTable | null,
): ReadonlyMap<string, number> {
  const units = [...new Set(projects.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  const own = (unit: string) =>
    projects.reduce((sum, one) => (one.unit === unit ? sum + one.existing : sum), 0);
  return new Map(units.map((unit) => [unit, parcels?.existing.get(unit) ?? own(unit)]));
}

/** The red lines of every unit, what is left aside, and what to doubt. */
export function redLinesOf(
  table: string,
  projects: readonly GivenProject[],
  existing: ReadonlyMap<string, number>,
  starts: Int32Array,
  { bounds }: RenewalOptions,
) {
  const plan = lineVerdicts(projects, existing, bounds, (at) => (starts[at] as number) >= 0);
  const all = lineVerdicts(projects, existing, bounds, () => true);
  const rows = all.map((one, at): RedLineRow => {
    const { unit, line, bound } = one;
    return { unit, line, bound, plan: stateOf(plan[at] as LineVerdict), all: stateOf(one) };
  });
  const exemptions = projects.flatMap(({ project, unit, exempt, exemptReason }): readonly Exemption[] =>
    exempt > 0 ? [{ project, unit, area: exempt, reason: exemptReason }] : [],
  );
  const unknown = rows.filter((row) => row.all.kept === null);
  const issues: readonly Issue[] = [
    ...unitsOf(unknown).map(([unit, own]) =>
      issue('RENEWAL_LINE_UNKNOWN', 'warning', unit, { found: own.map(({ line }) => line).join(', ') }),
    ),
    ...exemptions.flatMap(({ project, area, reason }) =>
      reason === '' ? [issue('RENEWAL_EXEMPT', 'warning', `${table}: ${project}`, { found: area })] : [],
    ),
  ];
  return { rows, exemptions, issues };
}

function stateOf({ value, kept, change }: LineVerdict): LineState {
  const known = (one: number) => (Number.isNaN(one) ? null : one);
  return { value: known(value), kept, change: known(change) };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The fourth line, of the whole city: how housing rent rises. */
export function rentsOf(years: readonly number[], rents: readonly number[], limit: number) {
  const rows = rentRises(years, rents).map((one) => ({ ...one, limit, kept: one.rise <= limit + 1e-12 }));
  const issues = rows.flatMap(({ year, rise, kept }) =>
    kept
      ? []
      : [issue('RENEWAL_RENT', 'warning', String(year), { found: percent(rise), limit: percent(limit) })],
  );
  return { rows, issues };
}

function unitsOf(rows: readonly RedLineRow[]): readonly (readonly [string, readonly RedLineRow[]])[] {
  return [...new Set(rows.map(({ unit }) => unit))].map((unit) => [
    unit,
    rows.filter((row) => row.unit === unit),
  ]);
}
