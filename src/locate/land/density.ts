import { nearShapes } from './near.js';
import { overlapArea, type Shape } from './shape.js';

/** Parts of a plot below this share of it are coordinates that do not quite agree, not buildings. */
const sliver = 1e-6;

/** A building with its storeys above ground; `NaN` where neither storeys nor height is known. */
export interface BuildingShape {
  readonly shape: Shape;
  readonly storeys: number;
}

/** How densely a plot is built up. */
export interface PlotDensity {
  readonly areaM2: number;
  /** Covered by buildings; parts on which two of them stand count twice. */
  readonly builtM2: number;
  /** Over all storeys; `NaN` where a building of unknown storeys stands on the plot. */
  readonly floorM2: number;
  /** As if buildings of unknown storeys had one. */
  readonly floorLeastM2: number;
  /** Built by plot area; above 1 only where buildings overlap. `NaN` for a plot without area. */
  readonly coverage: number;
  /** Not covered, by plot area, not below 0. */
  readonly openShare: number;
  readonly floorAreaRatio: number;
  readonly floorAreaRatioLeast: number;
  /** Buildings that stand on it with more than a sliver. */
  readonly buildings: number;
  readonly withoutStoreys: number;
  /** Of whole footprints of these buildings, m²; `NaN` without buildings. Small in urban villages. */
  readonly medianFootprintM2: number;
}

/** Storeys from a height: at least one, halves to the even number. */
export function storeysOf(heightM: number, storeyHeightM: number): number {
  if (!(heightM > 0)) return Number.NaN;
  const storeys = heightM / storeyHeightM;
  const below = Math.floor(storeys);
  const rest = storeys - below;
  const rounded = rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
  return Math.max(1, rounded);
}

/** Density of each plot, by the exact part of each building on it. */
export function densitiesOf(plots: readonly Shape[], buildings: readonly BuildingShape[]): PlotDensity[] {
  const shapes = buildings.map(({ shape }) => shape);
  const near = nearShapes(shapes);
  return plots.map((plot) => densityOf(plot, near(plot), buildings));
}

function densityOf(plot: Shape, near: readonly number[], buildings: readonly BuildingShape[]): PlotDensity {
  let [built, floor, floorLeast, withoutStoreys] = [0, 0, 0, 0];
  const footprints: number[] = [];
  for (const at of near) {
    const { shape, storeys } = buildings[at] as BuildingShape;
    const part = overlapArea(plot, shape);
    const known = !Number.isNaN(storeys);
    built += part;
    floorLeast += part * (known ? storeys : 1);
    if (part <= sliver * plot.area) {
      floor += part * (known ? storeys : 1);
      continue;
    }
    floor += part * storeys;
    footprints.push(shape.area);
    if (!known) withoutStoreys += 1;
  }
  const of = (value: number) => (plot.area > 0 ? value / plot.area : Number.NaN);
  return {
    areaM2: plot.area,
    builtM2: built,
    floorM2: floor,
    floorLeastM2: floorLeast,
    coverage: of(built),
    openShare: Math.max(0, 1 - of(built)),
    floorAreaRatio: of(floor),
    floorAreaRatioLeast: of(floorLeast),
    buildings: footprints.length,
    withoutStoreys,
    medianFootprintM2: medianOf(footprints),
  };
}

/** Area on which shapes of one layer lie over one another, by all their area; above 0 something counts twice. */
export function overlappingShare(shapes: readonly Shape[]): number {
  const near = nearShapes(shapes);
  let [twice, all] = [0, 0];
  for (const [at, shape] of shapes.entries()) {
    all += shape.area;
    for (const other of near(shape)) if (other > at) twice += overlapArea(shape, shapes[other] as Shape);
  }
  return all > 0 ? twice / all : 0;
}

function medianOf(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  values.sort((a, b) => a - b);
  const middle = (values.length - 1) / 2;
  return ((values[Math.floor(middle)] as number) + (values[Math.ceil(middle)] as number)) / 2;
}
