import { describe, expect, it } from 'vitest';
import type { Pieces } from '../base/index.js';
import { inPieces } from './in-pieces.js';

/** So many pieces of a millisecond each. */
function* busy(pieces: number): Pieces<number> {
  for (let piece = 0; piece < pieces; piece++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return pieces;
}

describe('work in pieces', () => {
  it('lets others in before it ends, and ends with its answer', async () => {
    const order: string[] = [];
    const work = inPieces(busy(60)).then((pieces) => {
      order.push('work');
      return pieces;
    });
    await new Promise((resolve) => setImmediate(resolve));
    order.push('other');
    expect(await work).toBe(60);
    expect(order).toEqual(['other', 'work']);
  });

  it('throws what the work throws', async () => {
    const failing = (function* (): Pieces<never> {
      yield;
      throw new Error('at fault');
    })();
    await expect(inPieces(failing)).rejects.toThrow('at fault');
  });
});
