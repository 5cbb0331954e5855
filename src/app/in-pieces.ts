import { setImmediate } from 'node:timers/promises';
import type { Pieces } from '../base/index.js';

/** Longest stretch of work in the main thread before others are let in, ms, as far as the pieces allow. */
const stretchMs = 15;

/** Does long work piece by piece and lets the process answer others in between. @throws what the work throws */
export async function inPieces<Answer>(work: Pieces<Answer>): Promise<Answer> {
  for (let since = performance.now(); ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < stretchMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
