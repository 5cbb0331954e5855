import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, mean, type Text, toEdge } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import { type Bounded, type LegacyYear, legacyHistory, legacyOutlook } from '../../plan/index.js';
import { numberOf, type Written } from '../composite/words.js';
import type { ReportFile } from '../report/report.js';
import { type SavedFile, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { legacySheets } from './legacy-sheets.js';
import { type LegacyRow, type NamedPace, readLegacy, readPaces } from './legacy-tables.js';

/** Tables of a request. */
export interface LegacyTables {
  readonly legacy: RowSource;
  /** Absent: the pace of the table's own years. */
  readonly paces?: RowSource;
  /** Last year of the paths; default so many years after the table as the parameter restoration_legacy_years says. */
  readonly horizon?: Written;
}

type Range = Readonly<Record<'low' | 'mid' | 'high', number | null>>;

/** A year; areas in mu, rates 0 to 1; what nobody knows is null. */
export interface LegacyYearAnswer {
  readonly year: number;
  readonly newMu: number | null;
  readonly treatedInYearMu: number | null;
  readonly registeredMu: number | null;
  readonly treatedMu: number | null;
  readonly openMu: number | null;
  /** New subsidence below the line. */
  readonly rate: number | null;
  /** Of what was registered in the first year. */
  readonly rateOfStart: number | null;
  readonly published: number | null;
  /** Which of the two the published rate is, within its rounding; null where none is published or known. */
  readonly agrees: 'both' | 'with_new' | 'without_new' | 'neither' | null;
}

/** What a pace leads to. */
export interface LegacyPaceAnswer {
  readonly scenario: string;
  /** Mu a year. */
  readonly newMu: Bounded;
  readonly treatedMu: Bounded;
  /** Year at whose end nothing is left open; null: never at this pace. */
  readonly goneYear: Range;
  /** What would have to be treated a year for nothing to be left at the horizon, mu. */
  readonly neededMu: Bounded;
  readonly path: readonly {
    readonly year: number;
    readonly registeredMu: number;
    readonly treatedMu: number;
    readonly openMu: number;
    readonly rate: number | null;
    readonly rateLow: number | null;
    readonly rateHigh: number | null;
    readonly rateOfStart: number | null;
  }[];
}

/** The answer of `restoration --legacy`. */
export interface LegacyAnswer {
  readonly years: readonly LegacyYearAnswer[];
  readonly paces: readonly LegacyPaceAnswer[];
  readonly horizon: number;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

const title: Text = { en: 'Legacy land', zh: '历史遗留沉陷地' };

/**
 * How treatment keeps up with new subsidence (docs/methods/plan/restoration-legacy.md).
 *
 * @throws AfterlodeError CALL_OPTION, RESTORATION_LAND, FILE_…; nothing is written then
 */
export async function legacyLand(
  ws: Workspace,
  { out, ...tables }: LegacyTables & { readonly out?: string },
): Promise<LegacyAnswer> {
  if (out !== undefined) await expectWritable(out);
  const answer = await legacyLandOf(ws, tables);
  if (out === undefined) return answer;
  return { ...answer, files: await saveSheets(out, 'legacy', title, legacySheets(answer), []) };
}

/** The tables of `legacyLandOf` as a workbook. */
export async function legacyLandWorkbook(ws: Workspace, tables: LegacyTables): Promise<ReportFile> {
  return sheetsFile('legacy', title, legacySheets(await legacyLandOf(ws, tables)));
}

/** As `legacyLand`, of tables that are there; writes nothing. */
export async function legacyLandOf({ catalog }: Workspace, tables: LegacyTables): Promise<LegacyAnswer> {
  const { legacy, paces: paced, horizon: written } = tables;
  const rows = await readLegacy(legacy);
  const name = typeof legacy === 'string' ? legacy : legacy.name;
  const { years, recounts } = legacyHistory(rows, tolerance);
  const last = years.at(-1) as LegacyYear;
  const horizon = horizonOf(written, last.year, catalog);
  const paces = paced === undefined ? ownPace(rows) : await readPaces(paced);
  const answers = years.map((year, at) => yearAnswer(year, rows[at] as LegacyRow));
  const known = !Number.isNaN(last.open);
  const start = years[0]?.registered;
  return {
    years: answers,
    paces: known ? paces.map((pace) => paceAnswer(last, pace, horizon, start)) : [],
    horizon,
    issues: [
      ...unknownFrom(name, years),
      ...recounts.map(({ year, registered, treated, byFlows }) =>
        issue('LEGACY_RECOUNT', 'warning', name, {
          year,
          registered,
          treated,
          expected: `${byFlows.registered} / ${byFlows.treated}`,
        }),
      ),
      ...answers.flatMap((answer) => rateIssue(name, answer)),
    ],
    files: [],
  };
}

/** Mu by which a count may be rounded. */
const tolerance = 0.5;
/** Years of the longest path: beyond, only memory would be filled. */
const longest = 200;

function horizonOf(written: Written | undefined, last: number, catalog: Catalog): number {
  if (written === undefined) return last + parameterValue(catalog, 'restoration_legacy_years');
  const found = numberOf('--horizon', written);
  if (Number.isInteger(found) && found > last && found <= last + longest) return found;
  throw new AfterlodeError('CALL_OPTION', '--horizon', {
    found: String(written),
    expected: {
      en: `a year from ${last + 1} to ${last + longest}`,
      zh: `${last + 1} 至 ${last + longest} 之间的年份`,
    },
  });
}

/** The pace of the years whose flows are known: their mean, and their least and most. */
function ownPace(rows: readonly LegacyRow[]): readonly NamedPace[] {
  const known = rows.filter(({ sunk, treated }) => !Number.isNaN(sunk + treated));
  if (known.length === 0) return [];
  const bounded = (of: (row: LegacyRow) => number): Bounded => {
    const values = known.map(of);
    return { low: Math.min(...values), mid: mean(values), high: Math.max(...values) };
  };
  return [
    { scenario: 'as_before', sunk: bounded(({ sunk }) => sunk), treated: bounded(({ treated }) => treated) },
  ];
}

function yearAnswer(year: LegacyYear, row: LegacyRow): LegacyYearAnswer {
  return {
    year: year.year,
    newMu: toEdge(row.sunk),
    treatedInYearMu: toEdge(row.treated),
    registeredMu: toEdge(year.registered),
    treatedMu: toEdge(year.treated),
    openMu: toEdge(year.open),
    rate: toEdge(year.rate),
    rateOfStart: toEdge(year.rateOfStart),
    published: toEdge(row.publishedPercent / 100),
    agrees: agreesOf(year, row),
  };
}

function agreesOf({ rate, rateOfStart }: LegacyYear, row: LegacyRow): LegacyYearAnswer['agrees'] {
  if (Number.isNaN(rate + row.publishedPercent)) return null;
  const near = (share: number) => Math.abs(share * 100 - row.publishedPercent) <= row.rounding;
  if (near(rate)) return near(rateOfStart) ? 'both' : 'with_new';
  return near(rateOfStart) ? 'without_new' : 'neither';
}

function paceAnswer(
  last: LegacyYear,
  { scenario, sunk, treated }: NamedPace,
  horizon: number,
  start: number | undefined,
): LegacyPaceAnswer {
  const { yearsLeft, needed, path } = legacyOutlook(last, { sunk, treated }, horizon, start);
  const year = (left: number) => toEdge(last.year + left);
  return {
    scenario,
    newMu: sunk,
    treatedMu: treated,
    goneYear: { low: year(yearsLeft.low), mid: year(yearsLeft.mid), high: year(yearsLeft.high) },
    neededMu: needed,
    path: path.map((one) => ({
      year: one.year,
      registeredMu: one.registered,
      treatedMu: one.treated,
      openMu: one.open,
      rate: toEdge(one.rate),
      rateLow: toEdge(one.rateLow),
      rateHigh: toEdge(one.rateHigh),
      rateOfStart: toEdge(one.rateOfStart),
    })),
  };
}

function unknownFrom(name: string, years: readonly LegacyYear[]): readonly Issue[] {
  const first = years.find(({ open }) => Number.isNaN(open));
  return first === undefined ? [] : [issue('LEGACY_UNKNOWN', 'warning', name, { found: first.year })];
}

function rateIssue(name: string, { year, published, rate, rateOfStart, agrees }: LegacyYearAnswer) {
  if (agrees !== 'without_new' && agrees !== 'neither') return [];
  const percent = (share: number | null) => ((share ?? Number.NaN) * 100).toFixed(1);
  const facts = {
    year,
    published: percent(published),
    rate: percent(rate),
    start: percent(rateOfStart),
  };
  return [issue('LEGACY_RATE', 'warning', name, facts)];
}
