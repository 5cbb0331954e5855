import { basename, dirname, relative } from 'node:path';
import { AfterlodeError, phrases } from '../../base/index.js';
import { existsAt, isAddress, listFiles, placeBelow, placeName, readCsvRecords } from '../../files/index.js';
import { type PairBaseline, pairBaseline } from './baselines.js';
import { datesIn } from './dates.js';

/** A pair as a folder lists it. */
export interface ListedPair {
  /** What messages call it: the file as the folder names it. */
  readonly name: string;
  /** Unwrapped phase, radians; 0 is missing. */
  readonly phase: string;
  /** Coherence, 0–1 or 0–255; null where the folder has none for this pair. */
  readonly coherence: string | null;
  /** Number of the connected component, 0 is in none; null where the folder has no such file for this pair. */
  readonly component: string | null;
  readonly dates: readonly [first: string, second: string];
}

/** Pairs of a folder with what stands beside them. */
export interface ListedPairs {
  readonly pairs: readonly ListedPair[];
  /** Of the column `bperp_m`; null where the table has none. */
  readonly baselines: readonly PairBaseline[] | null;
  /** All files below the folder, among them headers of raw rasters. */
  readonly files: readonly string[];
}

/** Layouts of folders that are read, as messages list them. */
const layouts = {
  en: 'pairs.csv with unwrapped rasters, GeoTIFFs named with two dates and `unw` (LiCSAR, HyP3), raw `.unw` of GAMMA or ISCE with their headers, ifgramStack.h5 of MintPy, or GeoTIFFs of displacement named with one date each',
  zh: 'pairs.csv 与解缠栅格，文件名含两个日期和 unw 的 GeoTIFF（LiCSAR、HyP3），带头文件的 GAMMA 或 ISCE 原始 .unw，MintPy 的 ifgramStack.h5，或文件名各含一个日期的形变 GeoTIFF',
} as const;

const tiff = /\.tiff?$/i;
const raw = /\.(unw|unw\.geo)$/i;
const coherenceName = /(^|[._-])(cc|cor|corr|coh)([._-]|$)/i;
const componentName = /\.conncomp(\.geo)?(\.tiff?)?$/i;
const header = /\.(xml|vrt|rsc|par|off|hdr|aux|png|kml)$/i;

/**
 * The pairs of a folder: by its `pairs.csv` (columns file, first, second; bperp_m where known), whose files lie beside it or in
 * `unw/`, coherence in `cc/` or as a column coherence names it; without one by the dates in the names of its files or of the
 * folders they lie in. A folder at an address has to have a `pairs.csv`, as servers give no list of names.
 *
 * @param folder path or http(s) address
 * @throws AfterlodeError DISPLACEMENT_FILE for a file of the list that is not there, DISPLACEMENT_LAYOUT for a folder of another
 *   kind, DISPLACEMENT_PAIRS, FILE_FORMAT, CALL_FILE_MISSING
 */
export async function listPairs(folder: string): Promise<ListedPairs> {
  const table = placeBelow(folder, 'pairs.csv');
  const files = isAddress(folder) ? [] : await listFiles(folder);
  if (isAddress(folder) || (await existsAt(table)))
    return { ...(await fromTable(folder, table, files)), files };
  return { pairs: fromNames(folder, files), baselines: null, files };
}

async function fromTable(folder: string, table: string, files: readonly string[]) {
  const where = placeName(table);
  const rows = await readCsvRecords(table);
  const listed = rows.map((row, at) => {
    const place = phrases.rowOf(where, at + 2);
    const cell = (column: string): string => {
      const found = row[column]?.trim();
      if (found) return found;
      throw new AfterlodeError('DISPLACEMENT_PAIRS', place, {
        found: phrases.nothing,
        expected: phrases.column(column),
      });
    };
    const [name, dates] = [cell('file'), [cell('first'), cell('second')] as const];
    return { name, dates, coherence: row.coherence?.trim(), metres: metresOf(row.bperp_m?.trim(), place) };
  });
  const besides = besidesOf(folder, files);
  // In a few lanes: on a server each look costs its way there and back.
  const pairs = await inLanes(listed, async ({ name, dates, coherence }): Promise<ListedPair> => {
    const named = async (file: string, below: string) => {
      const found = await firstThere(folder, file, below);
      if (found === null) throw new AfterlodeError('DISPLACEMENT_FILE', where, { found: file });
      return found;
    };
    const phase = await named(name, 'unw');
    const beside = besides(name);
    return { name, phase, ...beside, ...(coherence && { coherence: await named(coherence, 'cc') }), dates };
  });
  const baselines = listed.flatMap(({ dates, metres }) =>
    metres === null ? [] : [pairBaseline(...dates, metres)],
  );
  return { pairs, baselines: rows.some((row) => row.bperp_m !== undefined) ? baselines : null };
}

