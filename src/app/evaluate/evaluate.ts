import { type CityEvaluation, evaluateAll, evaluationFor } from '../../assess/index.js';
import { AfterlodeError, id } from '../../base/index.js';
import { cityOf, labelOf } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { type Addressed, resultPrefix } from '../explained/prefix.js';
import { regionPanel } from '../panel.js';
import { peopleOf } from '../tables/survey.js';
import { evaluationTargets } from '../tables/targets.js';
import type { Workspace } from '../workspace.js';

/** What is to be evaluated. */
export interface EvaluateCall {
  /** Codes, Chinese or English names; empty: all assessed units. */
  readonly cities?: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Index to evaluate by; default the first that has both years. */
  readonly index?: string;
  /** Table of plan targets; default those imported, and `targets.csv` of the workspace for others. */
  readonly targets?: string;
}

/**
 * Level, change and gap to the region of the assessed cities between two years, in register order or that of the call.
 *
 * @throws AfterlodeError CALL_OPTION, PERIOD_UNKNOWN, CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED, EVALUATE_TABLE
 */
export async function evaluate(
  ws: Workspace,
  call: EvaluateCall,
): Promise<readonly (CityEvaluation & Addressed)[]> {
  const asked = (call.cities ?? []).map((query) => cityOf(ws.register, query));
  const from = id<'period'>(call.from);
  const to = id<'period'>(call.to);
  const evaluation = evaluationFor(ws.catalog, from, to, call.index);
  const targets = await evaluationTargets(ws, call.targets);
  const { value: panel } = await regionPanel(ws);
  const register = await registerOf(ws);
  const found = evaluateAll({
    panel,
    catalog: ws.catalog,
    register,
    evaluation,
    from,
    to,
    targets,
    people: await peopleOf(ws),
  });
  const options = { index: call.index, targets: call.targets };
  const all = found.map((one) => ({
    ...one,
    explain: resultPrefix('evaluate', one.city, [from, to], options),
  }));
  if (asked.length === 0) return all;
  const byCity = new Map(all.map((one) => [one.city, one]));
  return asked.map((city) => {
    const own = byCity.get(city.id);
    if (own) return own;
    throw new AfterlodeError('CITY_NOT_LISTED', city.id, { found: labelOf(city) });
  });
}
