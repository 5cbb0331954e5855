import { join } from 'node:path';
import {
  type CityEvaluation,
  evaluateAll,
  evaluationFor,
  type PlanTarget,
  readTargets,
} from '../assess/index.js';
import { AfterlodeError, id } from '../base/index.js';
import { exists, readCsvRows } from '../files/index.js';
import { cityOf, labelOf } from '../register/index.js';
import { type Addressed, resultPrefix } from './explained/prefix.js';
import { regionPanel } from './panel.js';
import { registerOf } from './register.js';
import { peopleOf } from './survey.js';
import type { Workspace } from './workspace.js';

/** What is to be evaluated. */
export interface EvaluateCall {
  /** Codes, Chinese or English names; empty: all assessed units. */
  readonly cities?: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Index to evaluate by; default the first that has both years. */
  readonly index?: string;
  /** Table of plan targets; default `targets.csv` of the workspace, where there is one. */
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
  const targets = await targetsOf(ws, call.targets);
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

/** Plan targets from the named file, or from the workspace. */
async function targetsOf(ws: Workspace, file: string | undefined): Promise<readonly PlanTarget[]> {
  const kept = join(ws.options.folder, 'targets.csv');
  if (file === undefined && !(await exists(kept))) return [];
  return readTargets(await readCsvRows(file ?? kept), {
    catalog: ws.catalog,
    cityOf: (word) => cityOf(ws.register, word).id,
  });
}
