import { type Checkup, checkupInPieces, type IndexScores, scoreIndicesInPieces } from '../../assess/index.js';
import { AfterlodeError, type Period } from '../../base/index.js';
import { type City, cityOf, labelOf } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { inPieces } from '../in-pieces.js';
import { listedPanel } from '../panel.js';
import { periodOf } from '../periods.js';
import { peopleOf } from '../tables/survey.js';
import { targetsOf } from '../tables/targets.js';
import type { Workspace } from '../workspace.js';

/**
 * The check-up of all listed cities or of those named by code, Chinese or English name; register order, or the order
 * of the call.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED, PERIOD_UNKNOWN
 */
export async function checkup(
  ws: Workspace,
  call: { readonly cities?: readonly string[]; readonly period?: string },
): Promise<readonly Checkup[]> {
  const period = periodOf(ws.catalog, call.period);
  const asked = (call.cities ?? []).map((query) => cityOf(ws.register, query));
  const all = await checkupsOf(ws, period);
  if (asked.length === 0) return [...all.values()];
  return asked.map((city) => listedOne(all, city));
}

/**
 * One city's check-up among all.
 *
 * @throws AfterlodeError CITY_NOT_LISTED
 */
export function listedOne(all: ReadonlyMap<string, Checkup>, city: City): Checkup {
  const found = all.get(city.id);
  if (found) return found;
  throw new AfterlodeError('CITY_NOT_LISTED', city.id, { found: labelOf(city) });
}

/** Check-ups of all listed cities in a period, by city; computed once per state of the workspace. */
export function checkupsOf(ws: Workspace, period: Period): Promise<ReadonlyMap<string, Checkup>> {
  return ws.derived(`checkups/${period}`, async () => {
    const { value: panel } = await listedPanel(ws);
    const scores = await indexScores(ws);
    const { catalog } = ws;
    const register = await registerOf(ws);
    const [people, targets] = [await peopleOf(ws), await targetsOf(ws)];
    const found = await inPieces(
      checkupInPieces({ panel, catalog, register, period, scores, people, targets }),
    );
    return new Map(found.map((one) => [one.city, one]));
  });
}

/** Scores of all indices over the listed cities; computed once per state of the workspace. */
export function indexScores(ws: Workspace): Promise<ReadonlyMap<string, IndexScores>> {
  return ws.derived('scores', async () =>
    inPieces(scoreIndicesInPieces((await listedPanel(ws)).value, ws.catalog, await registerOf(ws))),
  );
}
