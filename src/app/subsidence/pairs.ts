import { basename, dirname, join, relative } from 'node:path';
import { AfterlodeError, phrases } from '../../base/index.js';
import { exists, listFiles, readCsvRecords } from '../../files/index.js';
import { type PairBaseline, pairBaseline } from './baselines.js';

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
 * `unw/`, coherence in `cc/`; without one by the dates in the names of its files or of the folders they lie in.
 *
 * @throws AfterlodeError DISPLACEMENT_FILE for a file of the list that is not there, DISPLACEMENT_LAYOUT for a folder of another
 *   kind, DISPLACEMENT_PAIRS, FILE_FORMAT, CALL_FILE_MISSING
 */
export async function listPairs(folder: string): Promise<ListedPairs> {
  const table = join(folder, 'pairs.csv');
  const files = await listFiles(folder);
  if (await exists(table)) return { ...(await fromTable(folder, table, files)), files };
  return { pairs: fromNames(folder, files), baselines: null, files };
}

async function fromTable(folder: string, table: string, files: readonly string[]) {
  const rows = await readCsvRecords(table);
  const inFolder = (path: string) => relative(folder, path).split(/[\\/]/)[0] === 'cc';
  const coherences = files.filter((path) => inFolder(path) && !header.test(path));
  const components = files.filter((path) => componentName.test(path));
  const pairs: ListedPair[] = [];
  const baselines: PairBaseline[] = [];
  for (const [at, row] of rows.entries()) {
    const where = phrases.rowOf(table, at + 2);
    const cell = (column: string): string => {
      const found = row[column]?.trim();
      if (found) return found;
      throw new AfterlodeError('DISPLACEMENT_PAIRS', where, {
        found: phrases.nothing,
        expected: phrases.column(column),
      });
    };
    const [name, first, second] = [cell('file'), cell('first'), cell('second')];
    const phase = await firstThere([join(folder, name), join(folder, 'unw', name)]);
    if (phase === null) throw new AfterlodeError('DISPLACEMENT_FILE', table, { found: name });
    const dates = datesIn(name)?.join();
    const sameDates = (path: string) => dates !== undefined && datesOf(folder, path)?.join() === dates;
    pairs.push({
      name,
      phase,
      coherence: coherences.find(sameDates) ?? null,
      component: components.find(sameDates) ?? null,
      dates: [first, second],
    });
    const written = row.bperp_m?.trim();
    if (!written) continue;
    const metres = Number(written);
    if (!Number.isFinite(metres))
      throw new AfterlodeError('DISPLACEMENT_PAIRS', where, { found: written, expected: phrases.number });
    baselines.push(pairBaseline(first, second, metres));
  }
  return { pairs, baselines: rows.some((row) => row.bperp_m !== undefined) ? baselines : null };
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

/** The first civil radar satellite flew in 1978: years of two digits from there on are of the last century. */
const firstRadarYear = 78;

/**
 * Two dates in a file name, ISO: 20180106-20180130, 20180106_20180130, 20180106T004018_20180130T004018, 060619-061002 and
 * 960619-961002 (of the years 1978 to 2077). Null where there are none.
 */
export function datesIn(name: string): readonly [string, string] | null {
  const long = /(?<!\d)(\d{8})(?:T\d{6})?[-_](\d{8})(?:T\d{6})?(?!\d)/.exec(name);
  const short = /(?<!\d)(\d{6})[-_](\d{6})(?!\d)/.exec(name);
  const found = long ?? short;
  if (found === null) return null;
  const century = (digits: string) => (Number(digits.slice(0, 2)) < firstRadarYear ? '20' : '19');
  const iso = (digits: string) =>
    (digits.length === 6 ? `${century(digits)}${digits}` : digits).replace(
      /(\d{4})(\d{2})(\d{2})/,
      '$1-$2-$3',
    );
  return [iso(found[1] as string), iso(found[2] as string)];
}

async function firstThere(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await exists(path)) return path;
  return null;
}
