import type { Action } from '../access/index.js';
import { AfterlodeError, type CityId, type Text } from '../base/index.js';
import type {
  CampaignEvent,
  ReturnKind,
  ReturnState,
  ReturnView,
  RoundKind,
  RoundState,
  RoundView,
} from './types.js';

/** A step of a return: from where, to where, who may take it. */
interface ReturnStep {
  readonly from: readonly ReturnState[];
  /** Null: it stays where it is. */
  readonly to: ReturnState | null;
  readonly action: Action;
  /** States of the round in which the step may be taken. */
  readonly round: readonly RoundState[];
  /** Whether it needs a reason. */
  readonly why: boolean;
}

/** States in which the unit may change its figures. */
const editable: readonly ReturnState[] = [
  'not_begun',
  'in_work',
  'returned_by_province',
  'returned_by_nation',
  'reopened',
];
const unlocked: readonly ReturnState[] = [...editable, 'submitted', 'accepted_by_province'];
const running = ['open', 'closed', 'locked'] as const;

/** The steps of a return. Of a locked round only returns that an appeal has reopened go on; `refuseReturnStep` sees to that. */
export const returnSteps: Readonly<Record<ReturnKind, ReturnStep>> = {
  save: { from: editable, to: 'in_work', action: 'figures.change', round: running, why: false },
  evidence: { from: editable, to: 'in_work', action: 'figures.change', round: running, why: false },
  submit: {
    from: editable.filter((state) => state !== 'not_begun'),
    to: 'submitted',
    action: 'figures.submit',
    round: running,
    why: false,
  },
  accept_province: {
    from: ['submitted'],
    to: 'accepted_by_province',
    action: 'figures.review',
    round: running,
    why: false,
  },
  return_province: {
    from: ['submitted'],
    to: 'returned_by_province',
    action: 'figures.review',
    round: running,
    why: true,
  },
  accept_nation: {
    from: ['accepted_by_province'],
    to: 'accepted_by_nation',
    action: 'figures.evaluate',
    round: running,
    why: false,
  },
  return_nation: {
    from: ['accepted_by_province', 'accepted_by_nation'],
    to: 'returned_by_nation',
    action: 'figures.evaluate',
    round: running,
    why: true,
  },
  lock_return: {
    from: ['accepted_by_nation'],
    to: 'locked',
    action: 'round.lock',
    round: ['closed', 'locked'],
    why: false,
  },
  leave_out: { from: unlocked, to: 'left_out', action: 'round.lock', round: ['closed', 'locked'], why: true },
  appeal: { from: ['locked', 'left_out'], to: null, action: 'appeal.file', round: ['locked'], why: true },
  grant: {
    from: ['locked', 'left_out'],
    to: 'reopened',
    action: 'appeal.answer',
    round: ['locked'],
    why: true,
  },
  dismiss: { from: ['locked', 'left_out'], to: null, action: 'appeal.answer', round: ['locked'], why: true },
};

/** The steps of a round. `compute` and `recompute` leave it where it is. */
export const roundSteps: Readonly<
  Record<
    RoundKind,
    { readonly from: readonly RoundState[]; readonly to: RoundState | null; readonly action: Action }
  >
> = {
  define: { from: ['draft'], to: 'draft', action: 'round.define' },
  open: { from: ['draft', 'closed'], to: 'open', action: 'round.define' },
  close: { from: ['open'], to: 'closed', action: 'round.define' },
  lock: { from: ['closed', 'locked'], to: 'locked', action: 'round.lock' },
  compute: { from: ['locked'], to: null, action: 'round.recompute' },
  recompute: { from: ['locked'], to: null, action: 'round.recompute' },
  publish: { from: ['locked'], to: 'published', action: 'round.publish' },
};

/** A return of which nothing was done. */
export function emptyReturn(unit: CityId): ReturnView {
  return {
    unit,
    state: 'not_begun',
    revision: 0,
    changed: null,
    submitted: null,
    question: null,
    appeal: null,
    reopened: false,
  };
}

/** The round as its own events tell it, in the order of their numbers; events of units are passed over. */
export function roundView(events: Iterable<CampaignEvent>): RoundView {
  let view: RoundView = { state: 'draft', revision: 0, changed: { by: '', at: '' } };
  for (const event of events) {
    if (event.unit !== null) continue;
    const { to } = roundSteps[event.kind as RoundKind];
    view = {
      state: to ?? view.state,
      revision: event.revision,
      changed: { by: event.by, at: event.at },
    };
  }
  return view;
}