function metresOf(written: string | undefined, place: ReturnType<typeof phrases.rowOf>): number | null {
  if (!written) return null;
  const metres = Number(written);
  if (Number.isFinite(metres)) return metres;
  throw new AfterlodeError('DISPLACEMENT_PAIRS', place, { found: written, expected: phrases.number });
}

/** What lies beside a pair of a list, by the dates in its name. */
function besidesOf(folder: string, files: readonly string[]) {
  const inFolder = (path: string) => relative(folder, path).split(/[\\/]/)[0] === 'cc';
  const coherences = files.filter((path) => inFolder(path) && !header.test(path));
  const components = files.filter((path) => componentName.test(path));
  return (name: string) => {
    const dates = datesIn(basename(name))?.join();
    const same = (path: string) => dates !== undefined && datesOf(folder, path)?.join() === dates;
    return { coherence: coherences.find(same) ?? null, component: components.find(same) ?? null };
  };
}

function fromNames(folder: string, files: readonly string[]): readonly ListedPair[] {
  const beside = files.filter((path) => !header.test(path));
  const phases = phasesAmong(beside);
  const pairs = phases.flatMap((phase) => {
    const dates = datesOf(folder, phase);
    if (dates === null) return [];
    const same = (path: string) =>
      datesOf(folder, path)?.join() === dates.join() && formOf(path) === formOf(phase);
    return [
      {
        name: relative(folder, phase),
        phase,
        coherence: beside.find((path) => coherenceName.test(basename(path)) && same(path)) ?? null,
        component: beside.find((path) => componentName.test(path) && same(path)) ?? null,
        dates,
      },
    ];
  });
  if (pairs.length === 0) throw new AfterlodeError('DISPLACEMENT_LAYOUT', folder, { expected: layouts });
  return pairs.toSorted((a, b) => a.dates.join().localeCompare(b.dates.join()));
}

/** GeoTIFFs before raw files, geocoded raw files before those in the radar's own rows and samples. */
function phasesAmong(files: readonly string[]): readonly string[] {
  const tiffs = files.filter(
    (path) => tiff.test(path) && /unw/i.test(basename(path)) && !componentName.test(path),
  );
  if (tiffs.length > 0) return tiffs;
  const raws = files.filter((path) => raw.test(path));
  const geocoded = raws.filter((path) => /\.geo$/i.test(path));
  return geocoded.length > 0 ? geocoded : raws;
}

/** What belongs to a pair is stored as the pair is. */
function formOf(path: string): 'tiff' | 'geocoded' | 'raw' {
  return tiff.test(path) ? 'tiff' : /\.geo$/i.test(path) ? 'geocoded' : 'raw';
}

/** Dates in the name of a file, else of the nearest folder below the stack that has two. */
function datesOf(folder: string, path: string): readonly [string, string] | null {
  for (let at = relative(folder, path); at !== '.' && at !== ''; at = dirname(at)) {
    const found = datesIn(basename(at));
    if (found !== null) return found;
  }
  return null;
}

/** The file beside the list or in a folder there; null where it is in neither. */
async function firstThere(folder: string, name: string, below: string): Promise<string | null> {
  for (const place of [placeBelow(folder, name), placeBelow(folder, below, name)])
    if (await existsAt(place)) return place;
  return null;
}

/** How many looks are under way at a time. */
const lanes = 8;

async function inLanes<T, R>(list: readonly T[], f: (one: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (let at = 0; at < list.length; at += lanes)
    found.push(...(await Promise.all(list.slice(at, at + lanes).map(f))));
  return found;
}
