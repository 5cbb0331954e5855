import { type WordKey, words } from '../words.js';

/** The word of a kind of event; null for one that this page does not know. */
export function eventWord(kind: string): WordKey | null {
  const key = `eventKind_${kind.replaceAll('.', '_')}`;
  return Object.hasOwn(words, key) ? (key as WordKey) : null;
}
