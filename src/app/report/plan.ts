import type { PlanPage } from '../../report/index.js';
import { cityPage } from '../cities/page.js';
import { type CityPlanTables, cityPlanOf } from '../city-plan/plan.js';
import { match } from '../match/match.js';
import type { Workspace } from '../workspace.js';

/** Which plan of whom. */
export interface PlanPageCall {
  readonly city: string;
  readonly period?: string;
  readonly plan?: CityPlanTables;
}

/**
 * What the report of a plan is written from: the city's page, its plan, its mode and the cases like it.
 *
 * @throws AfterlodeError as `cityPage`, `match` and `cityPlanOf`
 */
export async function planPage(ws: Workspace, { city, period, plan = {} }: PlanPageCall): Promise<PlanPage> {
  const words = period === undefined ? {} : { period };
  const found = await cityPlanOf(ws, city, plan, words);
  return { page: await cityPage(ws, city, words), plan: found, match: await match(ws, city, words) };
}
