import { type Language, type Period, id as toId } from '../../base/index.js';
import { type Recompute, recomputeOf } from '../../report/index.js';
import { checkupsOf, indexScores } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';

/**
 * The indices of the periods of a report as its workbook computes them anew.
 *
 * @param city id of the unit that the report is about; null: of all
 */
export async function recomputed(
  ws: Workspace,
  city: string | null,
  periods: readonly string[],
  lang: Language,
): Promise<readonly Recompute[]> {
  const register = await registerOf(ws);
  const checkups = new Map(
    await Promise.all(
      periods.map(async (period) => [period, await checkupsOf(ws, toId<'period'>(period))] as const),
    ),
  );
  const told = [...(await indexScores(ws)).values()].filter(({ index }) =>
    periods.some((period) => index.periods.includes(period as Period)),
  );
  return told.map((scores) =>
    recomputeOf(scores, ws.catalog, {
      city,
      periods,
      lang,
      nameOf: (one) => {
        const found = register.byId.get(toId<'city'>(one));
        return { adcode: found?.adcode ?? one, name: found?.name ?? { en: one, zh: one } };
      },
      rankOf: (period, one) => checkups.get(period)?.get(one)?.standing[scores.index.id]?.rank ?? null,
    }),
  );
}
