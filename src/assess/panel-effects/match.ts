import { AfterlodeError, type Issue, issue, phrases, seededRandom, type Text } from '../../base/index.js';
import { type BalanceRow, balanceTable } from './balance.js';

/** Units with what is compared, and the covariates by which they are matched. */
export interface MatchInput {
  readonly units: readonly string[];
  /** Usually the change of an indicator between two years; `NaN` is missing. */
  readonly outcome: Float64Array;
  /** 1: treated. */
  readonly treated: Uint8Array;
  /** As they were before the treatment. */
  readonly covariates: readonly { readonly name: string; readonly values: Float64Array }[];
}

const matching = { en: 'matching', zh: '匹配' };

export interface MatchOptions {
  /** Comparison units for each treated one. */
  readonly neighbours: number;
  /** Whether a comparison unit may serve several treated ones. */
  readonly replacement: boolean;
  /** Largest distance, in standard deviations over all covariates together; null: any. */
  readonly caliper: number | null;
  /** Decides between units at equal distance and, without replacement, who chooses first. */
  readonly seed: number;
  /** Standardised differences of covariates above it are called unbalanced. */
  readonly unbalanced: number;
}

/** A treated unit with those it is compared with. */
export interface MatchedUnit {
  readonly unit: string;
  readonly matches: readonly { readonly unit: string; readonly distance: number }[];
  readonly outcome: number;
  /** Mean outcome of the matches. */
  readonly comparison: number;
  readonly difference: number;
}

export interface MatchResult {
  /** Mean difference between treated units and their matches, in units of the outcome; `NaN` where none is matched. */
  readonly estimate: number;
  readonly standardError: number;
  /** All treated less all others, before matching. */
  readonly unmatched: number;
  readonly matched: readonly MatchedUnit[];
  /** Treated units without a match inside the caliper, or without anybody left. */
  readonly withoutMatch: readonly string[];
  /** Units with a missing outcome or covariate. */
  readonly leftOut: readonly string[];
  readonly balance: readonly BalanceRow[];
  readonly issues: readonly Issue[];
}

/** Units that can be compared, by place in the input. */
interface Sample {
  readonly treated: readonly number[];
  readonly others: readonly number[];
  /** By unit: covariates divided by their standard deviations. */
  readonly scaled: readonly Float64Array[];
}

/**
 * Nearest-neighbour comparison: each treated unit with the untreated ones nearest to it in the covariates, each divided by its
 * standard deviation over all units. Equal seeds give equal matches.
 *
 * Standard error: with replacement Abadie and Imbens 2006 (M), with matching of comparison units among themselves; without,
 * that of a mean of paired differences.
 *
 * @throws AfterlodeError EFFECT_PANEL where arrays do not fit together, EFFECT_FEW without treated or untreated units
 */
export function matchedComparison(input: MatchInput, options: MatchOptions): MatchResult {
  checkInput(input, options);
  const { sample, leftOut } = sampleOf(input);
  if (sample.treated.length === 0 || sample.others.length < options.neighbours) {
    const [treated, others] = [sample.treated.length, sample.others.length];
    const found = {
      en: `${treated} treated, ${others} others`,
      zh: `处理组 ${treated} 个，对照组 ${others} 个`,
    };
    throw new AfterlodeError('EFFECT_FEW', matching, { found });
  }
  const pairs = matchAll(sample, options);
  const value = (unit: number) => input.outcome[unit] as number;
  const matched = pairs.map(({ unit, matches }) => {
    const comparison = matches.reduce((sum, one) => sum + value(one.unit), 0) / matches.length;
    return {
      unit: input.units[unit] as string,
      matches: matches.map((one) => ({ unit: input.units[one.unit] as string, distance: one.distance })),
      outcome: value(unit),
      comparison,
      difference: value(unit) - comparison,
    };
  });
  const estimate = meanOf(matched.map((one) => one.difference));
  const chosen = new Set(pairs.map(({ unit }) => unit));
  const balance = balanceTable(input, sample, pairs, options.unbalanced);
  return {
    estimate,
    standardError: standardError(input, sample, pairs, matched, options),
    unmatched: meanOf(sample.treated.map(value)) - meanOf(sample.others.map(value)),
    matched,
    withoutMatch: sample.treated
      .filter((unit) => !chosen.has(unit))
      .map((unit) => input.units[unit] as string),
    leftOut: leftOut.map((unit) => input.units[unit] as string),
    balance,
    issues: issuesOf(balance, matched.length, sample.treated.length),
  };
}

/** A treated unit and its matches, by place in the input. */
export interface Pair {
  readonly unit: number;
  readonly matches: readonly { readonly unit: number; readonly distance: number }[];
}

