import {
  AfterlodeError,
  phrases,
  type Text,
  type TextTable,
  textTable,
  writtenNumber,
} from '../../base/index.js';
import { readTableRows } from '../../files/index.js';
import type { Sighting } from '../../locate/index.js';
import { type GivenTable, tableCells } from '../engine/tables.js';

/** A table of a call: a path, or one that came with a request under a name for messages. */
export type DisorderTable = string | { readonly name: string; readonly table: GivenTable };

/** Other headings of columns. */
const headings: Readonly<Record<string, readonly string[]>> = {
  image: ['image', 'uuid', '图片'],
  segment: ['segment', '街段'],
  element: ['element', '要素'],
  present: ['present', 'score', '出现'],
  auditor: ['auditor', 'rater', '审计员'],
  year: ['year', '年份'],
  length_m: ['length_m', 'length', '长度'],
  lon: ['lon', '经度'],
  lat: ['lat', '纬度'],
  x: ['x'],
  y: ['y'],
  heading: ['heading', '朝向'],
  month: ['month', '月份'],
  hour: ['hour', '小时'],
};

/** A table whose columns are found by name. */
export interface OpenTable {
  readonly name: string;
  readonly table: TextTable;
  readonly has: (column: string) => boolean;
  readonly text: (row: number, column: string) => string;
  readonly number: (row: number, column: string) => number;
  /** A place in it, for messages. */
  readonly place: (row: number, column: string) => Text;
}

/**
 * Reads a table (CSV, XLSX, Parquet, or cells).
 *
 * @throws AfterlodeError FILE_… and DISORDER_TABLE where a column of `needed` is not there
 */
export async function openTable(given: DisorderTable, needed: readonly string[]): Promise<OpenTable> {
  const name = typeof given === 'string' ? given : given.name;
  const cells =
    typeof given === 'string'
      ? (await readTableRows(given)).map((row) => row.cells)
      : await tableCells(name, given.table);
  const table = textTable(name, cells, tableFault);
  const place = (column: string) =>
    table.heading.findIndex((one) => (headings[column] ?? [column]).includes(one.toLowerCase()));
  const lacking = needed.filter((column) => place(column) < 0);
  if (lacking.length > 0)
    throw tableFault(phrases.headingOf(name), table.heading.join(', ').slice(0, 200), {
      en: `columns ${needed.join(', ')}`,
      zh: `列 ${needed.join('、')}`,
    });
  const text = (row: number, column: string) => table.rows[row]?.[place(column)]?.trim() ?? '';
  const where = (row: number, column: string) => phrases.cellOf(name, row + 2, column);
  return {
    name,
    table,
    has: (column) => place(column) >= 0,
    text,
    number: (row, column) => writtenNumber(text(row, column), () => where(row, column), tableFault),
    place: where,
  };
}

/** Makes the fault of a table of this use case. */
export function tableFault(
  where: string | Text,
  found: string | Text,
  expected: string | Text,
): AfterlodeError {
  return new AfterlodeError('DISORDER_TABLE', where, { found, expected });
}

/** What a table of sightings says. */
export interface ReadSightings {
  readonly sightings: readonly Sighting[];
  /** Years of the pictures, where the table has them. */
  readonly years: readonly number[];
  /** Segment of each picture. */
  readonly segmentOf: ReadonlyMap<string, string>;
}

/**
 * Reads sightings: `image,segment,element,present[,auditor][,year]`; present is 0 to 1, empty where it was not judged.
 *
 * @param places of ratings, whose pictures are placed by another table: then the column `segment` is not needed
 * @throws AfterlodeError DISORDER_TABLE, DISORDER_ELEMENT
 */
