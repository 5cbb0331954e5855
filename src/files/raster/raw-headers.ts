import { dirname } from 'node:path';
import { AfterlodeError } from '../../base/index.js';
import type { Grid } from '../../locate/index.js';
import { exists, readTextFile } from '../read.js';
import { openLocal } from './byte-source.js';
import { gammaForm, gammaSize } from './gamma-header.js';
import { isceForm, vrtForm } from './isce-header.js';
import type { RawForm } from './raw.js';

/** Names of files in which GAMMA writes parameters. */
const gammaNames = /(\.|_)(par|off|dem_par)$/i;

/**
 * The form of a raw raster of a radar processor by the header beside it: `X.vrt` or `X.xml` (ISCE), `X.rsc` (ROI_PAC, MintPy), or
 * a parameter file of GAMMA (`*.off`, `*.par`, `*dem_par`) whose lines × samples come to the size of the file. The order of bytes,
 * where no header says it, is the one in which the numbers are those of phases or coherence.
 *
 * @param others files among which GAMMA's parameters are looked for; those nearest to the raster count first
 * @throws AfterlodeError `RASTER_HEADER` where nothing says its form, `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `RASTER_EMPTY`
 */
export async function radarRawForm(path: string, others: readonly string[]): Promise<RawForm> {
  const file = await openLocal(path);
  const { size } = file;
  await file.close();
  for (const [ending, read] of [
    ['.vrt', vrtForm],
    ['.xml', isceForm],
    ['.rsc', rscForm],
  ] as const) {
    const header = `${path}${ending}`;
    if (!(await exists(header))) continue;
    const form = read(await readTextFile(header), size, await looksLittle(path, size));
    if (form !== null) return form;
  }
  const sizes: string[] = [];
  for (const candidate of nearestFirst(path, others)) {
    const text = await readTextFile(candidate);
    const found = gammaSize(text);
    if (found === null) continue;
    const cells = found.width * found.lines;
    if (cells * 4 === size) return gammaForm(text, found, 'float32', await looksLittle(path, size));
    if (cells === size) return gammaForm(text, found, 'uint8', true);
    sizes.push(`${candidate}: ${found.lines} × ${found.width} × 4`);
  }
  throw new AfterlodeError('RASTER_HEADER', path, { found: size, expected: sizes.join('; ') || '–' });
}

/** Phases in radians and coherences lie between these, in size; read in the wrong order hardly any number does. */
const usualSizes = [1e-4, 1e4] as const;
/** Places in a file that are looked at, and bytes of each. */
const looks = 16;
const lookBytes = 4096;

/** Whether a file of float32, whose header says no order, makes sense as little-endian rather than as big-endian. */
async function looksLittle(path: string, size: number): Promise<boolean> {
  const file = await openLocal(path);
  try {
    let [big, little] = [0, 0];
    const length = Math.min(lookBytes, size);
    for (let look = 0; look < looks; look++) {
      const start = Math.floor((((size - length) / 4) * look) / (looks - 1)) * 4;
      const view = new DataView((await file.read(start, length)).buffer);
      for (let at = 0; at + 4 <= length; at += 4) {
        if (isUsual(view.getFloat32(at, false))) big += 1;
        if (isUsual(view.getFloat32(at, true))) little += 1;
      }
    }
    return little > big;
  } finally {
    await file.close();
  }
}

function isUsual(value: number): boolean {
  const far = Math.abs(value);
  return far >= usualSizes[0] && far <= usualSizes[1];
}

/** Parameters in the folder of a raster, then in those above it, then the others; of geocoded grids first. */
function nearestFirst(path: string, others: readonly string[]): readonly string[] {
  const far = (other: string) => {
    const folder = dirname(other);
    return dirname(path).startsWith(folder) ? -folder.length : 1;
  };
  const geocoded = (other: string) => (/dem_?\.?par$/i.test(other) ? 0 : 1);
  return others
    .filter((other) => gammaNames.test(other))
    .toSorted((a, b) => far(a) - far(b) || geocoded(a) - geocoded(b) || (a < b ? -1 : 1));
}

/**
 * ROI_PAC's form: two bands line by line, little-endian. One band is GAMMA's, for which MintPy writes such headers.
 *
 * @param little whether one band looks little-endian
 */
function rscForm(text: string, size: number, little: boolean): RawForm | null {
  const said = new Map(
    text.split('\n').flatMap((line) => {
      const [name, value] = line.trim().split(/\s+/);
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  const number = (name: string) => Number(said.get(name) ?? Number.NaN);
  const [width, height] = [number('WIDTH'), number('FILE_LENGTH')];
  if (!(width > 0 && height > 0)) return null;
  const bands = size === width * height * 4 ? 1 : 2;
  const row = width * 4 * bands;
  return {
    grid: rscGrid(width, height, number, said.get('X_UNIT') ?? ''),
    littleEndian: bands === 2 || little,
    bands: Array.from({ length: bands }, (_, band) => ({
      type: 'float32' as const,
      start: band * width * 4,
      cell: 4,
      row,
    })),
  };
}

function rscGrid(width: number, height: number, number: (name: string) => number, unit: string): Grid {
  const [originX, originY] = [number('X_FIRST'), number('Y_FIRST')];
  const [cellWidth, cellHeight] = [number('X_STEP'), number('Y_STEP')];
  const placed = [originX, originY, 1 / cellWidth, 1 / cellHeight].every(Number.isFinite);
  if (!placed) return { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const code = number('EPSG');
  const crs = Number.isInteger(code) ? `EPSG:${code}` : unit.startsWith('degree') ? 'EPSG:4326' : null;
  return { width, height, originX, originY, cellWidth, cellHeight, crs };
}
