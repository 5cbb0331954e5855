import type { RunGrid, VacantClass, VacantLabels } from '../../api/contract.js';

/** Column and row in cells of the image; the outer corner of the first cell is 0, 0. */
export type Place = readonly [column: number, row: number];

/** Ground of which somebody has said what it is. Rings are not closed. */
export interface Labelled {
  readonly id: string;
  readonly className: string;
  readonly rings: readonly (readonly Place[])[];
}

/** What is drawn and saved. */
export interface Drawing {
  readonly classes: readonly VacantClass[];
  readonly polygons: readonly Labelled[];
}

type Affine = Pick<RunGrid, 'originX' | 'originY' | 'cellWidth' | 'cellHeight'>;

/** A drawing of saved labels. */
export function drawingOf({ classes, features }: VacantLabels, grid: Affine): Drawing {
  const polygons = features.map(({ id, properties, geometry }) => ({
    id,
    className: properties.class,
    rings: geometry.coordinates.map((ring) =>
      opened(ring).map(
        ([x, y]): Place => [(x - grid.originX) / grid.cellWidth, (y - grid.originY) / grid.cellHeight],
      ),
    ),
  }));
  return { classes, polygons };
}

/** A drawing as it is saved, in the coordinates of the image. */
export function labelsOfDrawing({ classes, polygons }: Drawing, revision: number, grid: Affine) {
  const features = polygons.map(({ id, className, rings }) => ({
    type: 'Feature' as const,
    id,
    properties: { class: className },
    geometry: {
      type: 'Polygon' as const,
      coordinates: rings.map((ring) =>
        [...ring, ring[0] as Place].map(
          ([column, row]) =>
            [grid.originX + column * grid.cellWidth, grid.originY + row * grid.cellHeight] as const,
        ),
      ),
    },
  }));
  return { revision, classes, features };
}

function opened<T extends readonly number[]>(ring: readonly T[]): readonly T[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? ring.slice(0, -1) : ring;
}

/** A drawing with one more polygon. */
export function withPolygon(drawing: Drawing, className: string, corners: readonly Place[]): Drawing {
  const numbers = drawing.polygons.map(({ id }) => Number(id)).filter(Number.isSafeInteger);
  const id = String(Math.max(0, ...numbers) + 1);
  return { ...drawing, polygons: [...drawing.polygons, { id, className, rings: [corners] }] };
}

/**
 * Two drawings of the same image together: all polygons of both, those of the other first; what is the same in both stands once. Of
 * classes with the same name those of the other stay as they are.
 */
export function joined(own: Drawing, other: Drawing): Drawing {
  const key = ({ className, rings }: Labelled) =>
    JSON.stringify([className, rings.map((ring) => ring.map((place) => place.map((one) => one.toFixed(3))))]);
  const there = new Set(other.polygons.map(key));
  const more = own.classes.filter(({ name }) => !other.classes.some((one) => one.name === name));
  const start: Drawing = { ...other, classes: [...other.classes, ...more] };
  return own.polygons
    .filter((polygon) => !there.has(key(polygon)))
    .reduce((sum, polygon) => {
      const isTaken = sum.polygons.some(({ id }) => id === polygon.id);
      if (!isTaken) return { ...sum, polygons: [...sum.polygons, polygon] };
      const added = withPolygon(sum, polygon.className, []);
      const last = added.polygons.at(-1) as Labelled;
      return { ...added, polygons: [...sum.polygons, { ...polygon, id: last.id }] };
    }, start);
}

/** A drawing in which a class is called otherwise. */
export function renamedClass({ classes, polygons }: Drawing, from: string, to: string): Drawing {
  return {
    classes: classes.map((one) => (one.name === from ? { ...one, name: to } : one)),
    polygons: polygons.map((one) => (one.className === from ? { ...one, className: to } : one)),
  };
}

/** The last drawn polygon around a place; undefined where there is none. Holes are outside. */
export function polygonAt(polygons: readonly Labelled[], place: Place): Labelled | undefined {
  return polygons.findLast(({ rings }) => isInside(rings, place));
}

function isInside(rings: readonly (readonly Place[])[], [x, y]: Place): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [at, [toX, toY]] of ring.entries()) {
      const [fromX, fromY] = ring.at(at - 1) as Place;
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX)
        inside = !inside;
    }
  return inside;
}

/** Area of a polygon in cells; holes count against it, whichever way their corners run. */
export function areaOf(rings: readonly (readonly Place[])[]): number {
  const [outer = 0, ...holes] = rings.map((ring) => {
    const twice = ring.reduce((sum, [x, y], at) => {
      const [fromX, fromY] = ring.at(at - 1) as Place;
      return sum + fromX * y - x * fromY;
    }, 0);
    return Math.abs(twice) / 2;
  });
  return holes.reduce((rest, hole) => rest - hole, outer);
}

/** Whether an outline crosses or touches itself; corners in turn, the last is joined to the first. */
export function crossesItself(corners: readonly Place[]): boolean {
  const count = corners.length;
  const side = (at: number): readonly [Place, Place] => [
    corners[at] as Place,
    corners[(at + 1) % count] as Place,
  ];
  for (let one = 0; one < count; one++)
    for (let other = one + 2; other < count; other++) {
      // The last side meets the first at their corner.
      if (one === 0 && other === count - 1) continue;
      if (doMeet(side(one), side(other))) return true;
    }
  return false;
}

function doMeet([a, b]: readonly [Place, Place], [c, d]: readonly [Place, Place]): boolean {
  const turns = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)] as const;
  if (turns[0] * turns[1] < 0 && turns[2] * turns[3] < 0) return true;
  return (
    (turns[0] === 0 && isBetween(a, b, c)) ||
    (turns[1] === 0 && isBetween(a, b, d)) ||
    (turns[2] === 0 && isBetween(c, d, a)) ||
    (turns[3] === 0 && isBetween(c, d, b))
  );
}

/** To which side of the way from one place to another a third lies. */
function turn([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function isBetween([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): boolean {
  return Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
}

/** Outline for the attribute `d`; holes by the even-odd rule. */
export function pathOfRings(rings: readonly (readonly Place[])[]): string {
  return rings
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}Z`)
    .join('');
}