function sampleOf({ units, outcome, treated, covariates }: MatchInput): {
  readonly sample: Sample;
  readonly leftOut: readonly number[];
} {
  const known = (unit: number) =>
    !Number.isNaN(outcome[unit]) && covariates.every(({ values }) => !Number.isNaN(values[unit]));
  const all = [...units.keys()];
  const used = all.filter(known);
  const spreads = covariates.map(({ values }) => deviation(used.map((unit) => values[unit] as number)));
  const scaled = all.map((unit) =>
    Float64Array.from(covariates, ({ values }, at) => {
      const spread = spreads[at] as number;
      // What is equal everywhere tells nobody apart.
      return spread > 0 ? (values[unit] as number) / spread : 0;
    }),
  );
  return {
    sample: {
      treated: used.filter((unit) => treated[unit] === 1),
      others: used.filter((unit) => treated[unit] !== 1),
      scaled,
    },
    leftOut: all.filter((unit) => !known(unit)),
  };
}

function matchAll(sample: Sample, options: MatchOptions): readonly Pair[] {
  const random = seededRandom(options.seed);
  const tie = new Map(sample.others.map((unit) => [unit, random()]));
  const order = sample.treated.map((unit) => [random(), unit] as const).sort((a, b) => a[0] - b[0]);
  const free = new Set(sample.others);
  const found = new Map<number, Pair>();
  for (const [, unit] of order) {
    const matches = nearest(sample, unit, [...free], options.neighbours, tie).filter(
      ({ distance }) => options.caliper === null || distance <= options.caliper,
    );
    if (matches.length < options.neighbours) continue;
    found.set(unit, { unit, matches });
    if (!options.replacement) for (const one of matches) free.delete(one.unit);
  }
  return sample.treated.flatMap((unit) => found.get(unit) ?? []);
}

function nearest(
  sample: Sample,
  unit: number,
  among: readonly number[],
  count: number,
  tie: ReadonlyMap<number, number>,
): readonly { readonly unit: number; readonly distance: number }[] {
  const from = sample.scaled[unit] as Float64Array;
  return among
    .map((other) => ({ unit: other, distance: distanceBetween(from, sample.scaled[other] as Float64Array) }))
    .sort((a, b) => a.distance - b.distance || (tie.get(a.unit) ?? 0) - (tie.get(b.unit) ?? 0))
    .slice(0, count);
}

function distanceBetween(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, at) => sum + (value - (b[at] as number)) ** 2, 0));
}

function standardError(
  { outcome }: MatchInput,
  sample: Sample,
  pairs: readonly Pair[],
  matched: readonly MatchedUnit[],
  { neighbours, replacement }: MatchOptions,
): number {
  const differences = matched.map((one) => one.difference);
  const count = differences.length;
  if (count < 2) return Number.NaN;
  if (!replacement) return deviation(differences) / Math.sqrt(count);
  const mean = meanOf(differences);
  let sum = differences.reduce((all, one) => all + (one - mean) ** 2, 0);
  const uses = new Map<number, number>();
  for (const { matches } of pairs) for (const { unit } of matches) uses.set(unit, (uses.get(unit) ?? 0) + 1);
  for (const [unit, used] of uses) {
    const twin = nearest(
      sample,
      unit,
      sample.others.filter((other) => other !== unit),
      1,
      new Map(),
    )[0];
    if (!twin) return Number.NaN;
    const own = 0.5 * ((outcome[unit] as number) - (outcome[twin.unit] as number)) ** 2;
    sum += ((used * (used - 1)) / neighbours ** 2) * own;
  }
  return Math.sqrt(sum) / count;
}

function checkInput(
  { units, outcome, treated, covariates }: MatchInput,
  { neighbours, caliper }: MatchOptions,
): void {
  const refuse = (where: string | Text, found: string | number | Text, expected: Text) => {
    throw new AfterlodeError('EFFECT_PANEL', where, { found, expected });
  };
  const columns = [outcome, treated, ...covariates.map(({ values }) => values)];
  if (columns.some(({ length }) => length !== units.length)) {
    refuse(matching, columns.map(({ length }) => length).join(', '), {
      en: `${units.length} values in every column`,
      zh: `每列 ${units.length} 个数值`,
    });
  }
  if (covariates.length === 0) refuse('covariates', phrases.none, phrases.oneOrMore);
  if (!(Number.isInteger(neighbours) && neighbours >= 1))
    refuse('neighbours', neighbours, phrases.wholeFrom(1));
  if (caliper !== null && !(caliper > 0))
    refuse('caliper', caliper, { en: 'a distance above 0', zh: '大于 0 的距离' });
}

function issuesOf(balance: readonly BalanceRow[], matched: number, treated: number): readonly Issue[] {
  const off = balance.filter((row) => row.unbalanced).map((row) => row.covariate);
  return [
    ...(off.length === 0 ? [] : [issue('EFFECT_UNBALANCED', 'warning', matching, { found: off.join(', ') })]),
    ...(matched < treated
      ? [issue('EFFECT_UNMATCHED', 'warning', matching, { found: treated - matched, expected: treated })]
      : []),
    issue('EFFECT_ASSUMES', 'note', matching, {}),
  ];
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation, divisor n − 1. */
function deviation(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
