import type { LedgerRow } from '../answers-checkup.js';
import { checkupsOf } from '../checkup/checkup.js';
import { latestPeriod, periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import { judgedProblem } from './judge.js';
import { entriesOf } from './ledger.js';
import { foundRow, publicRow } from './row.js';

/**
 * Findings of some periods: those of the ledger, and the problems that check-ups find and nobody has opened. Without periods the whole
 * ledger, and the check-ups of the latest period only: each takes seconds of computing. By their id.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN
 */
export async function allFindings(
  ws: Workspace,
  periods: readonly string[] | undefined,
): Promise<readonly LedgerRow[]> {
  const asked = periods ?? [latestPeriod(ws.catalog)];
  const kept = [...(await entriesOf(ws)).values()]
    .filter(({ opened }) => periods?.includes(opened.period) ?? true)
    .map((entry) => publicRow(ws, entry));
  const found = await Promise.all(asked.map((period) => foundOf(ws, period, kept)));
  return [...kept, ...found.flat()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function foundOf(
  ws: Workspace,
  asked: string,
  kept: readonly LedgerRow[],
): Promise<readonly LedgerRow[]> {
  const period = periodOf(ws.catalog, asked);
  const known = new Set(kept.map((row) => row.id));
  return [...(await checkupsOf(ws, period)).values()].flatMap(({ city, findings }) => {
    const unit = ws.register.byId.get(city);
    if (unit === undefined) return [];
    return findings
      .filter(({ kind }) => kind === 'problem')
      .map((one) =>
        foundRow(ws, unit, { period, subject: 'problem', about: one.problem, ...judgedProblem(one) }),
      )
      .filter((row) => !known.has(row.id));
  });
}
