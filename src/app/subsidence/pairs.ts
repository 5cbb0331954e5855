import { basename, relative } from 'node:path';
import { AfterlodeError, phrases } from '../../base/index.js';
import { existsAt, isAddress, listFiles, placeBelow, placeName, readCsvRecords } from '../../files/index.js';

/** A pair as a folder lists it. */
export interface ListedPair {
  /** What messages call it: the file as the folder names it. */
  readonly name: string;
  /** Unwrapped phase, radians; 0 is missing. */
  readonly phase: string;
  /** Coherence, 0–1 or 0–255; null where the folder has none for this pair. */
  readonly coherence: string | null;
  readonly dates: readonly [first: string, second: string];
}

/** Layouts of folders that are read, as messages list them. */
const layouts = {
  en: 'pairs.csv with unwrapped GeoTIFFs, or GeoTIFFs named with two dates and `unw` (LiCSAR, HyP3, GAMMA)',
  zh: 'pairs.csv 与解缠 GeoTIFF，或文件名含两个日期和 unw 的 GeoTIFF（LiCSAR、HyP3、GAMMA）',
} as const;

/**
 * The pairs of a folder: by its `pairs.csv` (columns file, first, second), whose files lie beside it or in `unw/`, coherence in
 * `cc/` or as a column coherence names it; without one by the names of its files. A folder at an address has to have a
 * `pairs.csv`, as servers give no list of names.
 *
 * @param folder path or http(s) address
 * @throws AfterlodeError DISPLACEMENT_FILE for a file of the list that is not there, DISPLACEMENT_LAYOUT for a folder of another
 *   kind, FILE_FORMAT, CALL_FILE_MISSING
 */
export async function listPairs(folder: string): Promise<readonly ListedPair[]> {
  const table = placeBelow(folder, 'pairs.csv');
  return isAddress(folder) || (await existsAt(table)) ? fromTable(folder, table) : fromNames(folder);
}

async function fromTable(folder: string, table: string): Promise<readonly ListedPair[]> {
  const where = placeName(table);
  const rows = await readCsvRecords(table);
  const coherences = isAddress(folder) ? [] : await tiffsBelow(placeBelow(folder, 'cc'));
  const listed = rows.map((row, at) => {
    const cell = (column: string): string => {
      const found = row[column]?.trim();
      if (found) return found;
      throw new AfterlodeError('DISPLACEMENT_PAIRS', phrases.rowOf(where, at + 2), {
        found: phrases.nothing,
        expected: phrases.column(column),
      });
    };
    const [name, dates] = [cell('file'), [cell('first'), cell('second')] as const];
    return { name, dates, named: row.coherence?.trim() };
  });
  // In a few lanes: on a server each look costs its way there and back.
  return inLanes(listed, async ({ name, dates, named }) => {
    const phase = await firstThere(folder, name, 'unw');
    if (phase === null) throw new AfterlodeError('DISPLACEMENT_FILE', where, { found: name });
    if (!named) return { name, phase, coherence: coherenceOf(name, coherences), dates };
    const coherence = await firstThere(folder, named, 'cc');
    if (coherence === null) throw new AfterlodeError('DISPLACEMENT_FILE', where, { found: named });
    return { name, phase, coherence, dates };
  });
}

async function fromNames(folder: string): Promise<readonly ListedPair[]> {
  const files = await tiffsBelow(folder);
  const coherences = files.filter((path) => /(^|[._-])(cc|corr?|coh)([._-]|$)/i.test(basename(path)));
  const listed = files.flatMap((phase) => {
    const dates = datesIn(basename(phase));
    if (!/unw/i.test(basename(phase)) || dates === null) return [];
    const name = relative(folder, phase);
    return [{ name, phase, coherence: coherenceOf(name, coherences), dates }];
  });
  if (listed.length === 0) throw new AfterlodeError('DISPLACEMENT_LAYOUT', folder, { expected: layouts });
  return listed.toSorted((a, b) => a.dates.join().localeCompare(b.dates.join()));
}

/** The coherence file with the same two dates in its name. */
function coherenceOf(name: string, files: readonly string[]): string | null {
  const dates = datesIn(basename(name))?.join();
  return dates === undefined
    ? null
    : (files.find((path) => datesIn(basename(path))?.join() === dates) ?? null);
}

/**
 * Two dates in a file name, ISO: 20180106-20180130, 20180106_20180130, 20180106T004018_20180130T004018, 060619-061002 (of this
 * century). Null where there are none.
 */
export function datesIn(name: string): readonly [string, string] | null {
  const long = /(?<!\d)(\d{8})(?:T\d{6})?[-_](\d{8})(?:T\d{6})?(?!\d)/.exec(name);
  const short = /(?<!\d)(\d{6})[-_](\d{6})(?!\d)/.exec(name);
  const found = long ?? short;
  if (found === null) return null;
  const iso = (digits: string) =>
    (digits.length === 6 ? `20${digits}` : digits).replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  return [iso(found[1] as string), iso(found[2] as string)];
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

/** GeoTIFFs below a folder, sorted; none where there is no such folder. */
async function tiffsBelow(folder: string): Promise<readonly string[]> {
  return (await listFiles(folder)).filter((path) => /\.tiff?$/i.test(path));
}
