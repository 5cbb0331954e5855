import type { MeasureComparison } from '../../api/contract.js';

/** Where values and periods of a measure lie in a drawing. */
export interface CourseScale {
  readonly left: number;
  /** Pixels of a value, rounded. */
  readonly y: (value: number) => number;
  /** Pixels of a period by its number. */
  readonly x: (at: number) => number;
  /** Round values, ascending, between which all lies. */
  readonly ticks: readonly number[];
  /** As many periods as can be read. */
  readonly labels: readonly { readonly period: string; readonly x: number }[];
}

const room = { top: 14, bottom: 26, right: 24 } as const;

/** Scale over all places and groups of a measure, so that small drawings of it can be compared. */
export function courseScale(measure: MeasureComparison, width: number, height: number): CourseScale {
  const { factor } = measure.display;
  const all = [
    ...measure.places.flatMap(({ points }) => points.map(({ value }) => value)),
    ...measure.groups.flatMap(({ points }) => points.flatMap(({ q1, q3 }) => [q1, q3])),
  ].filter((value): value is number => value !== null);
  const ticks = roundTicks(all.map((value) => value / factor)).map((tick) => tick * factor);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const left = 58;
  const round = (pixel: number) => Math.round(pixel * 10) / 10;
  const { periods } = measure;
  const span = width - left - room.right;
  const x = (at: number) =>
    round(periods.length < 2 ? left + span / 2 : left + 10 + (at / (periods.length - 1)) * (span - 10));
  const every = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor(span / 44))));
  return {
    left,
    x,
    y: (value) => round(room.top + ((high - value) / (high - low)) * (height - room.top - room.bottom)),
    ticks,
    labels: periods.flatMap((period, at) => (at % every === 0 ? [{ period, x: x(at) }] : [])),
  };
}

/** Three to seven round values around those that are shown; 0 to 1 where there is none. */
export function roundTicks(values: readonly number[]): readonly number[] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  const size = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * size).find((one) => span / one <= 5) ?? 10 * size;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Numbers in a row without a gap. */
export function linesOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}
