/** Jobs for each 100 residents of working age. Missing where nobody is of working age. Source: coalfield reports (V). */
export function jobDensity(jobs: number, workingAge: number): number {
  return workingAge > 0 ? (100 * jobs) / workingAge : Number.NaN;
}

/** Employment rate of a place minus that of a reference, shares; below 0 is a shortfall. Source: coalfield reports (V). */
export function employmentRateGap(rate: number, reference: number): number {
  return rate - reference;
}

/**
 * Hidden unemployment: people of working age who are inactive for reasons of health beyond the share that is usual in a
 * benchmark; never below 0. Registered unemployment is held down by them.
 *
 * Source: coalfield reports, 8.4 % against 6.2 % (V).
 *
 * @param inactiveShare of people of working age, 0–1
 * @param benchmark the same share of a fully employed area
 * @returns share, and persons where the number of people of working age is known
 */
export function hiddenUnemployment(
  inactiveShare: number,
  benchmark: number,
  workingAge: number,
): { readonly share: number; readonly persons: number } {
  const share = Math.max(0, inactiveShare - benchmark);
  return { share, persons: share * workingAge };
}

/** Whether jobs of successors make up for jobs lost. */
export interface Replacement {
  /** Successor jobs · wage ratio ÷ resource jobs lost; missing where none were lost. */
  readonly ratio: number;
  readonly gained: number;
  readonly lost: number;
  /** Ratio at or above the target; null where it is missing. */
  readonly reached: boolean | null;
}

/**
 * Replacement ratio since a base year: cumulated jobs of successor industries, adjusted by their wage over that of the
 * resource jobs, over cumulated resource jobs lost.
 *
 * Source: ours (D).
 *
 * @param gained cumulated successor jobs
 * @param lost cumulated resource jobs lost, 0 or more
 * @param wageRatio successor wage ÷ resource wage; 1 leaves wages out
 */
export function replacementRatio(
  gained: number,
  lost: number,
  wageRatio: number,
  target: number,
): Replacement {
  const ratio = lost > 0 ? (gained * wageRatio) / lost : Number.NaN;
  return { ratio, gained, lost, reached: Number.isNaN(ratio) ? null : ratio >= target };
}

/** A group of displaced workers, or of vacancies within commuting distance. */
export interface OccupationCount {
  readonly occupation: string;
  readonly count: number;
}

export interface SkillsMatch {
  /** Share of displaced workers with a vacancy of a near occupation, 0–1; missing without workers. */
  readonly share: number;
  readonly matched: number;
  readonly displaced: number;
  /** By occupation of the displaced: its nearest occupation with vacancies, and how near. */
  readonly nearest: readonly {
    readonly occupation: string;
    readonly to: string | null;
    readonly similarity: number;
  }[];
}

/**
 * Skills match: share of displaced workers whose occupation is at least `threshold` similar to one with vacancies within
 * commuting distance. It counts fits, not places: several workers may fit one vacancy.
 *
 * Similarity of two occupations is the cosine of their skills, 0–1; an occupation without skills is similar to none.
 *
 * Source: ours (D).
 *
 * @param skills levels of each skill by occupation, all of one length, 0 or more
 */
export function skillsMatch(
  displaced: readonly OccupationCount[],
  vacancies: readonly OccupationCount[],
  skills: ReadonlyMap<string, ArrayLike<number>>,
  threshold: number,
): SkillsMatch {
  const open = vacancies.filter(({ count }) => count > 0);
  const nearest = displaced.map(({ occupation }) => {
    let best: { to: string | null; similarity: number } = { to: null, similarity: Number.NaN };
    for (const { occupation: to } of open) {
      const similarity = cosine(skills.get(occupation), skills.get(to));
      if (!Number.isNaN(similarity) && !(similarity <= best.similarity)) best = { to, similarity };
    }
    return { occupation, ...best };
  });
  const total = displaced.reduce((sum, { count }) => sum + count, 0);
  const matched = displaced.reduce(
    (sum, { count }, at) => sum + ((nearest[at]?.similarity ?? Number.NaN) >= threshold ? count : 0),
    0,
  );
  return { share: total > 0 ? matched / total : Number.NaN, matched, displaced: total, nearest };
}

function cosine(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): number {
  if (!a || !b) return Number.NaN;
  let [products, lengthA, lengthB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    products += (a[at] as number) * (b[at] as number);
    lengthA += (a[at] as number) ** 2;
    lengthB += (b[at] as number) ** 2;
  }
  // One root of the product keeps equal profiles at exactly 1.
  return lengthA > 0 && lengthB > 0 ? Math.min(1, products / Math.sqrt(lengthA * lengthB)) : Number.NaN;
}
