import { seededRandom } from '../../../base/index.js';

/** What the made ground is, cell by cell. */
export type MadeGround = 'vacant' | 'built' | 'green' | 'road';

/** A rectangle of cells that is one thing. */
export interface MadePlot {
  readonly kind: MadeGround;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** A town from above whose truth is known. */
export interface MadeTown {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, 0 to 255, row by row. */
  readonly bands: readonly Float64Array[];
  /** Plots between the roads, row by row. */
  readonly plots: readonly MadePlot[];
}

/** Cells between the beginnings of neighbouring roads, and the breadth of a road. */
const between = 64;
const road = 8;
/** Colours of the ground; yards have that of vacant ground between grass and soil, so that colour alone does not tell. */
const colours = {
  soil: [158, 132, 100],
  grass: [92, 128, 78],
  asphalt: [112, 112, 116],
  roofs: [
    [176, 98, 82],
    [150, 156, 164],
    [98, 116, 146],
  ],
} as const;
/** Grain of every cell, of a band from 0 to 255. */
const grain = 34;

/**
 * Makes a town of roads, and plots that are vacant, built or green. Nothing of it is measured.
 *
 * @param width cells, as `height`
 * @param seed equal seeds make equal towns
 */
export function madeTown(width: number, height: number, seed: number): MadeTown {
  const random = seededRandom(seed);
  const bands = [0, 1, 2].map(() => new Float64Array(width * height));
  const paint = (
    { column, row, width: wide, height: high }: Omit<MadePlot, 'kind'>,
    colour: readonly number[],
  ) => {
    for (let y = row; y < Math.min(height, row + high); y++)
      for (let x = column; x < Math.min(width, column + wide); x++)
        for (const [at, band] of bands.entries()) band[y * width + x] = colour[at] as number;
  };
  paint({ column: 0, row: 0, width, height }, colours.asphalt);
  const plots = plotsOf(width, height, random);
  for (const plot of plots) {
    paint(plot, plot.kind === 'vacant' ? colours.soil : colours.grass);
    if (plot.kind === 'built') build(plot, paint, random);
    if (plot.kind === 'vacant') overgrow(plot, paint, random);
  }
  for (let cell = 0; cell < width * height; cell++) {
    const shade = grain * (random() - 0.5);
    for (const band of bands) {
      const value = (band[cell] as number) + shade + grain * (random() - 0.5);
      band[cell] = Math.round(Math.min(255, Math.max(0, value)));
    }
  }
  return { width, height, bands, plots };
}

type Paint = (place: Omit<MadePlot, 'kind'>, colour: readonly number[]) => void;

/** Four plots between each four roads. */
function plotsOf(width: number, height: number, random: () => number): readonly MadePlot[] {
  const side = (between - road) / 2;
  const plots: MadePlot[] = [];
  for (let row = road; row < height; row += between)
    for (let column = road; column < width; column += between)
      for (const [across, down] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        const drawn = random();
        const kind = drawn < 0.32 ? 'vacant' : drawn < 0.55 ? 'green' : 'built';
        const place = { column: column + across * side, row: row + down * side };
        const size = {
          width: Math.min(side, width - place.column),
          height: Math.min(side, height - place.row),
        };
        if (size.width > 0 && size.height > 0) plots.push({ kind, ...place, ...size });
      }
  return plots;
}

/** A yard of soil with two roofs on it. */
function build({ column, row, width, height }: MadePlot, paint: Paint, random: () => number): void {
  if (random() < 0.5) paint({ column, row, width, height }, colours.soil);
  const roof = colours.roofs[Math.floor(random() * colours.roofs.length)] as readonly number[];
  const long = Math.round(width * (0.6 + 0.3 * random()));
  const deep = Math.round(height * 0.36);
  for (const down of [2, Math.round(height / 2) + 1]) {
    const place = { column: column + 2, row: row + down };
    paint({ ...place, width: long, height: deep }, roof);
    // The side in the shade.
    paint({ ...place, row: row + down + deep - 1, width: long, height: 2 }, [52, 52, 58]);
  }
}

/** Tufts of grass on vacant ground. */
function overgrow({ column, row, width, height }: MadePlot, paint: Paint, random: () => number): void {
  for (let tuft = 0; tuft < 10; tuft++) {
    const place = {
      column: column + Math.floor(random() * (width - 3)),
      row: row + Math.floor(random() * (height - 3)),
    };
    paint({ ...place, width: 3, height: 2 }, colours.grass);
  }
}
