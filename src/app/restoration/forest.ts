import { parameterValue } from '../../assess/index.js';
import { type Issue, issue, type Text, toEdge } from '../../base/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import {
  type CreditGap,
  type CreditTerms,
  continuousStock,
  creditOf,
  forestSink,
  forestStock,
} from '../../plan/index.js';
import type { ReportFile } from '../report/report.js';
import { type SavedFile, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { creditWords } from './credit-words.js';
import { forestSheets } from './forest-sheets.js';
import { type FactorRow, readCredits, readFactors, readStands, type StandRow } from './forest-tables.js';

/** Tables of a request. */
export interface ForestTables {
  readonly stands: RowSource;
  readonly factors?: RowSource;
  readonly credit?: RowSource;
}

/** Wood of a species group at an inventory; null is not known. */
export interface StandAnswer {
  readonly year: number;
  readonly species: string;
  readonly areaHa: number | null;
  readonly volumeM3: number | null;
  readonly age: number | null;
  /** t CO₂ held. */
  readonly stock: number | null;
  readonly by: 'factors' | 'continuous' | null;
}

/** A forest. Stock, sink and credit are three things in units of their own; they are never added. */
export interface ForestRow {
  readonly forest: string;
  /** At each inventory, t CO₂; null where a stand has none. */
  readonly stock: readonly {
    readonly year: number;
    readonly areaHa: number | null;
    readonly volumeM3: number | null;
    /** Mean by area; null where an area or age is missing. */
    readonly age: number | null;
    readonly stock: number | null;
  }[];
  /** Between two inventories, t CO₂ a year, and a hectare of the later area. */
  readonly sink: readonly {
    readonly from: number;
    readonly to: number;
    readonly sink: number | null;
    readonly perHa: number | null;
  }[];
  /** Of the last sink. */
  readonly credit: {
    readonly methodology: string | null;
    /** t CO₂ a year; null where something is missing. */
    readonly credit: number | null;
    /** Yuan a year. */
    readonly value: number | null;
    readonly missing: readonly CreditGap[];
  };
  readonly stands: readonly StandAnswer[];
}

/** The answer of `restoration --stands`. */
export interface ForestAnswer {
  readonly forests: readonly ForestRow[];
  /** Share of carbon where a table has none of its own. */
  readonly carbonFraction: number;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

const title: Text = { en: 'Carbon of forests', zh: '森林碳储量、碳汇与额度' };

/**
 * What forests hold, take up and could have credited (docs/methods/plan/forest-carbon.md).
 *
 * @throws AfterlodeError FOREST_TABLE, FILE_…; nothing is written then
 */
export async function forestCarbon(
  ws: Workspace,
  { out, ...tables }: ForestTables & { readonly out?: string },
): Promise<ForestAnswer> {
  if (out !== undefined) await expectWritable(out);
  const answer = await forestCarbonOf(ws, tables);
  if (out === undefined) return answer;
  return { ...answer, files: await saveSheets(out, 'forest', title, forestSheets(answer), []) };
}

/** The tables of `forestCarbonOf` as a workbook. */
export async function forestCarbonWorkbook(ws: Workspace, tables: ForestTables): Promise<ReportFile> {
  return sheetsFile('forest', title, forestSheets(await forestCarbonOf(ws, tables)));
}

/** As `forestCarbon`, of tables that are there; writes nothing. */
export async function forestCarbonOf({ catalog }: Workspace, tables: ForestTables): Promise<ForestAnswer> {
  const { stands: source, factors: given, credit: terms } = tables;
  const carbonFraction = parameterValue(catalog, 'forest_carbon_fraction');
  const stands = await readStands(source);
  const factors =
    given === undefined ? new Map<string, FactorRow>() : await readFactors(given, carbonFraction);
  const credits = terms === undefined ? new Map<string, CreditTerms>() : await readCredits(terms);
  const names = [...new Set(stands.map(({ forest }) => forest))];
  const forests = names.map((forest) =>
    forestRow(
      forest,
      stands.filter((stand) => stand.forest === forest),
      factors,
      credits.get(forest) ?? null,
    ),
  );
  const name = typeof source === 'string' ? source : source.name;
  return {
    forests,
    carbonFraction,
    issues: [...lackingFactors(name, forests), ...forests.flatMap((one) => lackingCredit(name, one))],
    files: [],
  };
}

function forestRow(
  forest: string,
  rows: readonly StandRow[],
  factors: ReadonlyMap<string, FactorRow>,
  terms: CreditTerms | null,
): ForestRow {
  const stands = rows.map((row) => ({ row, ...stockOf(row, factors.get(row.species)) }));
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b);
  const stock = years.map((year) => {
    const own = stands.filter(({ row }) => row.year === year);
    const sum = (of: (one: (typeof own)[number]) => number) => own.reduce((all, one) => all + of(one), 0);
    const areaHa = sum(({ row }) => row.areaHa);
    return {
      year,
      areaHa,
      volumeM3: sum(({ row }) => row.volumeM3),
      age: sum(({ row }) => row.age * row.areaHa) / areaHa,
      stock: sum((one) => one.stock),
    };
  });
  const sink = stock.slice(1).map((after, at) => {
    const before = stock[at] as typeof after;
    const found = forestSink([before.stock, after.stock], after.year - before.year);
    return { from: before.year, to: after.year, sink: found, perHa: found / after.areaHa };
  });
  const { credit, value, missing } = creditOf(sink.at(-1)?.sink ?? Number.NaN, terms);
  return {
    forest,
    stock: stock.map((one) => edges(one)),
    sink: sink.map((one) => edges(one)),
    credit: {
      methodology: terms?.methodology ?? null,
      credit: toEdge(credit),
      value: toEdge(value),
      missing,
    },
    stands: stands.map(({ row: { forest: _forest, ...row }, stock: held, by }) => ({
      ...edges(row),
      stock: toEdge(held),
      by,
    })),
  };
}

type Edges<T> = {
  readonly [Key in keyof T]: T[Key] extends number
    ? Key extends 'year' | 'from' | 'to'
      ? number
      : number | null
    : T[Key];
};

/** Numbers that are missing as null. */
function edges<T extends object>(row: T): Edges<T> {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'number' ? toEdge(value) : value,
  ]);
  return Object.fromEntries(entries) as Edges<T>;
}

/** By factors where they are known, else by the continuous function. */
function stockOf(
  { areaHa, volumeM3 }: StandRow,
  factors: FactorRow | undefined,
): { readonly stock: number; readonly by: StandAnswer['by'] } {
  if (factors === undefined) return { stock: Number.NaN, by: null };
  const byFactors = forestStock([{ volumeM3, ...factors }]);
  if (!Number.isNaN(byFactors)) return { stock: byFactors, by: 'factors' };
  const continuous = continuousStock({ areaHa, volumeM3 }, factors);
  return { stock: continuous, by: Number.isNaN(continuous) ? null : 'continuous' };
}

function lackingFactors(name: string, forests: readonly ForestRow[]): readonly Issue[] {
  const lacking = forests.flatMap(({ forest, stands }) =>
    stands.filter(({ stock }) => stock === null).map(({ year, species }) => `${forest} ${year} ${species}`),
  );
  return lacking.length === 0
    ? []
    : [issue('FOREST_FACTORS', 'warning', name, { found: lacking.join(', ') })];
}

function lackingCredit(name: string, { forest, credit: { missing } }: ForestRow): readonly Issue[] {
  if (missing.length === 0) return [];
  return [issue('FOREST_CREDIT', 'note', name, { forest, found: creditWords(missing) })];
}
