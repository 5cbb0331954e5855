import { AfterlodeError } from '../base/index.js';
import { type Decision, type DecisionKind, decisionKinds } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** What a person decides about a number or a city. */
export interface DecisionCall {
  /** Address of a number or id of a city. */
  readonly about: string;
  readonly kind: string;
  readonly reason: string;
  readonly document: string;
  readonly by: string;
}

/** Decisions, newest first, all or about one number or city. */
export async function decisions(ws: Workspace, filter: { about?: string }): Promise<readonly Decision[]> {
  const store = await ws.existingStore();
  return store === null ? [] : store.decisions(filter.about);
}

/**
 * Records a decision; numbers that it excludes are missing from then on, with the decision as their evidence.
 *
 * @throws AfterlodeError CALL_OPTION for an unknown kind or an empty reason
 */
export async function saveDecision(ws: Workspace, call: DecisionCall): Promise<Decision> {
  if (!(decisionKinds as readonly string[]).includes(call.kind)) {
    throw new AfterlodeError('CALL_OPTION', '--kind', {
      found: call.kind,
      expected: decisionKinds.join(', '),
    });
  }
  for (const [option, given] of [
    ['--reason', call.reason],
    ['id', call.about],
  ] as const) {
    if (given.trim() === '') {
      throw new AfterlodeError('CALL_OPTION', option, { found: '""', expected: 'words' });
    }
  }
  const store = await ws.store();
  const saved = await store.saveDecision({ ...call, kind: call.kind as DecisionKind, on: ws.options.on });
  ws.changed();
  return saved;
}