/** The returns of a round by unit, in the order of its units. */
export function returnViews(
  units: readonly CityId[],
  events: Iterable<CampaignEvent>,
): ReadonlyMap<CityId, ReturnView> {
  const views = new Map(units.map((unit) => [unit, emptyReturn(unit)] as const));
  for (const event of events) {
    const view = event.unit === null ? undefined : views.get(event.unit);
    if (view !== undefined) views.set(view.unit, afterEvent(view, event));
  }
  return views;
}

function afterEvent(view: ReturnView, event: CampaignEvent): ReturnView {
  const kind = event.kind as ReturnKind;
  const { at, by, why } = event;
  const next: ReturnView = {
    ...view,
    state: stateAfter(view.state, kind),
    revision: event.revision,
    changed: { by, at },
  };
  switch (kind) {
    case 'submit':
      return { ...next, submitted: view.submitted ?? at, question: null };
    case 'return_province':
    case 'return_nation':
      return { ...next, question: { by, at, why } };
    case 'appeal':
      return { ...next, appeal: { by, at, why } };
    case 'grant':
      return { ...next, appeal: null, reopened: true };
    case 'dismiss':
      return { ...next, appeal: null };
    case 'lock_return':
    case 'leave_out':
      return { ...next, reopened: false, question: null };
    default:
      return next;
  }
}

/** A return that came back or was reopened keeps telling so until it is submitted again. */
function stateAfter(state: ReturnState, kind: ReturnKind): ReturnState {
  const { to } = returnSteps[kind];
  if ((kind === 'save' || kind === 'evidence') && state !== 'not_begun') return state;
  return to ?? state;
}

/** Whether the unit may change figures of its return now. */
export function mayEdit(round: RoundState, view: ReturnView): boolean {
  return refusal(round, view, 'save') === null;
}

/**
 * Refuses a step that cannot be taken where round and return stand.
 *
 * @throws AfterlodeError ROUND_STEP, ROUND_WHY
 */
export function refuseReturnStep(round: RoundState, view: ReturnView, kind: ReturnKind, why: string): void {
  const fault = refusal(round, view, kind);
  if (fault !== null) throw new AfterlodeError('ROUND_STEP', view.unit, { step: kind, ...fault });
  if (returnSteps[kind].why && why === '') throw new AfterlodeError('ROUND_WHY', view.unit, { step: kind });
}

function refusal(
  round: RoundState,
  view: ReturnView,
  kind: ReturnKind,
): { readonly found: string | Text; readonly expected: string | Text } | null {
  const step = returnSteps[kind];
  if (!step.round.includes(round)) return { found: round, expected: step.round.join(', ') };
  if (!step.from.includes(view.state)) return { found: view.state, expected: step.from.join(', ') };
  if (kind === 'appeal' && view.appeal !== null) {
    return {
      found: { en: 'an appeal that is not answered', zh: '已有尚未答复的申诉' },
      expected: { en: 'none', zh: '没有未答复的申诉' },
    };
  }
  if ((kind === 'grant' || kind === 'dismiss') && view.appeal === null) {
    return {
      found: { en: 'no appeal', zh: '没有申诉' },
      expected: { en: 'an appeal', zh: '有未答复的申诉' },
    };
  }
  // After a deadline only what was sent back is mended; after the lock only what an appeal has reopened.
  const sentBack = view.question !== null || view.reopened;
  const isUnits = kind === 'save' || kind === 'evidence' || kind === 'submit';
  if (round === 'closed' && isUnits && !sentBack) return { found: round, expected: 'open' };
  if (round === 'locked' && !view.reopened && kind !== 'lock_return' && step.round === running) {
    return {
      found: round,
      expected: { en: 'open, or an appeal that was granted', zh: 'open，或申诉已获准' },
    };
  }
  return null;
}

/**
 * Refuses a step of a round that cannot be taken where it stands.
 *
 * @throws AfterlodeError ROUND_STEP
 */
export function refuseRoundStep(round: string, state: RoundState, kind: RoundKind): void {
  const { from } = roundSteps[kind];
  if (from.includes(state)) return;
  throw new AfterlodeError('ROUND_STEP', round, { step: kind, found: state, expected: from.join(', ') });
}

/**
 * Refuses a step that has seen an older state, and says who changed it meanwhile.
 *
 * @param seen revision that the caller has seen; null: it does not matter to him
 * @throws AfterlodeError ROUND_CONFLICT
 */
export function refuseStale(
  view: Pick<ReturnView, 'revision' | 'changed'>,
  seen: number | null,
  where: string,
): void {
  if (seen === null || seen === view.revision) return;
  const { by, at } = view.changed ?? { by: '', at: '' };
  throw new AfterlodeError('ROUND_CONFLICT', where, { found: seen, expected: view.revision, by, at });
}
