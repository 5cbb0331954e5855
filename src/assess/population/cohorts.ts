/** People by age group, all groups of one width but the last, which is open; `NaN` is missing. */
export interface Cohorts {
  /** Years of a group, and of a step. */
  readonly width: number;
  /** Persons. */
  readonly people: ArrayLike<number>;
  /** Share that lives a step later, 0–1; of the open group the share that lives on in it. */
  readonly survival: ArrayLike<number>;
  /** Children of the youngest group at the end of a step for each person of the group at its beginning. */
  readonly children: ArrayLike<number>;
  /** Net moves over a step for each person that lives at its end; below 0 more leave. */
  readonly migration: ArrayLike<number>;
}

/**
 * Cohort-component projection: each group lives on, moves and becomes the next; the youngest are the children of all groups.
 * Survival, children and moves stay as they are given: a scenario, not a forecast. Persons are not rounded.
 *
 * Source: standard (M), asked for by the project's notes on service resizing (D).
 *
 * @param steps how many steps of `width` years
 * @returns people by group at the end of each step, the beginning first; a missing figure makes missing what follows
 *   from it
 */
export function projectCohorts(cohorts: Cohorts, steps: number): readonly Float64Array[] {
  const { people, survival, children, migration } = cohorts;
  const last = people.length - 1;
  const course = [Float64Array.from(people)];
  for (let step = 0; step < steps; step++) {
    const before = course[step] as Float64Array;
    const after = new Float64Array(people.length);
    before.forEach((count, group) => {
      const lives = count * (survival[group] as number) * (1 + (migration[group] as number));
      const to = Math.min(group + 1, last);
      after[to] = (after[to] as number) + lives;
      after[0] = (after[0] as number) + count * (children[group] as number);
    });
    course.push(after);
  }
  return course;
}

/** A service and the people who use it. */
export interface ServiceAmount {
  /** What there is today: school places, beds, kilometres of pipe. */
  readonly amount: number;
  /** What is aimed at for each user; `NaN`: as much as today. */
  readonly standard: number;
}

/** What a service comes to with other users. */
export interface ServiceNeed {
  /** For each user of then, if nothing is changed; missing without users. */
  readonly perUser: number;
  /** At the standard. */
  readonly needed: number;
  /** Amount less need; below 0 it falls short. */
  readonly spare: number;
}

/**
 * What is needed of a service for `users` at the standard, or at what each has today.
 *
 * Source: ours (D).
 *
 * @param usersNow persons of the ages that use it today
 */
export function serviceNeed(service: ServiceAmount, usersNow: number, users: number): ServiceNeed {
  const { amount, standard } = service;
  const each = Number.isNaN(standard) ? (usersNow > 0 ? amount / usersNow : Number.NaN) : standard;
  const needed = each * users;
  return { perUser: users > 0 ? amount / users : Number.NaN, needed, spare: amount - needed };
}
