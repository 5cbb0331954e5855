import { withoutDoubt } from '../../assess/index.js';
import { AfterlodeError, issue, yearOf } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import { checkupsOf, listedOne } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import { periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import type { MatchAnswer } from './answer.js';
import { casesFor } from './cases.js';
import { cityMode } from './city-mode.js';
import type { MatchContext } from './context.js';
import { measuresFor } from './measures.js';
import { similarCities } from './similar.js';

/**
 * The mode of a listed city, the cities most like it, cases with their conditions, and measures that answer its findings
 * (docs/methods/plan/match.md).
 *
 * @param query code, id, Chinese or English name
 * @param call.period default the latest that an index covers
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED, PERIOD_UNKNOWN, MATCH_RULES
 */
export async function match(
  ws: Workspace,
  query: string,
  call: { readonly period?: string } = {},
): Promise<MatchAnswer> {
  const [rules] = ws.catalog.matchings?.values() ?? [];
  if (rules === undefined)
    throw new AfterlodeError('MATCH_RULES', 'catalog/matching', { expected: 'catalog/matching/*.yaml' });
  const period = periodOf(ws.catalog, call.period);
  const register = await registerOf(ws);
  const city = cityOf(register, query);
  const found = listedOne(await checkupsOf(ws, period), city);
  const panel = withoutDoubt((await listedPanel(ws)).value, ws.catalog);
  const cities = register.cities.filter((one) => one === city || one.listed);
  const context: MatchContext = { ws, rules, panel, cities, city, period };
  const similar = similarCities(context);
  const cases = casesFor(context);
  const failed = cases.rows.some(({ failure }) => failure);
  return {
    city: city.id,
    name: city.name,
    period,
    mode: await cityMode(ws, rules, city, yearOf(period)),
    similar: similar.rows,
    own: cases.own,
    cases: cases.rows,
    measures: measuresFor(ws, city, found),
    issues: [
      ...similar.issues,
      ...(failed ? [] : [issue('MATCH_NO_FAILURE', 'warning', `${city.name.zh} ${city.name.en}`)]),
    ],
  };
}
