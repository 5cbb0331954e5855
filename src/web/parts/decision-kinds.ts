import type { DecisionsAnswer, ExplainAnswer } from '../../api/contract.js';
import type { WordKey } from '../words.js';

export type Decision = DecisionsAnswer[number];
/** What a person may decide in the drawer. */
export type OfferedKind = 'note' | 'exclude' | 'accept';

/**
 * Kinds of decision that the drawer offers for a number: only what was read can be left out or taken back, so that what is
 * computed gets notes alone.
 *
 * @param root the top of the number's tree
 */
export function offeredKinds(
  root: Pick<ExplainAnswer, 'id' | 'kind' | 'method'>,
): readonly [OfferedKind, ...OfferedKind[]] {
  const read = root.kind === 'source' || root.kind === 'judgement' || root.method === 'areas';
  return root.id.startsWith('value/') && read ? ['note', 'exclude', 'accept'] : ['note'];
}

/** The page's word for a kind of decision. */
export function decisionWord(kind: Decision['kind']): WordKey {
  return `decision_${kind}`;
}
