import { type StreetMetric, stepBetween } from './metres.js';

/** A street: one or several lines of positions, x and y in turn. */
export interface Street {
  readonly id: string;
  readonly lines: readonly Float64Array[];
}

/** A place where pictures are to be taken. */
export interface SamplePoint {
  readonly street: string;
  /** Along its line, m. */
  readonly atM: number;
  readonly x: number;
  readonly y: number;
  /** Degrees from north: along the street, to its right, back, to its left. */
  readonly headings: readonly [number, number, number, number];
}

/** Where pictures of a network of streets are to be taken. */
export interface SamplePlan {
  readonly points: readonly SamplePoint[];
  /** By street, m. */
  readonly lengths: Float64Array;
  readonly totalM: number;
}

/**
 * Points along streets, at equal distances of at most `spacingM` and half as far from the ends: every place of a street is at most
 * half the spacing from a point, and no two streets share one.
 *
 * @param spacingM above 0
 */
export function planSamples(streets: readonly Street[], spacingM: number, metric: StreetMetric): SamplePlan {
  const points: SamplePoint[] = [];
  const lengths = Float64Array.from(streets, ({ id, lines }) =>
    lines.reduce((sum, line) => sum + alongLine(id, line, spacingM, metric, points), 0),
  );
  return { points, lengths, totalM: lengths.reduce((sum, length) => sum + length, 0) };
}

/** Length of a street, m. */
export function streetLength({ lines }: Street, metric: StreetMetric): number {
  return lines.reduce(
    (sum, line) => sum + piecesOf(line, metric).reduce((length, { metres }) => length + metres, 0),
    0,
  );
}

function piecesOf(line: Float64Array, metric: StreetMetric) {
  return Array.from({ length: Math.max(0, line.length / 2 - 1) }, (_, at) => {
    const [x, y, toX, toY] = line.subarray(2 * at, 2 * at + 4) as unknown as [number, number, number, number];
    return { x, y, toX, toY, ...stepBetween(metric, x, y, toX, toY) };
  });
}

function alongLine(
  street: string,
  line: Float64Array,
  spacingM: number,
  metric: StreetMetric,
  points: SamplePoint[],
): number {
  const pieces = piecesOf(line, metric).filter(({ metres }) => metres > 0);
  const total = pieces.reduce((sum, { metres }) => sum + metres, 0);
  const count = Math.ceil(total / spacingM);
  let [at, passed] = [0, 0];
  for (let point = 0; point < count; point++) {
    const goal = (total * (point + 0.5)) / count;
    while (at < pieces.length - 1 && passed + (pieces[at]?.metres as number) < goal) {
      passed += pieces[at]?.metres as number;
      at += 1;
    }
    const piece = pieces[at] as (typeof pieces)[number];
    const share = Math.min(1, (goal - passed) / piece.metres);
    points.push({
      street,
      atM: goal,
      x: piece.x + share * (piece.toX - piece.x),
      y: piece.y + share * (piece.toY - piece.y),
      headings: headingsOf(piece.bearing),
    });
  }
  return total;
}

function headingsOf(bearing: number): SamplePoint['headings'] {
  const turned = (by: number) => (bearing + by) % 360;
  return [bearing, turned(90), turned(180), turned(270)];
}
