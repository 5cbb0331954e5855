import { AfterlodeError, type CityId } from '../../base/index.js';
import {
  type CampaignEvent,
  type ReturnView,
  refuseRoundStep,
  refuseStale,
  returnViews,
  roundView,
} from '../../campaign/index.js';
import { demand, everywhere } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { LockAnswer } from './answers.js';
import type { Seen } from './define.js';
import { type ChangeCall, knownRound, requestOf } from './round-of.js';

/** States of which nothing is left to be locked. */
const done: readonly ReturnView['state'][] = ['locked', 'left_out'];

/**
 * Locks a closed round: returns that the nation has accepted, and no others. Returns that are not done are refused, or left out with a
 * reason (`why`). A locked round is locked again after an appeal was granted and its return mended and accepted.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ACCESS_SESSION, ACCESS_DENIED, ROUND_STEP, ROUND_UNFINISHED, ROUND_WHY, ROUND_CONFLICT, ROUND_KEY
 */
export async function lockRound(
  ws: Workspace,
  round: string,
  { leaveOut }: { readonly leaveOut: boolean },
  call: ChangeCall & Seen,
): Promise<LockAnswer> {
  const actor = demand(ws, call.actor, 'round.lock', everywhere);
  const { campaign, definition } = await knownRound(ws, round);
  const request = requestOf(actor, call, { round, unit: null, asked: ['lock', leaveOut, call.seen ?? null] });
  const answer = await campaign.change(request, ({ events }) => {
    const view = roundView(events);
    refuseStale(view, call.seen ?? null, round);
    refuseRoundStep(round, view.state, 'lock');
    const open = [...returnViews(definition.units, events).values()].filter(
      ({ state }) => !done.includes(state),
    );
    const accepted = open.filter(({ state }) => state === 'accepted_by_nation');
    const rest = open.filter(({ state }) => state !== 'accepted_by_nation');
    if (rest.length > 0 && !leaveOut) throw unfinished(round, rest);
    if (rest.length > 0 && request.signed.why === '')
      throw new AfterlodeError('ROUND_WHY', round, { step: 'leave_out' });
    const result: LockAnswer = { round, locked: accepted.length, leftOut: rest.length };
    return {
      events: [
        { unit: null, kind: 'lock', revision: view.revision + 1, content: result },
        ...accepted.map((one) => stepOf(one, 'lock_return')),
        ...rest.map((one) => stepOf(one, 'leave_out')),
      ],
      audit: {
        action: 'round.lock',
        target: `round/${round}`,
        old: { state: view.state },
        new: { state: 'locked', locked: unitsOf(accepted), leftOut: unitsOf(rest) },
      },
      answer: result,
    };
  });
  return answer as LockAnswer;
}

function stepOf(
  { unit, revision }: ReturnView,
  kind: 'lock_return' | 'leave_out',
): Pick<CampaignEvent, 'unit' | 'kind' | 'revision' | 'content'> {
  return { unit, kind, revision: revision + 1, content: null };
}

function unitsOf(views: readonly ReturnView[]): readonly CityId[] {
  return views.map(({ unit }) => unit);
}

/** Says how many returns are not done, with the first of them. */
export function unfinished(round: string, views: readonly ReturnView[]): AfterlodeError {
  const found = views
    .slice(0, 3)
    .map(({ unit, state }) => `${unit} ${state}`)
    .join(', ');
  return new AfterlodeError('ROUND_UNFINISHED', round, { count: views.length, found });
}
