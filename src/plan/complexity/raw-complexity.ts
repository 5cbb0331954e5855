import { mean } from '../../base/index.js';
import { largestBeside, type Product } from './largest-beside.js';
import type { Presence } from './presence.js';
import type { ComplexityDoubt } from './types.js';

/** The eigenvector by activity kept, its sign set so that diverse places are complex. */
export function rawComplexity(presence: Presence, columns: number) {
  const { places, activities } = presence;
  const none = new Float64Array(activities.length).fill(Number.NaN);
  if (places.length < 2 || activities.length < 2)
    return { raw: none, eigenvalues: [Number.NaN, Number.NaN] as const, doubts: ['too-small' as const] };
  // The smaller side is enough: from places to activities and back is the other side of the same matrix.
  const side = places.length <= activities.length ? 'places' : 'activities';
  const { values, vector } = secondOf(presence, columns, side);
  const raw = side === 'places' ? meansOver(presence, columns, vector, 'activities') : vector;
  const length = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0));
  const doubts: ComplexityDoubt[] = [];
  if (values[0] > 1 - 1e-9) doubts.push('separate');
  if (values[0] - values[1] < 1e-9) doubts.push('tied');
  const sign = signOf(presence, columns, raw);
  if (sign === 0) doubts.push('sign');
  // A table in which all places are alike has no second direction at all.
  const usable = values[0] > 1e-12 && length > 0;
  const scaled = raw.map((value) => (usable ? ((sign || 1) * value) / length : Number.NaN));
  return { raw: scaled, eigenvalues: [values[0], values[1]] as const, doubts };
}

/** Second eigenvector on one side, as the number of each place or activity. */
function secondOf(presence: Presence, columns: number, side: 'places' | 'activities') {
  const { places, activities, diversity, ubiquity } = presence;
  const [own, ownCount, other] =
    side === 'places'
      ? ([places, diversity, 'activities'] as const)
      : ([activities, ubiquity, 'places'] as const);
  const roots = Float64Array.from(own, (at) => Math.sqrt(ownCount[at] as number));
  const whole = Math.sqrt(roots.reduce((sum, root) => sum + root * root, 0));
  const known = roots.map((root) => root / whole);
  const product: Product = (given, into) => {
    // Symmetric form: the matrix between the roots of the counts.
    const scaled = given.map((value, at) => value / (roots[at] as number));
    const back = meansOver(presence, columns, meansOver(presence, columns, scaled, other), side);
    for (let at = 0; at < into.length; at++) into[at] = (back[at] as number) * (roots[at] as number);
  };
  const second = largestBeside(product, [known], own.length);
  // Only asked whether it is the second one over again.
  const beside = [known, second.vector];
  const third = own.length > 2 ? largestBeside(product, beside, own.length, 1e-6).value : 0;
  return {
    values: [second.value, third] as const,
    vector: second.vector.map((value, at) => value / (roots[at] as number)),
  };
}

/**
 * Means over what is present: of activities by place (`places`) or of places by activity (`activities`).
 *
 * @param values by place or activity kept, of the other side
 */
export function meansOver(
  { present, places, activities }: Presence,
  columns: number,
  values: Float64Array,
  of: 'places' | 'activities',
): Float64Array {
  const sums = new Float64Array(of === 'places' ? places.length : activities.length);
  const counts = new Float64Array(sums.length);
  for (let row = 0; row < places.length; row++) {
    const from = (places[row] as number) * columns;
    for (let column = 0; column < activities.length; column++) {
      if (present[from + (activities[column] as number)] !== 1) continue;
      const [to, other] = of === 'places' ? [row, column] : [column, row];
      sums[to] = (sums[to] as number) + (values[other] as number);
      counts[to] = (counts[to] as number) + 1;
    }
  }
  return sums.map((sum, at) => sum / (counts[at] as number));
}

/** Sign of the correlation of places with their diversity; where that is none, against the ubiquity of activities; 0 for neither. */
function signOf(presence: Presence, columns: number, raw: Float64Array): number {
  const own = meansOver(presence, columns, raw, 'places');
  const diversity = Float64Array.from(presence.places, (at) => presence.diversity[at] as number);
  const ubiquity = Float64Array.from(presence.activities, (at) => presence.ubiquity[at] as number);
  return signOfCorrelation(own, diversity) || -signOfCorrelation(raw, ubiquity);
}

function signOfCorrelation(a: Float64Array, b: Float64Array): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  let [sum, size] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const product = ((a[at] as number) - middleA) * ((b[at] as number) - middleB);
    sum += product;
    size += Math.abs(product);
  }
  return Math.abs(sum) <= 1e-9 * size ? 0 : Math.sign(sum);
}
