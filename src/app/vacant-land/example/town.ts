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
/** Colours of the ground; yards have that of vacant ground, so that colour alone does not tell. */
const colours = {
  soil: [164, 136, 104],
  grass: [86, 118, 72],
  asphalt: [104, 104, 110],
  shade: [38, 38, 46],
  things: [
    [168, 92, 76],
    [214, 216, 220],
    [92, 108, 138],
  ],
} as const;
/** Share of the built plots that are yards for storing. */
const yards = 0.3;
/** Grain of every cell, of a band from 0 to 255. */
const grain = 22;

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
    if (plot.kind === 'built') (random() < yards ? store : build)(plot, paint, random);
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

/** Two roofs, on grass or soil. */
function build({ column, row, width, height }: MadePlot, paint: Paint, random: () => number): void {
  if (random() < 0.5) paint({ column, row, width, height }, colours.soil);
  const roof = colours.things[Math.floor(random() * colours.things.length)] as readonly number[];
  const long = Math.round(width * (0.6 + 0.3 * random()));
  const deep = Math.round(height * 0.36);
  for (const down of [2, Math.round(height / 2) + 1]) {
    const place = { column: column + 2, row: row + down };
    paint({ ...place, width: long, height: deep }, roof);
    // The side in the shade.
    paint({ ...place, row: row + down + deep - 1, width: long, height: 2 }, colours.shade);
  }
}

/** Things that lie about on soil: in use, though it looks much like vacant ground. */
function store(plot: MadePlot, paint: Paint, random: () => number): void {
  paint(plot, colours.soil);
  for (const colour of [...colours.things, colours.shade, ...colours.things])
    paint({ ...somewhere(plot, 5, random), width: 5, height: 3 }, colour);
}

/** Tufts of grass on vacant ground, few or many. */
function overgrow(plot: MadePlot, paint: Paint, random: () => number): void {
  const tufts = 40 * random();
  for (let tuft = 0; tuft < tufts; tuft++)
    paint({ ...somewhere(plot, 4, random), width: 4, height: 3 }, colours.grass);
}

function somewhere({ column, row, width, height }: MadePlot, side: number, random: () => number) {
  return {
    column: column + Math.floor(random() * Math.max(1, width - side)),
    row: row + Math.floor(random() * Math.max(1, height - side)),
  };
}
