import { metresPerDegree, type StreetMetric, stepBetween } from './metres.js';
import type { SamplePlan } from './plan.js';

/** A picture that was taken. */
export interface TakenPicture {
  readonly x: number;
  readonly y: number;
  /** Degrees from north; `NaN`: a panorama, or not known. */
  readonly heading: number;
  /** 1 to 12; 0 where it is not known. */
  readonly month: number;
  /** 0 to 23 of the local day; −1 where it is not known. */
  readonly hour: number;
}

/** Which pictures count: near enough, of the season, of the day. */
export interface CountedPictures {
  /** m from the point. */
  readonly withinM: number;
  /** Months of the season; null: all. */
  readonly months: ReadonlySet<number> | null;
  /** First and last hour of the day; null: all. */
  readonly hours: readonly [first: number, last: number] | null;
}

/** What pictures there are of a plan. */
export interface Coverage {
  /** Pictures that count at each point. */
  readonly pictures: Uint32Array;
  /** Bit 0 to 3: the first to fourth heading of the point has none; 0 where a picture without heading lies near. */
  readonly headingsMissing: Uint8Array;
  /** Pictures that are of another season or hour, or do not say. */
  readonly leftOut: number;
  /** Pictures near no point. */
  readonly far: number;
}

/** A picture shows a heading within this many degrees of it: four of them fill the circle. */
const quarter = 45;

/** Which points of a plan have pictures already, and which headings they lack. */
export function planCoverage(
  { points }: SamplePlan,
  taken: readonly TakenPicture[],
  counted: CountedPictures,
  metric: StreetMetric,
): Coverage {
  const nearby = index(points, counted.withinM, metric);
  const pictures = new Uint32Array(points.length);
  const headingsMissing = new Uint8Array(points.length).fill(0b1111);
  let [leftOut, far] = [0, 0];
  for (const picture of taken) {
    if (!counts(picture, counted)) {
      leftOut += 1;
      continue;
    }
    const places = nearby(picture.x, picture.y);
    if (places.length === 0) far += 1;
    for (const at of places) {
      pictures[at] = (pictures[at] as number) + 1;
      const shown = shownBy(picture.heading, points[at]?.headings as readonly number[]);
      headingsMissing[at] = (headingsMissing[at] as number) & ~shown;
    }
  }
  return { pictures, headingsMissing, leftOut, far };
}

function counts({ month, hour }: TakenPicture, { months, hours }: CountedPictures): boolean {
  if (months !== null && !months.has(month)) return false;
  return hours === null || (hour >= hours[0] && hour <= hours[1]);
}

function shownBy(heading: number, headings: readonly number[]): number {
  if (Number.isNaN(heading)) return 0b1111;
  return headings.reduce((bits, one, at) => {
    const apart = Math.abs(((heading - one + 540) % 360) - 180);
    return apart <= quarter ? bits | (1 << at) : bits;
  }, 0);
}

/** Finds the points within a distance by squares of that side. */
function index(
  points: readonly { readonly x: number; readonly y: number }[],
  withinM: number,
  metric: StreetMetric,
): (x: number, y: number) => readonly number[] {
  const latitude = points.reduce((sum, { y }) => sum + y / points.length, 0);
  const [east, north] = metric === 'plane' ? [1, 1] : metresPerDegree(latitude);
  // Degrees shrink towards the poles; a tenth more holds for a city.
  const side = 1.1 * withinM;
  const cell = (x: number, y: number) =>
    [Math.floor((x * east) / side), Math.floor((y * north) / side)] as const;
  const squares = new Map<string, number[]>();
  for (const [at, { x, y }] of points.entries()) {
    const key = cell(x, y).join();
    squares.set(key, [...(squares.get(key) ?? []), at]);
  }
  return (x, y) => {
    const [column, row] = cell(x, y);
    const around = [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].flatMap((right) => squares.get(`${column + right},${row + down}`) ?? []),
    );
    return around.filter((at) => {
      const point = points[at] as { x: number; y: number };
      return stepBetween(metric, x, y, point.x, point.y).metres <= withinM;
    });
  };
}
