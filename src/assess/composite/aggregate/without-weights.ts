import type { Values } from '../types.js';
import { type Combine, type Group, takingPart } from './group.js';

/**
 * For rules that ask of weights only whether they are 0: the result is worked out once for a set of children that take
 * part, and kept until another set is asked for.
 */
export function withoutWeights(
  group: Group,
  compute: (children: Int32Array, count: number, into: Values) => void,
): Combine {
  const order = new Int32Array(group.columns.length);
  const kept = new Float64Array(group.rows);
  let last = '';
  return (weights, into) => {
    const count = takingPart(weights, order);
    const asked = order.subarray(0, count).join();
    if (asked !== last || count === 0) {
      compute(order, count, kept);
      last = asked;
    }
    into.set(kept);
  };
}
