import type { ChainEdge } from '../../plan/index.js';
import { layersOf } from './layers.js';
import type { ChainRow } from './types.js';

/** Sizes of a map in pixels at scale 1. */
export const size = { box: 160, gap: 104, margin: 20, between: 22, port: 15 } as const;

/** Where a node stands. */
export interface NodeBox {
  readonly id: string;
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an edge runs: its ends at sides of boxes, and the heights at which it passes columns between. */
export interface EdgeLine {
  readonly edge: ChainEdge;
  /** Side of the box it leaves and of the one it enters. */
  readonly leaves: Side;
  readonly enters: Side;
  readonly from: Point;
  readonly to: Point;
  /** Left end, right end and height of each passage. */
  readonly passes: readonly { readonly left: number; readonly right: number; readonly y: number }[];
}

export interface MapGeometry {
  readonly boxes: readonly NodeBox[];
  readonly lines: readonly EdgeLine[];
  /** Names of the columns; empty where they are counted from the edges. */
  readonly stages: readonly string[];
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

type Side = 'left' | 'right';
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Places the nodes of a chain in columns by stage, in the order in which the stages come; where there is one stage or none, by the
 * longest way from a node without inputs.
 *
 * @param heights of the boxes' texts, in the order of the rows
 */
export function mapGeometry(
  rows: readonly ChainRow[],
  edges: readonly ChainEdge[],
  heights: readonly number[],
): MapGeometry {
  const { layers, stages } = columnsOf(rows, edges);
  const sides = edges.map(({ from, to }) => sidesOf(layers.get(from) as number, layers.get(to) as number));
  const ports = (id: string, side: Side) =>
    edges.filter(
      ({ from, to }, at) =>
        (from === id && sides[at]?.leaves === side) || (to === id && sides[at]?.enters === side),
    ).length;
  const items = rows.map(({ node }, at) => ({
    id: node,
    layer: layers.get(node) as number,
    height: Math.max(
      heights[at] as number,
      size.port * (Math.max(ports(node, 'left'), ports(node, 'right')) + 1),
    ),
  }));
  const { centres, bends, height } = layersOf(items, edges, size.between);
  const x = (layer: number) => size.margin + layer * (size.box + size.gap);
  const boxes = items.map(({ id, layer, height: tall }) => {
    const y = (centres.get(id) as number) - tall / 2;
    return { id, layer, x: x(layer), y, width: size.box, height: tall };
  });
  const columns = Math.max(0, ...layers.values()) + 1;
  const loops = sides.some(({ leaves, enters }) => leaves === enters) ? size.gap / 2 : 0;
  return {
    boxes,
    lines: linesOf(edges, sides, new Map(boxes.map((box) => [box.id, box])), bends),
    stages,
    columns,
    width: x(columns - 1) + size.box + size.margin + loops,
    height,
  };
}

function sidesOf(from: number, to: number): { readonly leaves: Side; readonly enters: Side } {
  if (from === to) return { leaves: 'right', enters: 'right' };
  return from < to ? { leaves: 'right', enters: 'left' } : { leaves: 'left', enters: 'right' };
}

function columnsOf(rows: readonly ChainRow[], edges: readonly ChainEdge[]) {
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  if (stages.length > 1)
    return { layers: new Map(rows.map(({ node, stage }) => [node, stages.indexOf(stage)])), stages };
  return { layers: depthsOf(rows, edges), stages: [] };
}

/** Longest way from a node without inputs; in a circle the first of the rows begins. */
function depthsOf(rows: readonly ChainRow[], edges: readonly ChainEdge[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const open = new Set(rows.map(({ node }) => node));
  while (open.size > 0) {
    const ready = [...open].find((id) => edges.every(({ from, to }) => to !== id || !open.has(from)));
    const [first] = open;
    const id = ready ?? (first as string);
    const before = edges.filter(({ to }) => to === id).map(({ from }) => depths.get(from) ?? -1);
    depths.set(id, Math.max(-1, ...before) + 1);
    open.delete(id);
  }
  return depths;
}

/** Ends of edges spread over the sides of their boxes in the order of where they come from, so that they do not cross there. */
function linesOf(
  edges: readonly ChainEdge[],
  sides: readonly ReturnType<typeof sidesOf>[],
  boxes: ReadonlyMap<string, NodeBox>,
  bends: readonly (readonly number[])[],
): readonly EdgeLine[] {
  const middle = (id: string) => (boxes.get(id) as NodeBox).y + (boxes.get(id) as NodeBox).height / 2;
  const ends = edges.flatMap(({ from, to }, at) => [
    { at, end: 'from', id: from, side: sides[at]?.leaves, towards: bends[at]?.at(0) ?? middle(to) },
    { at, end: 'to', id: to, side: sides[at]?.enters, towards: bends[at]?.at(-1) ?? middle(from) },
  ]);
  const point = (at: number, end: string): Point => {
    const own = ends.find((one) => one.at === at && one.end === end) as (typeof ends)[number];
    const box = boxes.get(own.id) as NodeBox;
    const beside = ends
      .filter(({ id, side }) => id === own.id && side === own.side)
      .toSorted((a, b) => a.towards - b.towards || a.at - b.at);
    const place = (beside.indexOf(own) + 1) / (beside.length + 1);
    return { x: box.x + (own.side === 'right' ? box.width : 0), y: box.y + box.height * place };
  };
  return edges.map((edge, at) => {
    const begin = boxes.get(edge.from) as NodeBox;
    const step = sides[at]?.leaves === 'right' ? 1 : -1;
    const passes = (bends[at] ?? []).map((y, passed) => {
      const left = begin.x + step * (passed + 1) * (size.box + size.gap);
      return { left, right: left + size.box, y };
    });
    const { leaves, enters } = sides[at] as ReturnType<typeof sidesOf>;
    return { edge, leaves, enters, from: point(at, 'from'), to: point(at, 'to'), passes };
  });
}
