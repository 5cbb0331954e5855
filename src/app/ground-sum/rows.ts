import { toEdge } from '../../base/index.js';
import {
  type GroundKind,
  type GroundSum,
  groundGrade,
  groundKinds,
  type HazardGrade,
  hazardGrades,
  hazardKind,
  sumLayers,
} from '../../locate/index.js';
import type { ByKind, GroundAnswer, GroundPart, GroundRow } from './answer.js';
import type { GroundBase } from './base.js';
import type { GroundOptions } from './call.js';
import type { KindLayer } from './kinds.js';

/** Kinds of which an area is looked at. */
const areaKinds: ReadonlySet<GroundKind> = new Set(['subsidence', 'vacant_land', 'inefficient_land']);

/** A row for each place in which a kind that weighs was measured, and its position among the places. */
export function groundRows(
  base: GroundBase,
  options: GroundOptions,
): { readonly rows: readonly GroundRow[]; readonly places: readonly number[]; readonly sum: GroundSum } {
  const { layers } = base;
  const sum = sumLayers(
    [...layers].map(([kind, { values }]) => ({
      values,
      weight: options.weights[kind],
      isHazard: kind === hazardKind,
    })),
  );
  const places = [...sum.final.keys()].filter((place) => !Number.isNaN(sum.final[place]));
  const parts = partsOf(layers);
  return {
    rows: places.map((place) => rowOf(base, sum, place, parts.get(place) ?? [], options)),
    places,
    sum,
  };
}

function rowOf(
  { name, places, middle, layers }: GroundBase,
  { present, sum, final }: GroundSum,
  place: number,
  parts: readonly GroundPart[],
  options: GroundOptions,
): GroundRow {
  const [lon, lat] = middle(place);
  const areaM2 = places.areaM2[place] as number;
  const byKind = (of: (layer: KindLayer, kind: GroundKind) => number): ByKind => {
    const values = groundKinds.map((kind) => {
      const layer = layers.get(kind);
      return [kind, layer === undefined ? null : toEdge(of(layer, kind))] as const;
    });
    return Object.fromEntries(values) as Record<GroundKind, number | null>;
  };
  const values = byKind(({ values: all }) => all[place] as number);
  const grade = groundGrade(final[place] as number, options.hazard);
  const hazard = values[hazardKind];
  const byHazard = hazard !== null && !((sum[place] as number) >= hazard);
  return {
    cell: name(place),
    lon,
    lat,
    areaM2,
    values,
    measured: byKind(({ measured }, kind) => {
      const amount = measured[place] as number;
      return areaKinds.has(kind) ? amount / areaM2 : amount;
    }),
    present: present[place] as number,
    sum: toEdge(sum[place] as number),
    final: final[place] as number,
    grade: hazardGrades[grade] ?? null,
    driver: byHazard ? hazardKind : highestOf(values),
    byHazard,
    parts,
  };
}

function highestOf(values: ByKind): GroundKind | null {
  const some = groundKinds.filter((kind) => (values[kind] ?? 0) > 0);
  return some.toSorted((a, b) => (values[b] as number) - (values[a] as number))[0] ?? null;
}

/** What lies in each place, the kinds in their order. */
function partsOf(layers: GroundBase['layers']): ReadonlyMap<number, readonly GroundPart[]> {
  const parts = new Map<number, GroundPart[]>();
  for (const [kind, { meetings, names, itemValues, perAmount }] of layers)
    for (const [at, place] of meetings.place.entries()) {
      const item = meetings.item[at] as number;
      const part = {
        kind,
        item: names[item] as string,
        amount: (meetings.amount[at] as number) * (perAmount[item] as number),
        value: toEdge(itemValues[item] as number),
      };
      const list = parts.get(place);
      if (list === undefined) parts.set(place, [part]);
      else list.push(part);
    }
  return parts;
}

/** What all rows come to. */
export function groundSummary(
  rows: readonly GroundRow[],
  base: GroundBase | null,
  { cellM }: GroundOptions,
): GroundAnswer['summary'] {
  const grades = hazardGrades.map((grade) => [grade, rows.filter((row) => row.grade === grade).length]);
  return {
    cells: rows.length,
    cellM: base !== null && base.grid === null ? null : cellM,
    areaM2: rows.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    plane: base?.measuring.crs ?? null,
    kinds: [...(base?.layers.keys() ?? [])].map((kind) => {
      const known = rows.filter(({ values }) => values[kind] !== null);
      const area = known.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      const all = known.reduce((sum, { areaM2, values }) => sum + areaM2 * (values[kind] as number), 0);
      return {
        kind,
        cells: known.length,
        above0: known.filter(({ values }) => (values[kind] as number) > 0).length,
        mean: toEdge(all / area),
      };
    }),
    grades: Object.fromEntries(grades) as Record<HazardGrade, number>,
  };
}
