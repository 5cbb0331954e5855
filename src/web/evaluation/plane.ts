/** Ends of an axis of a picture. */
export interface Axis {
  readonly least: number;
  readonly most: number;
  /** Round marks, ascending. */
  readonly ticks: readonly number[];
}

/** An axis that holds zero and all values with a little room, with about five round marks; without values −1 to 1. */
export function axisOf(values: readonly number[]): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = high > low ? 0.06 * (high - low) : 1;
  const [least, most] = [low - room, high + room];
  const rough = (most - least) / 5;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * ten).find((one) => one >= rough) ?? 10 * ten;
  const first = Math.ceil(least / step);
  const ticks = Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) => (first + at) * step);
  return { least, most, ticks };
}

/** Where a value stands between two ends of a picture. */
export function placeOn({ least, most }: Axis, from: number, to: number): (value: number) => number {
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}
