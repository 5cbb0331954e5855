import { evaluationFor } from '../../assess/index.js';
import { AfterlodeError, id } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { EvaluationPage } from '../../report/index.js';
import { cityPage } from '../cities/page.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Workspace } from '../workspace.js';

/** Which evaluation of whom. */
export interface EvaluationPageCall {
  readonly city: string;
  /** First year; default the first of the first evaluation's index. */
  readonly from?: string;
  /** Last year; default the last of that index. */
  readonly to?: string;
}

/**
 * What the evaluation report of one city is written from.
 *
 * @throws AfterlodeError as `evaluate` and `cityPage`
 */
export async function evaluationPage(ws: Workspace, call: EvaluationPageCall): Promise<EvaluationPage> {
  const years = evaluationYears(ws, call);
  const city = cityOf(ws.register, call.city).id;
  const definition = evaluationFor(ws.catalog, id<'period'>(years.from), id<'period'>(years.to));
  const [evaluation] = await evaluate(ws, { cities: [city], ...years });
  if (!evaluation) throw new AfterlodeError('CITY_NOT_LISTED', city, { found: call.city });
  const page = await cityPage(ws, city, { period: years.to });
  return {
    page,
    evaluation,
    definition,
    structureLevel: page.checkup.scores[definition.structure] ?? null,
    moved: evaluation.issues.some(({ code }) => code === 'EVALUATE_BOUNDARY'),
  };
}

/**
 * Years that are left out are the ends of the first evaluation of the catalog.
 *
 * @throws AfterlodeError CALL_OPTION where the catalog has none
 */
export function evaluationYears(
  { catalog }: Workspace,
  { from, to }: Pick<EvaluationPageCall, 'from' | 'to'>,
): { readonly from: string; readonly to: string } {
  const [first] = catalog.evaluations?.values() ?? [];
  if (!first) {
    throw new AfterlodeError('CALL_OPTION', '--kind', {
      found: 'evaluation',
      expected: { en: 'checkup: the catalog has no evaluation', zh: 'checkup：目录中没有评估定义' },
    });
  }
  const periods = catalog.indices.get(first.index)?.periods ?? [];
  return { from: from ?? periods[0] ?? '', to: to ?? periods.at(-1) ?? '' };
}
