import type { CityId } from '../../base/index.js';
import {
  checkReturn,
  type GivenValue,
  type KeptValue,
  type ReturnValue,
  readValues,
  refuseReturnStep,
  refuseStale,
  roundView,
} from '../../campaign/index.js';
import type { Workspace } from '../workspace.js';
import type { SaveAnswer } from './answers.js';
import { checkContext, valuesInForce, viewOf } from './return-of.js';
import { type ChangeCall, entriesOf, placeOf, requestOf, unitFor } from './round-of.js';

/** Values of a return, all or some of them. */
export interface SaveCall {
  readonly values: readonly GivenValue[];
  /** Revision of the return that the caller has seen; null: it does not matter, as with a workbook that replaces what was there. */
  readonly seen: number | null;
}

/**
 * Saves values of a return: all that are given, or none where one cannot be read. What is not named stays as it is. Equal values change
 * nothing; every other one is kept with what was there before.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED, ROUND_INDICATOR, ACCESS_WORDS, ROUND_STEP,
 *   ROUND_CONFLICT, ROUND_KEY
 */
export async function saveValues(
  ws: Workspace,
  round: string,
  words: string,
  given: SaveCall,
  call: ChangeCall,
): Promise<SaveAnswer> {
  const { campaign, definition, unit, actor } = await unitFor(ws, round, words, call, 'figures.change');
  const entries = entriesOf(ws, definition);
  const contextOf = await checkContext(ws, definition);
  const asked = { values: given.values, seen: given.seen };
  const request = requestOf(actor, call, { round, unit, asked });
  const unreadable = { answer: null as SaveAnswer | null };
  const answer = await campaign
    .change(request, ({ events, values: kept, files }) => {
      const view = viewOf(definition, events, unit);
      refuseStale(view, given.seen, placeOf(round, unit));
      refuseReturnStep(roundView(events).state, view, 'save', request.signed.why);
      const present = valuesInForce(kept);
      const read = readValues(given.values, entries, present, ws.catalog);
      if (read.issues.length > 0) {
        unreadable.answer = { saved: false, changed: 0, revision: view.revision, issues: read.issues };
        throw unreadable;
      }
      const changed = changedValues(read.values, present);
      const revision = changed.length === 0 ? view.revision : view.revision + 1;
      const issues = checkReturn(withChanges(present, changed), contextOf(unit, files));
      const done: SaveAnswer = { saved: true, changed: changed.length, revision, issues };
      return changed.length === 0
        ? { events: [], audit: null, answer: done }
        : {
            events: [{ unit, kind: 'save', revision, content: { changed: changed.length } }],
            values: changed,
            audit: auditOf(round, unit, revision, changed, present),
            answer: done,
          };
    })
    // What cannot be read is an answer and no fault, and yet nothing of it may be written.
    .catch((error: unknown) => {
      if (error === unreadable) return unreadable.answer;
      throw error;
    });
  return answer as SaveAnswer;
}

/** Values that differ from what is in force; of one that is given twice the last. */
function changedValues(
  read: readonly ReturnValue[],
  present: ReadonlyMap<string, ReturnValue>,
): readonly ReturnValue[] {
  const last = new Map(read.map((value) => [value.indicator, value]));
  return [...last.values()].filter((value) => {
    const before = present.get(value.indicator);
    return before === undefined || keys.some((key) => before[key] !== value[key]);
  });
}

const keys = ['value', 'unit', 'missing', 'source', 'explanation'] as const;

function withChanges(
  present: ReadonlyMap<string, KeptValue>,
  changed: readonly ReturnValue[],
): ReadonlyMap<string, ReturnValue> {
  return new Map<string, ReturnValue>([
    ...present,
    ...changed.map((value) => [value.indicator, value] as const),
  ]);
}

/** The log carries every value, old and new, so that a change of the tables behind its back shows. */
function auditOf(
  round: string,
  unit: CityId,
  revision: number,
  changed: readonly ReturnValue[],
  present: ReadonlyMap<string, ReturnValue>,
) {
  const shown = (value: ReturnValue | undefined) =>
    value === undefined ? null : keys.map((key) => value[key]);
  const old = Object.fromEntries(changed.map(({ indicator }) => [indicator, shown(present.get(indicator))]));
  const after = Object.fromEntries(changed.map((value) => [value.indicator, shown(value)]));
  return {
    action: 'round.save',
    target: `round/${placeOf(round, unit)}`,
    old: { revision: revision - 1, values: old },
    new: { revision, values: after },
  };
}
