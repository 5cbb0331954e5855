import type { ChosenOption } from './types.js';

/** How far a need is answered; the best that one of its measures reaches. */
export const coverStates = ['scheduled', 'begun', 'unfunded', 'unpriced', 'not_chosen', 'nothing'] as const;
export type CoverState = (typeof coverStates)[number];

/** What money did to a chosen measure. */
export type Funding = 'scheduled' | 'begun' | 'unfunded' | 'unpriced';

/** A need with the measures that answer it. */
export interface Coverage {
  readonly need: string;
  readonly state: CoverState;
  /** Chosen measures that answer it, in their order. */
  readonly measures: readonly string[];
}

/**
 * How far each need is answered. Measures do not add up: two halves are no whole, and an answer that nobody can price is told
 * apart from one that stands in the years.
 *
 * @param funding of the chosen measures
 */
export function coverageOf(
  needs: readonly string[],
  options: readonly ChosenOption[],
  funding: ReadonlyMap<string, Funding>,
): readonly Coverage[] {
  return needs.map((need) => {
    const own = options.filter((one) => one.needs.includes(need));
    const chosen = own.flatMap(({ id }) => {
      const state = funding.get(id);
      return state === undefined ? [] : [{ id, state }];
    });
    const otherwise: CoverState = own.length > 0 ? 'not_chosen' : 'nothing';
    const state = coverStates.find((one) => chosen.some((each) => each.state === one)) ?? otherwise;
    return { need, state, measures: chosen.map(({ id }) => id) };
  });
}
