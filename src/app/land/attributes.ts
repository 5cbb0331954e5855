import {
  AfterlodeError,
  phrases,
  type Text,
  type TextTable,
  textTable,
  writtenNumber,
} from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { type RowSource, readTableRows } from '../../files/index.js';
import {
  type LandExemption,
  type LandUse,
  landExemptions,
  landUses,
  type PlotFacts,
} from '../../locate/index.js';

/** What a table says of plots, by plot. */
export interface Attributes {
  readonly plots: ReadonlyMap<string, PlotFacts>;
}

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('LAND_TABLE', where, { found, expected });

/** Columns and what they may be called. */
const headings = {
  plot: ['plot', 'id', '地块', '地块编号'],
  use: ['use', '用途'],
  industry: ['industry', '行业'],
  output: ['output', '产值', '产出'],
  tax: ['tax', '税收'],
  jobs: ['jobs', '就业', '就业人数'],
  energy: ['energy', '能耗'],
  occupied: ['occupied', '使用率'],
  disuse: ['disuse', '外观闲置'],
  living: ['living', '办公生活用地占比'],
  green: ['green', '绿地率'],
  built: ['built', '建成年份'],
  listed: ['listed', '列入老旧小区'],
  exemption: ['exemption', '豁免'],
  safety: ['safety_m2', '安全距离面积'],
} as const;
type Heading = keyof typeof headings;

/**
 * Reads the table of plots: CSV, XLSX or Parquet, in any order of columns; only `plot` is needed. Empty cells are missing.
 *
 * @throws AfterlodeError LAND_TABLE naming row and column, FILE_… of reading
 */
export async function readAttributes(
  source: RowSource,
  catalog: Pick<Catalog, 'classes'>,
): Promise<Attributes> {
  const rows = await readTableRows(source);
  const name = typeof source === 'string' ? source : source.name;
  const table = textTable(
    name,
    rows.map(({ cells }) => cells),
    fault,
  );
  const columns = new Map<Heading, number>();
  for (const [heading, words] of Object.entries(headings)) {
    const at = table.heading.findIndex((cell) => (words as readonly string[]).includes(cell.toLowerCase()));
    if (at >= 0) columns.set(heading as Heading, at);
  }
  if (!columns.has('plot')) throw fault(name, table.heading.join(', '), phrases.column('plot'));
  const plots = new Map<string, PlotFacts>();
  for (const [at, cells] of table.rows.entries()) {
    const row = rows[at + 1]?.row ?? at + 2;
    const plot = (cells[columns.get('plot') as number] ?? '').trim();
    const place = (heading: Heading) => phrases.cellOf(name, row, heading);
    if (plot === '') throw fault(place('plot'), phrases.empty, { en: 'a plot', zh: '地块编号' });
    if (plots.has(plot)) throw fault(place('plot'), plot, { en: 'each plot once', zh: '不重复的地块' });
    plots.set(plot, factsOf(cells, columns, place, catalog));
  }
  return { plots };
}

/** A plot of which nothing is known. */
export const unknownFacts: PlotFacts = {
  use: null,
  industry: null,
  output: Number.NaN,
  tax: Number.NaN,
  jobs: Number.NaN,
  energy: Number.NaN,
  occupied: Number.NaN,
  disuse: Number.NaN,
  living: Number.NaN,
  green: Number.NaN,
  built: Number.NaN,
  listed: null,
  exemption: null,
  safetyM2: Number.NaN,
};

function factsOf(
  cells: TextTable['rows'][number],
  columns: ReadonlyMap<Heading, number>,
  place: (heading: Heading) => Text,
  catalog: Pick<Catalog, 'classes'>,
): PlotFacts {
  const text = (heading: Heading) => (cells[columns.get(heading) ?? -1] ?? '').trim();
  const number = (heading: Heading, is: (value: number) => boolean, expected: Text) => {
    const value = writtenNumber(text(heading), () => place(heading), fault);
    if (!Number.isNaN(value) && !is(value)) throw fault(place(heading), text(heading), expected);
    return value;
  };
  const amount = (heading: Heading) => number(heading, (value) => value >= 0, phrases.numberFrom0);
  const share = (heading: Heading) => number(heading, (value) => value >= 0 && value <= 1, phrases.share);
  const flag = (heading: Heading) =>
    number(heading, (value) => value === 0 || value === 1, { en: '0 or 1', zh: '0 或 1' });
  const listed = flag('listed');
  return {
    use: oneOf<LandUse>(text('use'), 'land_use', landUses, () => place('use'), catalog),
    industry: text('industry') || null,
    // A firm may lose money and be paid tax back: both may lie below nought.
    output: number('output', () => true, phrases.number),
    tax: number('tax', () => true, phrases.number),
    jobs: amount('jobs'),
    energy: amount('energy'),
    occupied: share('occupied'),
    disuse: flag('disuse'),
    living: share('living'),
    green: share('green'),
    built: number('built', (value) => Number.isInteger(value) && value >= 1000 && value <= 2200, {
      en: 'a year such as 1998',
      zh: '年份，如 1998',
    }),
    listed: Number.isNaN(listed) ? null : listed === 1,
    exemption: oneOf<LandExemption>(
      text('exemption'),
      'land_exemption',
      landExemptions,
      () => place('exemption'),
      catalog,
    ),
    safetyM2: amount('safety'),
  };
}

/** A word of a class scheme by its id or one of its labels; null where the cell is empty. */
function oneOf<Word extends string>(
  written: string,
  scheme: string,
  words: readonly Word[],
  place: () => Text,
  { classes }: Pick<Catalog, 'classes'>,
): Word | null {
  if (written === '') return null;
  const same = (one: string) => one.toLowerCase() === written.toLowerCase();
  const found = classes
    .get(scheme)
    ?.classes.find(({ id, label }) => same(id) || same(label.en) || same(label.zh));
  const word = words.find((one) => one === (found?.id ?? written));
  if (word === undefined) throw fault(place(), written, phrases.oneOf(words.join(', ')));
  return word;
}
