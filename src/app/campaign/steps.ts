import { AfterlodeError } from '../../base/index.js';
import {
  checkReturn,
  openIssues,
  type ReturnKind,
  refuseReturnStep,
  refuseStale,
  returnSteps,
  roundView,
} from '../../campaign/index.js';
import type { RoundPresent } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import type { StepAnswer } from './answers.js';
import type { Seen } from './define.js';
import { checkContext, valuesInForce, viewOf } from './return-of.js';
import { type ChangeCall, placeOf, requestOf, unitFor } from './round-of.js';

/**
 * Submits a return, once the checks have nothing against it but warnings that are explained.
 *
 * @throws AfterlodeError as `stepReturn`, ROUND_NOT_READY
 */
export async function submitReturn(
  ws: Workspace,
  round: string,
  unit: string,
  call: ChangeCall & Seen,
): Promise<StepAnswer> {
  return stepReturn(ws, round, unit, 'submit', call);
}

/**
 * A reviewer of the province or of the nation accepts a return, or sends it back with a question (`why`).
 *
 * @throws AfterlodeError as `stepReturn`
 */
export function reviewReturn(
  ws: Workspace,
  round: string,
  unit: string,
  review: { readonly level: 'province' | 'nation'; readonly verdict: 'accept' | 'return' },
  call: ChangeCall & Seen,
): Promise<StepAnswer> {
  return stepReturn(ws, round, unit, `${review.verdict}_${review.level}`, call);
}

/** A unit asks (`why`) for its locked return to be opened again. @throws AfterlodeError as `stepReturn` */
export function fileAppeal(
  ws: Workspace,
  round: string,
  unit: string,
  call: ChangeCall & Seen,
): Promise<StepAnswer> {
  return stepReturn(ws, round, unit, 'appeal', call);
}

/** Answers an appeal (`why`): granted, the return is open for the unit again. @throws AfterlodeError as `stepReturn` */
export function answerAppeal(
  ws: Workspace,
  round: string,
  unit: string,
  { grant }: { readonly grant: boolean },
  call: ChangeCall & Seen,
): Promise<StepAnswer> {
  return stepReturn(ws, round, unit, grant ? 'grant' : 'dismiss', call);
}

/**
 * One step of a return.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED, ROUND_STEP, ROUND_WHY, ROUND_CONFLICT, ROUND_KEY
 */
async function stepReturn(
  ws: Workspace,
  round: string,
  words: string,
  kind: ReturnKind,
  call: ChangeCall & Seen,
): Promise<StepAnswer> {
  const { action } = returnSteps[kind];
  const { campaign, definition, unit, actor } = await unitFor(ws, round, words, call, action);
  const place = placeOf(round, unit);
  const check = kind === 'submit' ? await readiness(ws, round, definition) : null;
  const request = requestOf(actor, call, { round, unit, asked: [kind, call.seen ?? null] });
  const answer = await campaign.change(request, (present) => {
    const view = viewOf(definition, present.events, unit);
    refuseStale(view, call.seen ?? null, place);
    refuseReturnStep(roundView(present.events).state, view, kind, request.signed.why);
    check?.(unit, present);
    const revision = view.revision + 1;
    const state = returnSteps[kind].to ?? view.state;
    const done: StepAnswer = { round, unit, kind, state, revision };
    return {
      events: [{ unit, kind, revision, content: null }],
      audit: {
        action: `round.${kind}`,
        target: `round/${place}`,
        old: { state: view.state, revision: view.revision },
        new: { state, revision },
      },
      answer: done,
    };
  });
  return answer as StepAnswer;
}

/** Refuses to submit what the checks have something against. */
async function readiness(ws: Workspace, round: string, definition: RoundPresent['definition']) {
  const contextOf = await checkContext(ws, definition);
  return (unit: Parameters<typeof contextOf>[0], { values, files }: RoundPresent) => {
    const open = openIssues(checkReturn(valuesInForce(values), contextOf(unit, files)));
    const [first] = open;
    if (first === undefined) return;
    const errors = open.filter(({ severity }) => severity === 'error').length;
    throw new AfterlodeError('ROUND_NOT_READY', placeOf(round, unit), {
      errors,
      warnings: open.length - errors,
      first: first.message,
    });
  };
}
