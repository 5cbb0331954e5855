import type { PlanLine } from './types.js';

/** Floor areas and households of a project in its unit; `NaN`: not known. */
export interface ProjectAreas {
  /** Renewal unit; empty: none. */
  readonly unit: string;
  /** Square metres of floor. */
  readonly demolished: number;
  /** Of these: illegal or condemned, which the first line leaves aside. */
  readonly exempt: number;
  readonly built: number;
  /** Households that must move. */
  readonly households: number;
  /** Of these: resettled on site or nearby. */
  readonly near: number;
}

/** Bounds of the three lines of a unit, as shares or times. */
export interface LineBounds {
  /** Demolished ÷ existing floor at most. */
  readonly demolition: number;
  /** New ÷ demolished floor at most. */
  readonly ratio: number;
  /** Resettled on site or nearby ÷ households at least. */
  readonly resettled: number;
}

export type RedLine = keyof LineBounds;

/** One line of one unit, held against what is done there. */
export interface LineVerdict {
  readonly unit: string;
  readonly line: RedLine;
  readonly bound: number;
  /** Demolished ÷ existing, new ÷ demolished, near ÷ households; `NaN`: not known, or nothing to divide by. */
  readonly value: number;
  /** `null`: a figure is missing. */
  readonly kept: boolean | null;
  /** What must change for the line to be kept: floor not to demolish, floor not to build, households to resettle near; 0 where kept. */
  readonly change: number;
}

/** Sums of one unit over the projects that are done. */
interface UnitSums {
  readonly demolished: number;
  readonly built: number;
  readonly households: number;
  readonly near: number;
  readonly counted: number;
}

/** Lines of a unit as constraints; a line with a missing figure binds nothing, which `verdicts` tells. */
export function redLineRows(
  areas: readonly ProjectAreas[],
  existing: ReadonlyMap<string, number>,
  bounds: LineBounds,
): readonly PlanLine[] {
  return [...existing].flatMap(([unit, floor]) => {
    const of = (amount: (one: ProjectAreas) => number) =>
      areas.map((one) => (one.unit === unit ? amount(one) : 0));
    const lines: readonly (readonly [RedLine, readonly number[], number])[] = [
      ['demolition', of(({ demolished, exempt }) => demolished - exempt), bounds.demolition * floor],
      ['ratio', of(({ built, demolished }) => built - bounds.ratio * demolished), 0],
      ['resettled', of(({ households, near }) => bounds.resettled * households - near), 0],
    ];
    return lines.flatMap(([line, coefficients, limit]) =>
      Number.isNaN(limit) || coefficients.some(Number.isNaN)
        ? []
        : [{ name: `${unit}/${line}`, coefficients, limit }],
    );
  });
}

/**
 * Each line of each unit, held against what is done.
 *
 * @param done whether a project is done, by project: of a plan, or all
 */
export function lineVerdicts(
  areas: readonly ProjectAreas[],
  existing: ReadonlyMap<string, number>,
  bounds: LineBounds,
  done: (project: number) => boolean,
): readonly LineVerdict[] {
  return [...existing].flatMap(([unit, floor]) => {
    const sums = sumsOf(areas.filter((one, project) => one.unit === unit && done(project)));
    const { demolished, built, households, near, counted } = sums;
    return [
      verdict(unit, 'demolition', bounds, counted / floor, counted - bounds.demolition * floor),
      verdict(unit, 'ratio', bounds, built / demolished, built - bounds.ratio * demolished),
      verdict(unit, 'resettled', bounds, near / households, bounds.resettled * households - near),
    ];
  });
}

function sumsOf(own: readonly ProjectAreas[]): UnitSums {
  const sum = (of: (one: ProjectAreas) => number) => own.reduce((all, one) => all + of(one), 0);
  return {
    demolished: sum(({ demolished }) => demolished),
    built: sum(({ built }) => built),
    households: sum(({ households }) => households),
    near: sum(({ near }) => near),
    counted: sum(({ demolished, exempt }) => demolished - exempt),
  };
}

function verdict(unit: string, line: RedLine, bounds: LineBounds, value: number, over: number): LineVerdict {
  const known = !Number.isNaN(over);
  return {
    unit,
    line,
    bound: bounds[line],
    value: Number.isFinite(value) ? value : Number.NaN,
    kept: known ? over <= 1e-9 * Math.max(1, Math.abs(over)) : null,
    change: known ? Math.max(0, over) : Number.NaN,
  };
}

/** Rise of a yearly rent from each year to the next that has one, as a share a year. */
export function rentRises(
  years: readonly number[],
  rents: readonly number[],
): readonly { readonly year: number; readonly rise: number }[] {
  const known = years.flatMap((year, at) =>
    Number.isNaN(rents[at] as number) ? [] : [{ year, rent: rents[at] as number }],
  );
  return known.slice(1).map(({ year, rent }, at) => {
    const former = known[at] as (typeof known)[number];
    return { year, rise: (rent / former.rent) ** (1 / (year - former.year)) - 1 };
  });
}
