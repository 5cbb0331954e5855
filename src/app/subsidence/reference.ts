import { AfterlodeError, foreignReason } from '../../base/index.js';
import { readTextFile } from '../../files/index.js';
import { readCorrected, type TileEngine } from '../../jobs/index.js';
import {
  calmestWindow,
  cellAt,
  cellsOfPolygon,
  cellsOfWindow,
  type Grid,
  type InvertOptions,
  type ReferenceWindow,
  referenceMedians,
  type Stack,
  transformer,
  type Window,
} from '../../locate/index.js';
import type { ReferenceWord, SubsidenceOptions } from './call.js';
import type { SceneFacts } from './scene.js';
import type { OpenStack } from './stack.js';
import { putRows } from './tiles.js';

/** Ground that motion is told against. */
export interface FoundReference {
  /** Middle of the window or of the polygon's cells, from 0. */
  readonly row: number;
  readonly col: number;
  /** null for a polygon. */
  readonly half: number | null;
  /** By pair, mm. */
  readonly medians: Float64Array;
}

/** Cells on each side of the middle that an automatic reference has, as in PyRate and LiCSBAS by default. */
const automaticHalf = 2;

/** What the search for a reference goes by. */
export interface ReferenceSearch {
  readonly scene: SceneFacts;
  /** Which cover the grid. */
  readonly windows: readonly Window[];
  readonly engine: TileEngine;
}

/**
 * Finds the reference and its change in each pair.
 *
 * @throws AfterlodeError DISPLACEMENT_REFERENCE, DISPLACEMENT_REFERENCE_NONE, DISPLACEMENT_EMPTY, FILE_FORMAT
 */
export async function findReference(
  open: OpenStack,
  search: ReferenceSearch,
  { reference: word, inversion }: Pick<SubsidenceOptions, 'reference' | 'inversion'>,
): Promise<FoundReference> {
  const { row, col, half, cells } =
    word.kind === 'auto' ? await calmestPlace(open, search, inversion) : await namedPlace(open.grid, word);
  const window = boundsOf(cells, open.grid.width);
  const stack = await readCorrected(open, window, search.scene.corrections);
  const own = cells.map((cell) => {
    const column = cell % open.grid.width;
    return ((cell - column) / open.grid.width - window.row) * window.width + (column - window.column);
  });
  await refuseEmptyPairs(open, stack, own);
  return { row, col, half, medians: referenceMedians(stack, own, open.names) };
}

/**
 * Cells of a named reference and their middle.
 *
 * @throws AfterlodeError DISPLACEMENT_REFERENCE, FILE_FORMAT
 */
export async function namedPlace(grid: Grid, word: Exclude<ReferenceWord, { readonly kind: 'auto' }>) {
  if (word.kind === 'window') return windowPlace(grid, word.window);
  if (word.kind === 'place') return windowPlace(grid, await windowAt(grid, word));
  const cells = cellsOfPolygon(grid, await ringsOf(word.file));
  const { row, column, height, width } = boundsOf(cells, grid.width);
  return { row: row + (height >> 1), col: column + (width >> 1), half: null, cells };
}

/** The window round a position that another grid names. */
async function windowAt(
  grid: Grid,
  { x, y, crs, half }: Extract<ReferenceWord, { readonly kind: 'place' }>,
): Promise<ReferenceWindow> {
  const way = await transformer(crs, grid.crs, '--second');
  const place = cellAt(grid, ...way(x, y));
  if (place !== null) return { ...place, half };
  const found = {
    en: 'the ground of the first track lies outside the second; name other ground with --second-reference',
    zh: '第一条轨道的参考区在第二条轨道范围之外，请用 --second-reference 另行指定',
  };
  throw new AfterlodeError('DISPLACEMENT_REFERENCE', '--second', { found });
}

function windowPlace(grid: Grid, window: ReferenceWindow) {
  const { row, column, half } = window;
  return { row, col: column, half, cells: cellsOfWindow(grid, window) };
}

/** The calmest window of the scene. */
async function calmestPlace(open: OpenStack, search: ReferenceSearch, inversion: InvertOptions) {
  const { grid } = open;
  const { scene, windows, engine } = search;
  const unrest = new Float64Array(grid.width * grid.height);
  await engine.run(
    {
      work: 'unrest',
      stack: open.files,
      corrections: scene.corrections,
      medians: scene.medians as readonly number[],
      inversion,
    },
    windows.map((window) => ({ window })),
    open,
    (at, { arrays }) => {
      putRows(arrays.unrest as Float64Array, unrest, windows[at] as Window, grid.width);
    },
  );
  const found = calmestWindow(grid, unrest, automaticHalf);
  if (found !== null) return windowPlace(grid, found);
  const side = 2 * automaticHalf + 1;
  throw new AfterlodeError('DISPLACEMENT_REFERENCE_NONE', 'auto', { expected: `${side} x ${side}` });
}

/** A pair without any value is told as such, not as one that lacks the reference. */
async function refuseEmptyPairs(open: OpenStack, stack: Stack, cells: readonly number[]): Promise<void> {
  for (const [pair, changes] of stack.changesMm.entries()) {
    if (cells.some((cell) => !Number.isNaN(changes[cell]))) continue;
    if (!(await open.isEmpty(pair))) continue;
    throw new AfterlodeError('DISPLACEMENT_EMPTY', open.names[pair] as string);
  }
}

/** Smallest window that holds the cells. */
function boundsOf(cells: readonly number[], gridWidth: number): Window {
  let [left, right, top, bottom] = [gridWidth, 0, Number.POSITIVE_INFINITY, 0];
  for (const cell of cells) {
    const column = cell % gridWidth;
    const row = (cell - column) / gridWidth;
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  }
  return { column: left, row: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Rings of all polygons of a GeoJSON file, in the reference system of the stack. */
async function ringsOf(file: string): Promise<number[][][]> {
  const text = await readTextFile(file);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new AfterlodeError(
      'FILE_FORMAT',
      file,
      { found: foreignReason(error), expected: 'GeoJSON' },
      error,
    );
  }
  const rings: number[][][] = [];
  collect(content, rings);
  if (rings.length > 0) return rings;
  const found = { en: 'no polygon', zh: '没有多边形' };
  throw new AfterlodeError('FILE_FORMAT', file, { found, expected: 'GeoJSON' });
}

function collect(part: unknown, rings: number[][][]): void {
  if (part === null || typeof part !== 'object') return;
  const { type, features, geometry, geometries, coordinates } = part as Record<string, unknown>;
  if (type === 'Polygon') rings.push(...(coordinates as number[][][]));
  if (type === 'MultiPolygon') rings.push(...(coordinates as number[][][][]).flat());
  if (geometry !== undefined) collect(geometry, rings);
  for (const list of [features, geometries])
    if (Array.isArray(list)) for (const one of list) collect(one, rings);
}
