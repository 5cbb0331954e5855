export {
  caveatsOf,
  flagOf,
  flagsBeside,
  flagsOf,
  flatteringIndicators,
  notesOf,
  readByFlag,
  ruleFacts,
} from './decide-flags.js';
export { type FlagBook, flagBook } from './flag-book.js';
export { indicatorsByNode } from './index-leaves.js';
export type { Flag, FlagNote } from './types.js';
