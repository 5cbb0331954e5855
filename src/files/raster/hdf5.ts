import { AfterlodeError, foreignReason, type Text } from '../../base/index.js';
import { openLocal } from './byte-source.js';

/** Value of an attribute: a word, a number, or several of one kind. */
export type Hdf5Value = string | number | readonly string[] | readonly number[];

/** What a dataset is, without its values. */
export interface Hdf5Dataset {
  /** Path in the file without a leading slash: `timeseries`, `science/grids/data`. */
  readonly path: string;
  /** Lengths of its dimensions, slowest first; empty for a single value. */
  readonly shape: readonly number[];
  readonly kind: 'number' | 'text' | 'other';
  /** Size of the pieces it is stored in, `null` where it is stored in one. */
  readonly chunks: readonly number[] | null;
}

/** From where to where in one dimension, counted from 0; the second is not read any more. */
export type Range = readonly [from: number, to: number];

/** An HDF5 or netCDF-4 file. Close it, or its handle stays open. */
export interface Hdf5File {
  readonly name: string;
  /** All datasets of all groups, by path. */
  readonly datasets: readonly Hdf5Dataset[];
  /** Attributes of a dataset or group, `''` for the file itself; those of kinds that are neither numbers nor words are left out. */
  attributes(path?: string): Readonly<Record<string, Hdf5Value>>;
  /**
   * Numbers of a dataset as they are stored, whole or by one range for each dimension, in the order of the file (last
   * dimension fastest). Fill values, scale and offset are the caller's to apply; `hdf5Raster` does.
   *
   * @throws AfterlodeError `RASTER_DATASET`, `RASTER_SHAPE`, `RASTER_FORM`, `RASTER_FILTER`, `RASTER_DAMAGED`
   */
  read(path: string, ranges?: readonly Range[]): Float64Array;
  /** Words of a dataset of texts; errors as `read`. */
  texts(path: string): readonly string[];
  close(): void;
}

type Library = typeof import('h5wasm/node');
type Root = InstanceType<Library['File']>;
type Dataset = InstanceType<Library['Dataset']>;

/** Filters that the library has: deflate, shuffle, fletcher32, szip, nbit, scale-offset. */
const knownFilters: readonly number[] = [1, 2, 3, 4, 5, 6];
/** An HDF5 file begins with this at byte 0, 512, 1024 and so on. */
const signature = '89 48 44 46 0D 0A 1A 0A';
const integer = 0;
const float = 1;
const text = 3;
const enumeration = 8;

/**
 * Opens an HDF5 or netCDF-4 file for reading by parts.
 *
 * @param path a local file
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `RASTER_EMPTY`, `RASTER_NOT_HDF5`, `RASTER_CUT_SHORT`,
 *   `RASTER_DAMAGED`
 */
export async function openHdf5(path: string): Promise<Hdf5File> {
  await hdf5Only(path);
  const library = await import('h5wasm/node');
  const module = await library.ready;
  // Otherwise the library writes its faults to the screen and goes on.
  module.activate_throwing_error_handler();
  const file = trying(path, () => new library.File(path, 'r'));
  try {
    const found = trying(path, () => entriesOf(library, file));
    return fileOf(path, library, file, found);
  } catch (error) {
    file.close();
    throw error;
  }
}

function fileOf(name: string, library: Library, file: Root, found: ReadonlyMap<string, Dataset>): Hdf5File {
  const datasets = Array.from(found, ([path, dataset]) => describe(path, dataset));
  const take = (path: string, kind: 'number' | 'text'): Dataset => {
    const plain = path.replace(/^\/+/, '');
    const dataset = found.get(plain);
    const is = datasets.find((one) => one.path === plain)?.kind;
    if (dataset === undefined || is === undefined) {
      throw new AfterlodeError('RASTER_DATASET', name, {
        expected: plain,
        found: [...found.keys()].join(', '),
      });
    }
    if (is !== kind) {
      const words = { en: 'no numbers or no words', zh: '不是所需的数值或文字' };
      throw new AfterlodeError('RASTER_FORM', `${name}: ${plain}`, { found: words });
    }
    const filter = dataset.filters.find(({ id }) => !knownFilters.includes(id));
    if (filter === undefined) return dataset;
    throw new AfterlodeError('RASTER_FILTER', `${name}: ${plain}`, { found: filter.name });
  };
  return {
    name,
    datasets,
    attributes: (path = '') =>
      trying(name, () => {
        const at = path.replace(/^\/+/, '');
        const owner = at === '' ? file : file.get(at);
        if (owner instanceof library.Dataset || owner instanceof library.Group) return attributesOf(owner);
        throw new AfterlodeError('RASTER_DATASET', name, { expected: at, found: file.keys().join(', ') });
      }),
    read: (path, ranges) => {
      const dataset = take(path, 'number');
      const shape = dataset.shape ?? [];
      checkRanges(`${name}: ${path}`, shape, ranges);
      return trying(name, () =>
        numbersOf(
          ranges === undefined || shape.length === 0
            ? dataset.value
            : dataset.slice(ranges.map(([a, b]) => [a, b])),
        ),
      );
    },
    texts: (path) => {
      const dataset = take(path, 'text');
      return trying(name, () => [dataset.value].flat().map(String));
    },
    close: () => void file.close(),
  };
}

