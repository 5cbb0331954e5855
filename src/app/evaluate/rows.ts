import type { CityEvaluation } from '../../assess/index.js';
import type { Text } from '../../base/index.js';
import type { Addressed } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import { type EvaluateCall, evaluate } from './evaluate.js';

type Details = 'targets' | 'path' | 'aspects' | 'issues';

/** An evaluation with the names of its city; the details only where cities were named. */
export interface EvaluationRow
  extends Addressed,
    Omit<CityEvaluation, Details>,
    Partial<Pick<CityEvaluation, Details>> {
  readonly name: Text | null;
  readonly adcode: string | null;
  /** Official type. */
  readonly type: string | null;
}

/**
 * The evaluations of a call, for a list: of all cities at once without targets, path, aspects and issues, which would be
 * megabytes; of named cities in full.
 *
 * @throws AfterlodeError as `evaluate`
 */
export async function evaluationRows(ws: Workspace, call: EvaluateCall): Promise<readonly EvaluationRow[]> {
  const found = await evaluate(ws, call);
  const inFull = (call.cities ?? []).length > 0;
  return found.map((one) => {
    const city = ws.register.byId.get(one.city);
    const named = {
      ...one,
      name: city?.name ?? null,
      adcode: city?.adcode ?? null,
      type: city?.type ?? null,
    };
    if (inFull) return named;
    const { targets: _targets, path: _path, aspects: _aspects, issues: _issues, ...row } = named;
    return row;
  });
}
