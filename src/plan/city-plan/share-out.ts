import { precedenceCircle, type Sequence, type SequenceLimits, sequence } from '../renewal/index.js';
import { type PricedMeasure, partsOf } from './phases.js';

/** Money by year, and what a score is worth a year later. */
export interface YearlyMoney {
  /** Ascending calendar years. */
  readonly years: readonly number[];
  /** Yuan; nothing is carried over. */
  readonly budgets: readonly number[];
  /** Above 0, at most 1. */
  readonly discount: number;
}

/** In which years measures stand. */
export interface SharedOut extends Pick<Sequence, 'status' | 'objective' | 'bound' | 'gap'> {
  /** By measure, ascending; empty where it found no money. */
  readonly years: ReadonlyMap<string, readonly number[]>;
}

/**
 * The years of measures that give the largest discounted score under yearly budgets, by the program of urban renewal: each part
 * of a measure is done whole in one year, strictly after the part before and after the measures that it waits for.
 *
 * @param measures whose waiting has no circle (`waitingCircle`)
 */
export async function shareOut(
  measures: readonly PricedMeasure[],
  { years, budgets, discount }: YearlyMoney,
  limits: SequenceLimits,
): Promise<SharedOut> {
  const { parts, precedence } = partsOf(measures);
  const place = new Map(parts.map(({ id }, at) => [id, at]));
  const found = await sequence(
    {
      projects: parts.map(({ id, cost, value }) => ({
        project: id,
        cost,
        value,
        livelihood: false,
        required: false,
        uses: [],
      })),
      years,
      budgets,
      discount,
      livelihoodShare: 0,
      precedence: precedence.map(([before, after]) => [
        place.get(before) as number,
        place.get(after) as number,
      ]),
      capacities: [],
      lines: [],
    },
    limits,
  );
  const { status, objective, bound, gap, starts } = found;
  const yearsOf = (measure: string) =>
    parts.flatMap((part, at) => {
      const start = starts[at] as number;
      return part.measure === measure && start >= 0 ? [years[start] as number] : [];
    });
  return { status, objective, bound, gap, years: new Map(measures.map(({ id }) => [id, yearsOf(id)])) };
}

/** Measures that wait for one another in a circle, the first for the last; null where none do. */
export function waitingCircle(measures: readonly PricedMeasure[]): readonly string[] | null {
  const { parts, precedence } = partsOf(measures);
  const place = new Map(parts.map(({ id }, at) => [id, at]));
  const pairs = precedence.map(
    ([before, after]) => [place.get(before) as number, place.get(after) as number] as const,
  );
  const circle = precedenceCircle(parts.length, pairs);
  return circle === null ? null : [...new Set(circle.map((at) => parts[at]?.measure as string))];
}