function entriesOf(library: Library, file: Root): ReadonlyMap<string, Dataset> {
  const found = new Map<string, Dataset>();
  for (const path of file.paths()) {
    const entry = file.get(path);
    if (entry instanceof library.Dataset && entry.shape !== null) found.set(path, entry);
  }
  return found;
}

function describe(path: string, dataset: Dataset): Hdf5Dataset {
  const { type, size, shape, chunks } = dataset.metadata;
  const isNumber = type === integer || type === enumeration || (type === float && size >= 4);
  const kind = type === text ? 'text' : isNumber ? 'number' : 'other';
  return { path, shape: shape ?? [], kind, chunks };
}

function attributesOf(owner: { readonly attrs: Dataset['attrs'] }): Readonly<Record<string, Hdf5Value>> {
  const found: Record<string, Hdf5Value> = {};
  for (const [name, attribute] of Object.entries(owner.attrs)) {
    const { type } = attribute.metadata;
    if (type !== integer && type !== float && type !== text) continue;
    const value = attribute.value;
    if (value === null) continue;
    const many = type === text ? [value].flat().map(String) : Array.from(numbersOf(value));
    const first = many[0];
    // Writers wrap single values in lists of one.
    if (first !== undefined) found[name] = many.length === 1 ? first : many;
  }
  return found;
}

function numbersOf(value: unknown): Float64Array {
  if (typeof value === 'number' || typeof value === 'bigint') return Float64Array.of(Number(value));
  return Float64Array.from(value as ArrayLike<number | bigint>, Number);
}

function checkRanges(where: string, shape: readonly number[], ranges: readonly Range[] | undefined): void {
  if (ranges === undefined) return;
  const inside = ([from, to]: Range, at: number) =>
    Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= (shape[at] as number);
  if (ranges.length === shape.length && ranges.every(inside)) return;
  const expected = ranges.map(([from, to]) => `${from}–${to}`).join(' × ');
  throw new AfterlodeError('RASTER_SHAPE', where, { found: shape.join(' × '), expected });
}

/** The library throws the trace of its own functions; of that only the last reason says something. */
function trying<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    const trace = error instanceof Error ? error.message : String(error);
    const [, found, expected] = /truncated file: eof = (\d+).*stored_eof = (\d+)/.exec(trace) ?? [];
    if (found !== undefined && expected !== undefined) {
      throw new AfterlodeError('RASTER_CUT_SHORT', name, { found, expected }, error);
    }
    throw new AfterlodeError('RASTER_DAMAGED', name, { found: lastReason(trace, error) }, error);
  }
}

function lastReason(trace: string, error: unknown): Text {
  const reason = Array.from(trace.matchAll(/\(\): (.+)$/gm)).at(-1)?.[1];
  return reason === undefined ? foreignReason(error) : foreignReason(new Error(reason));
}

async function hdf5Only(path: string): Promise<void> {
  const file = await openLocal(path);
  try {
    let first = '';
    for (let at = 0; at + 8 <= Math.max(file.size, 8); at = at === 0 ? 512 : at * 2) {
      const head = await file.read(at, Math.min(8, file.size - at));
      const found = Array.from(head, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
      if (found === signature) return;
      first ||= found;
    }
    throw new AfterlodeError('RASTER_NOT_HDF5', path, { found: first });
  } finally {
    await file.close();
  }
}
