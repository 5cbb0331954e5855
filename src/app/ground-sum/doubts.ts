import { type Issue, issue } from '../../base/index.js';
import { type GroundKind, overlappingShare, shapeOf } from '../../locate/index.js';
import { middleOf } from '../land/layers.js';
import type { GroundOptions } from './call.js';
import type { KindLayer } from './kinds.js';
import type { Things } from './things.js';

/** What was laid over the places. */
export interface LaidKind {
  readonly kind: GroundKind;
  readonly read: Things;
  readonly layer: KindLayer;
  /** Whether somebody says where it was looked for. */
  readonly hasArea: boolean;
  readonly isOnParcels: boolean;
}

/** Kinds whose files say nothing of the ground on which nothing was found. */
export function isFoundOnly(kind: GroundKind): boolean {
  return kind === 'subsidence' || kind === 'vacant_land';
}

/** What is doubtful about a layer. */
export function layerDoubts(laid: LaidKind, options: GroundOptions): readonly Issue[] {
  const { kind, read, hasArea, isOnParcels } = laid;
  const unknown = isFoundOnly(kind) && !hasArea;
  return [
    ...(unknown
      ? [issue('GROUND_AREA_UNKNOWN', 'warning', read.name, { kind: options.kindLabel(kind) })]
      : []),
    ...read.issues,
    ...overlapIssue(laid),
    ...outsideIssue(laid),
    ...(isOnParcels && kind === 'disorder' ? besideIssue(laid, options) : []),
  ];
}

/** Streets run between parcels: where none is near enough, a street has no part. */
function besideIssue(
  { read: { name, things }, layer: { meetings } }: LaidKind,
  options: GroundOptions,
): readonly Issue[] {
  const met = new Set(meetings.item);
  const found = things.filter((_, at) => !met.has(at)).length;
  if (found === 0) return [];
  const facts = { found, expected: things.length, reach: options.streetReachM };
  return [issue('GROUND_STREETS_BESIDE', 'warning', name, facts)];
}

/** What was found where nobody looked is not counted; hazard is. */
function outsideIssue({ kind, read: { name }, layer }: LaidKind): readonly Issue[] {
  if (kind !== 'vacant_land' && kind !== 'inefficient_land') return [];
  const { meetings, itemValues, values } = layer;
  let [all, outside] = [0, 0];
  for (const [at, place] of meetings.place.entries()) {
    if (Number.isNaN(itemValues[meetings.item[at] as number])) continue;
    all += meetings.amount[at] as number;
    if (Number.isNaN(values[place])) outside += meetings.amount[at] as number;
  }
  if (outside === 0) return [];
  const percent = ((outside / all) * 100).toPrecision(2);
  return [issue('GROUND_OUTSIDE', 'warning', name, { percent })];
}

function overlapIssue({ kind, read: { name, things } }: LaidKind): readonly Issue[] {
  if (kind === 'disorder' || kind === 'subsidence') return [];
  const [x, y] = things.length === 0 ? [0, 0] : middleOf(things);
  const share = overlappingShare(things.map(({ rings }) => shapeOf(rings, { x, y })));
  // As for plots: less than a hundred-thousandth nobody can see.
  if (share < 1e-5) return [];
  return [issue('LAND_OVERLAP', 'warning', name, { percent: (share * 100).toPrecision(2) })];
}