export async function readSightings(
  given: DisorderTable,
  find: (word: string) => string | null,
  elements: string,
  places: ReadonlyMap<string, string> | null = null,
): Promise<ReadSightings> {
  const needed = ['image', ...(places === null ? ['segment'] : []), 'element', 'present'];
  const open = await openTable(given, needed);
  const segmentOf = new Map<string, string>();
  const seen = new Set<string>();
  const years = new Set<number>();
  const sightings = open.table.rows.map((_, row): Sighting => {
    const image = filled(open, row, 'image');
    const segment = places === null ? filled(open, row, 'segment') : (places.get(image) ?? '');
    const word = filled(open, row, 'element');
    const element = find(word);
    if (element === null)
      throw new AfterlodeError('DISORDER_ELEMENT', open.place(row, 'element'), {
        found: word,
        expected: elements,
      });
    const auditor = open.text(row, 'auditor');
    const present = open.number(row, 'present');
    if (present < 0 || present > 1)
      throw tableFault(open.place(row, 'present'), String(present), phrases.share);
    const before = segmentOf.get(image);
    if (before !== undefined && before !== segment)
      throw tableFault(open.place(row, 'segment'), segment, sameSegment(before));
    segmentOf.set(image, segment);
    const key = JSON.stringify([image, element, auditor]);
    if (seen.has(key)) throw tableFault(open.place(row, 'image'), phrases.twice(image), once);
    seen.add(key);
    const year = open.has('year') ? open.number(row, 'year') : Number.NaN;
    if (!Number.isNaN(year)) years.add(year);
    return { image, segment, element, auditor, present };
  });
  return { sightings, years: [...years].toSorted((a, b) => a - b), segmentOf };
}

const once: Text = {
  en: 'each picture once for an element and auditor',
  zh: '同一审计员对每张图片的每个要素只判断一次',
};

const sameSegment = (segment: string): Text => ({
  en: `${segment}, as in a row before`,
  zh: `${segment}（与前面的行一致）`,
});

/** @throws AfterlodeError DISORDER_TABLE for an empty cell */
export function filled(open: OpenTable, row: number, column: string): string {
  const text = open.text(row, column);
  if (text === '') throw tableFault(open.place(row, column), phrases.nothing, { en: 'a text', zh: '文字' });
  return text;
}

/**
 * Lengths of segments: `segment,length_m`.
 *
 * @throws AfterlodeError DISORDER_TABLE
 */
export async function readLengths(given: DisorderTable): Promise<ReadonlyMap<string, number>> {
  const open = await openTable(given, ['segment', 'length_m']);
  const lengths = new Map<string, number>();
  for (const row of open.table.rows.keys()) {
    const segment = filled(open, row, 'segment');
    const length = open.number(row, 'length_m');
    if (length <= 0) throw tableFault(open.place(row, 'length_m'), String(length), phrases.numberAbove0);
    if (lengths.has(segment))
      throw tableFault(open.place(row, 'segment'), phrases.twice(segment), phrases.codeOnce);
    if (!Number.isNaN(length)) lengths.set(segment, length);
  }
  return lengths;
}

/**
 * Shares of classes in pictures: `image,segment,<classes…>`, as shares of 1, or as pixels beside a column `Total`.
 *
 * @throws AfterlodeError DISORDER_TABLE
 */
export async function readShares(given: DisorderTable): Promise<readonly ImageShares[]> {
  const open = await openTable(given, ['image', 'segment']);
  const total = open.table.heading.find((one) => one.toLowerCase() === 'total');
  const known = new Set(['image', 'segment', 'year', 'uuid', '图片', '街段', '年份', 'total']);
  const classes = open.table.heading.filter((one) => one !== '' && !known.has(one.toLowerCase()));
  const seen = new Set<string>();
  return open.table.rows.map((_, row) => {
    const image = filled(open, row, 'image');
    if (seen.has(image)) throw tableFault(open.place(row, 'image'), phrases.twice(image), phrases.codeOnce);
    seen.add(image);
    const whole = total === undefined ? 1 : open.number(row, total);
    const shares = classes.map((name) => {
      const share = open.number(row, name) / whole;
      if (share >= 0 && share <= 1) return [name.toLowerCase(), share] as const;
      if (Number.isNaN(share)) return [name.toLowerCase(), Number.NaN] as const;
      throw tableFault(open.place(row, name), String(share), phrases.share);
    });
    return { image, segment: filled(open, row, 'segment'), shares: new Map(shares) };
  });
}

/** Shares of classes in a picture, classes in lower case. */
export interface ImageShares {
  readonly image: string;
  readonly segment: string;
  readonly shares: ReadonlyMap<string, number>;
}
