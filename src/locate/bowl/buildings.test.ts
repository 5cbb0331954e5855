import { describe, expect, it } from 'vitest';
import { bowlsOf, sinkingOf } from './bowls.js';
import { footprintSize } from './building-size.js';
import { exposedBuildings, type Footprint } from './buildings.js';
import { exposedLines } from './lines.js';
import type { BowlSettings, Motion } from './types.js';

const settings: BowlSettings = {
  edgeMm: 10,
  fastMmPerYear: 30,
  sureErrors: 2,
  minimumAreaM2: null,
  stillMmPerYear: 10,
  rateBounds: [10, 30, 50],
  damage: { tilt: [3, 6, 10], curvature: [0.2, 0.4, 0.6], strain: [2, 4, 6] },
  strainCoefficientM: null,
};
/** Ten by ten cells of 20 m: the left half is still, then ground sinks by 80 mm from cell to cell: 4 mm per m. */
const mm = Float64Array.from({ length: 100 }, (_, cell) => 80 * Math.max(0, (cell % 10) - 4));
const motion: Motion = {
  series: {
    grid: {
      width: 10,
      height: 10,
      originX: 0,
      originY: 200,
      cellWidth: 20,
      cellHeight: -20,
      crs: 'EPSG:32650',
    },
    epochs: ['2018-01-01', '2019-01-01'],
    cumulativeMm: [new Float64Array(100), mm.map((value) => -value)],
    rank: new Uint16Array(100).fill(1),
    tied: new Uint8Array(100).fill(1).fill(0, 58, 59),
  },
  rate: {
    mmPerYear: mm.map((value) => (-value * 365.25) / 365),
    standardErrorMmPerYear: new Float64Array(100).fill(1),
  },
  incidenceDegrees: null,
  referenceDoubtful: false,
};
const bowls = bowlsOf(motion, settings);
const sinking = sinkingOf(motion);
const box = (id: string, left: number, bottom: number, width: number, height: number): Footprint => ({
  id,
  rings: [
    Float64Array.of(left, bottom, left + width, bottom, left + width, bottom + height, left, bottom + height),
  ],
  heightM: 9,
});
const exposed = (...footprints: Footprint[]) =>
  exposedBuildings(footprints, bowls, sinking, motion.series.tied, settings);

describe('exposed buildings', () => {
  it('are those that touch a zone', () => {
    const found = exposed(
      box('still', 20, 100, 30, 10),
      box('sinks', 140, 100, 30, 10),
      box('edge', 95, 50, 10, 5),
    );
    expect(found.map(({ id }) => id).toSorted()).toEqual(['edge', 'sinks']);
    expect(exposed(box('outside', 500, 500, 10, 10))).toEqual([]);
  });

  it('have tilt, settlement over their length, and class', () => {
    const [found] = exposed(box('long', 150, 84, 30, 10));
    // From the middle of the cell at 150 m, 200 mm deep at 240, to 180 m.
    expect(found).toMatchObject({
      lengthM: 30,
      widthM: 10,
      heightM: 9,
      damage: 'II',
      grade: 'severe',
      tied: false,
    });
    expect(found?.bend.tilt).toBeCloseTo(4, 9);
    expect(found?.settlementMm).toBeCloseTo(120, 9);
    // Half of the footprint in each of two cells, 10 m in the first, 20 m in the second.
    expect(found?.depthMm).toBeCloseTo((240 * 10 + 320 * 20) / 30, 9);
  });

  it('in a class stand by the sag over their length', () => {
    // Where the slope begins ground bends by 80 mm over 20 m squared, 0.2 mm per m².
    const found = exposed(box('short', 95, 20, 10, 5), box('long', 95, 40, 10, 60));
    expect(found.map(({ id }) => id)).toEqual(['long', 'short']);
    expect(found.map(({ damage }) => damage)).toEqual(['II', 'II']);
    expect(found[0]?.deflection).toBeCloseTo((0.2 * 60) / 8, 9);
    expect(found[1]?.deflection).toBeCloseTo((0.2 * 10) / 8, 9);
  });

  it('say nothing of settlement beside the border of the scene', () => {
    expect(exposed(box('border', 185, 100, 14, 10))[0]?.settlementMm).toBeNaN();
  });
});

describe('size of a footprint', () => {
  it('is that of the smallest rectangle, however it is turned', () => {
    const [cos, sin] = [Math.cos(0.5), Math.sin(0.5)];
    const turned = [
      [0, 0],
      [30, 0],
      [30, 12],
      [15, 6],
      [0, 12],
    ].flatMap(([x = 0, y = 0]) => [x * cos - y * sin, x * sin + y * cos]);
    const { length, width } = footprintSize(Float64Array.from(turned));
    expect(length).toBeCloseTo(30, 9);
    expect(width).toBeCloseTo(12, 9);
  });
});

describe('exposed lines', () => {
  it('have their length inside zones, cut at cells', () => {
    const line = (id: string, ...xy: number[]) => ({ id, parts: [Float64Array.from(xy)] });
    const found = exposedLines(
      [line('across', 10, 110, 190, 110), line('askew', 90, 90, 130, 120), line('still', 0, 10, 90, 10)],
      bowls,
      sinking,
    );
    expect(found.map(({ id }) => id)).toEqual(['across', 'askew']);
    expect(found[0]?.lengthM).toBeCloseTo(90, 9);
    expect(found[1]?.lengthM).toBeCloseTo(50 * (30 / 40), 9);
    expect(found[0]).toMatchObject({ bowl: 0, grade: 'severe' });
  });
});
