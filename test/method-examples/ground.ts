import {
  doubleHigh,
  type GroundKind,
  groundGrade,
  groundKinds,
  grownZones,
  hazardGrades,
  hazardKind,
  sumLayers,
} from '../../src/locate/index.js';
import type { Examples } from './example.js';

/** Examples of docs/methods/locate/ground-sum.md. */
export const groundExamples: Examples = {
  'locate.groundSum': ({ places }) => {
    const rows = places as Partial<Record<GroundKind, number>>[];
    const layers = groundKinds.map((kind) => ({
      values: Float64Array.from(rows, (row) => row[kind] ?? Number.NaN),
      weight: 1,
      isHazard: kind === hazardKind,
    }));
    const { sum, final, present } = sumLayers(layers);
    const grade = Array.from(final, (one) => hazardGrades[groundGrade(one, [0.25, 0.5, 0.75, 1])]);
    return { sum: Array.from(sum), final: Array.from(final), kinds: Array.from(present), grade };
  },
  'locate.doubleHigh': ({ findings, complaints, side, quantile, buffer }) => {
    const [one, other] = [findings, complaints].map((counts) => counts as number[]) as [number[], number[]];
    const cell = Number(side);
    const grid = {
      width: one.length,
      height: 1,
      originX: 0,
      originY: cell,
      cellWidth: cell,
      cellHeight: -cell,
      crs: null,
    };
    const points = (counts: readonly number[]) =>
      Float64Array.from(
        counts.flatMap((count, at) =>
          Array.from({ length: count }, () => [(at + 0.5) * cell, cell / 2]).flat(),
        ),
      );
    const found = doubleHigh(points(one), points(other), grid, Number(quantile));
    return {
      thresholds: [found.findings.threshold, found.complaints.threshold],
      cells: found.cells,
      areas: grownZones(found.cells, grid, Number(buffer)).map(({ areaM2 }) => areaM2),
    };
  },
};
