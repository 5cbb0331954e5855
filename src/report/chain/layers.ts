import { placed, type Spot } from './places.js';

/** Something with a height that stands in a column. */
export interface LayerItem {
  readonly id: string;
  /** Column, from 0. */
  readonly layer: number;
  readonly height: number;
}

export interface LayerLink {
  readonly from: string;
  readonly to: string;
}

/** Centres of items, and of the points where links pass columns between their ends. */
export interface Layers {
  /** By id, from the top. */
  readonly centres: ReadonlyMap<string, number>;
  /** By link, in their order: centres in the columns between, from that of `from` to that of `to`. */
  readonly bends: readonly (readonly number[])[];
  readonly height: number;
}

/** Room for a link that passes a column, and between neighbours. */
const passing = 12;
const sweeps = 12;

/**
 * Orders the items of columns so that few links cross (medians of neighbours, Sugiyama et al. 1981) and sets them near their
 * neighbours without overlap. Links over several columns have a place of their own in each, so that none runs through an item.
 * Links inside a column do not count.
 *
 * @param gap least distance between neighbours
 */
export function layersOf(items: readonly LayerItem[], links: readonly LayerLink[], gap: number): Layers {
  const spots = new Map<string, Spot>(items.map((item) => [item.id, { ...item, before: [], after: [] }]));
  const paths = links.map((link, at) => pathOf(spots, link, at));
  const columns: string[][] = Array.from(
    { length: Math.max(-1, ...items.map(({ layer }) => layer)) + 1 },
    () => [],
  );
  for (const { id, layer } of spots.values()) columns[layer]?.push(id);
  const ordered = fewCrossings(spots, columns);
  const centres = placed(spots, ordered, gap, sweeps);
  const bottoms = items.map(({ id, height }) => (centres.get(id) as number) + height / 2);
  return {
    centres: new Map(items.map(({ id }) => [id, centres.get(id) as number])),
    bends: paths.map((path) => path.map((id) => centres.get(id) as number)),
    height: Math.max(0, ...bottoms, ...[...centres.values()].map((centre) => centre + passing / 2)),
  };
}

/** Adds what a link passes; their ids, from its beginning. */
function pathOf(spots: Map<string, Spot>, { from, to }: LayerLink, at: number): readonly string[] {
  const [begin, end] = [spots.get(from) as Spot, spots.get(to) as Spot];
  if (begin.layer === end.layer) return [];
  const step = begin.layer < end.layer ? 1 : -1;
  const between: string[] = [];
  for (let layer = begin.layer + step; layer !== end.layer; layer += step) {
    // No id of an item holds this sign twice with a number between.
    const id = `\u0000${at}\u0000${layer}`;
    spots.set(id, { id, layer, height: passing, before: [], after: [] });
    between.push(id);
  }
  const whole = step === 1 ? [from, ...between, to] : [to, ...between.toReversed(), from];
  for (const [place, id] of whole.slice(1).entries()) {
    (spots.get(whole[place] as string) as Spot).after.push(id);
    (spots.get(id) as Spot).before.push(whole[place] as string);
  }
  return between;
}

function fewCrossings(spots: ReadonlyMap<string, Spot>, columns: readonly (readonly string[])[]) {
  let order = columns;
  let best = order;
  let least = crossingsOf(spots, order);
  for (let sweep = 0; sweep < sweeps && least > 0; sweep++) {
    order = swept(spots, order, sweep % 2 === 0 ? 'before' : 'after');
    const crossings = crossingsOf(spots, order);
    if (crossings < least) [best, least] = [order, crossings];
  }
  return best;
}

/** Each column by the medians of neighbours on one side; who has none there keeps its place. */
function swept(
  spots: ReadonlyMap<string, Spot>,
  columns: readonly (readonly string[])[],
  side: 'before' | 'after',
): readonly (readonly string[])[] {
  const next = [...columns];
  const turns = [...columns.keys()];
  for (const layer of side === 'before' ? turns : turns.toReversed()) {
    const place = placesOf(next[layer + (side === 'before' ? -1 : 1)] ?? []);
    const column = next[layer] as readonly string[];
    const wanted = new Map(
      column.map((id, at) => {
        const near = (spots.get(id) as Spot)[side].map((other) => place.get(other) as number);
        return [id, near.length === 0 ? at : medianOf(near)];
      }),
    );
    next[layer] = column.toSorted((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number));
  }
  return next;
}

/** How many pairs of links cross between neighbouring columns. */
export function crossingsOf(
  spots: ReadonlyMap<string, { readonly after: readonly string[] }>,
  columns: readonly (readonly string[])[],
): number {
  let crossings = 0;
  for (const [layer, column] of columns.entries()) {
    const place = placesOf(columns[layer + 1] ?? []);
    const ends = column.flatMap((id, at) =>
      (spots.get(id)?.after ?? []).map((other) => [at, place.get(other) as number] as const),
    );
    for (const [at, [a, b]] of ends.entries())
      for (const [c, d] of ends.slice(at + 1)) if ((a - c) * (b - d) < 0) crossings += 1;
  }
  return crossings;
}

const placesOf = (column: readonly string[]) => new Map(column.map((id, at) => [id, at]));

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}
