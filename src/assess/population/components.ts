/** What a change of people is made of, persons. */
export interface Components {
  readonly change: number;
  /** Births less deaths. */
  readonly natural: number;
  /** Moves in less moves out: given, or what births and deaths leave of the change. */
  readonly migration: number;
  /** Whether migration is the remainder, which then also holds errors of the counts. */
  readonly isResidual: boolean;
  /** Change that births, deaths and given moves do not explain; 0 where migration is the remainder. */
  readonly unexplained: number;
  /** Lost people although nobody left on balance: the place shrinks by age alone. */
  readonly byAgeAlone: boolean | null;
}

/**
 * ΔP = births − deaths + net migration. Missing parts stay missing; without counted moves migration is the remainder.
 *
 * Source: standard; the note on ageing ours (D).
 *
 * @param people first and last, same boundaries and calibre
 * @param moves net migration; `NaN` where not counted
 */
export function componentsOf(
  people: readonly [number, number],
  births: number,
  deaths: number,
  moves = Number.NaN,
): Components {
  const change = people[1] - people[0];
  const natural = births - deaths;
  const isResidual = Number.isNaN(moves);
  const migration = isResidual ? change - natural : moves;
  const known = !Number.isNaN(change) && !Number.isNaN(migration);
  return {
    change,
    natural,
    migration,
    isResidual,
    unexplained: isResidual ? 0 : change - natural - moves,
    byAgeAlone: known ? change < 0 && migration >= 0 : null,
  };
}

/**
 * Net flow (residents − registered) ÷ registered, a share; below 0 more live elsewhere than came. Both calibres must be
 * of one year and one boundary. Missing without registered people.
 */
export function netFlow(residents: number, registered: number): number {
  return registered > 0 ? (residents - registered) / registered : Number.NaN;
}

/** Age of a population, shares of all and of those of working age. */
export interface Ageing {
  readonly young: number;
  readonly working: number;
  readonly old60: number;
  readonly old65: number;
  /** Young and 60 and over for each person of 15 to 59. */
  readonly dependency: number;
  /** 60 and over for each person of 0 to 14. */
  readonly ageingIndex: number;
}

/** Age shares and ratios from shares or counts of 0–14, 15–59, 60 and over, 65 and over. */
export function ageingOf(young: number, working: number, old60: number, old65: number): Ageing {
  const all = young + working + old60;
  const over = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN);
  return {
    young: over(young, all),
    working: over(working, all),
    old60: over(old60, all),
    old65: over(old65, all),
    dependency: over(young + old60, working),
    ageingIndex: over(old60, young),
  };
}

/** Growth of land against growth of people, shares. */
export interface LandPeople {
  readonly landGrowth: number;
  readonly peopleGrowth: number;
  /** Land growth less people growth. */
  readonly mismatch: number;
  /** Built-up land grew while people left: the red flag. Null where a growth is missing. */
  readonly expandsWhileShrinking: boolean | null;
}

/**
 * Land–people mismatch: growth of built-up land minus growth of people over the same years.
 *
 * Source: ours (D), after Liu Yanjun (S).
 */
export function landPeople(land: readonly [number, number], people: readonly [number, number]): LandPeople {
  const growth = ([first, last]: readonly [number, number]) =>
    first > 0 ? (last - first) / first : Number.NaN;
  const [landGrowth, peopleGrowth] = [growth(land), growth(people)];
  const mismatch = landGrowth - peopleGrowth;
  return {
    landGrowth,
    peopleGrowth,
    mismatch,
    expandsWhileShrinking: Number.isNaN(mismatch) ? null : landGrowth > 0 && peopleGrowth < 0,
  };
}
