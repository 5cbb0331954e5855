import type { Text } from '../base/index.js';
import type { Output } from './output.js';

/** Nobody needs to be told of what is done before they wonder. */
const patience = 1500;

/** Tells how far a piece of work is, once it has taken longer than a moment; to the end where it began to tell. */
export function slowProgress(out: Output, text: Text): (share: number) => void {
  const start = performance.now();
  let telling = false;
  return (share) => {
    telling ||= performance.now() - start > patience && share < 1;
    if (telling) out.progress(text, share);
  };
}
