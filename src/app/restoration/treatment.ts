import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases, type Text, toEdge } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import {
  type SunkenParcel,
  stabilityOf,
  type Treatment,
  type TreatmentBounds,
  type TreatmentCondition,
  type TreatmentGap,
  type TreatmentVerdict,
  treatedAreas,
  treatmentVerdict,
} from '../../plan/index.js';
import type { ReportFile } from '../report/report.js';
import { type SavedFile, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { mu, type ReadPrice, readParcels, readPrices, told } from './parcels.js';
import { joinZones, type RunOfZones, zonesOfRun } from './parcels-of-run.js';
import { reasonOf } from './treatment-reason.js';
import { treatmentSheets } from './treatment-sheets.js';

/** Tables of a request; a run, parcels, or both: then rows of the table say more of the zones of the same id. */
export interface TreatmentTables {
  readonly parcels?: RowSource;
  readonly prices?: RowSource;
  /** Id of a kept run of `subsidence`. */
  readonly run?: string;
}

/** A parcel and what the rule says of it; what nobody knows is null. */
export interface ParcelAnswer {
  readonly id: string;
  readonly areaMu: number | null;
  readonly depthM: number | null;
  /** Within the months of the rule, mm. */
  readonly settlementMm: number | null;
  readonly stable: boolean | null;
  readonly treatment: Treatment | null;
  readonly label: Text | null;
  readonly possible: readonly Treatment[];
  readonly missing: readonly TreatmentGap[];
  readonly later: Treatment | null;
  readonly conditions: readonly TreatmentCondition[];
  readonly reason: Text;
}

/** Land with one treatment; null is undecided. Costs in yuan. */
export interface TreatedAreaAnswer {
  readonly treatment: Treatment | null;
  readonly label: Text | null;
  readonly parcels: number;
  readonly areaMu: number;
  readonly unmeasured: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What the price includes, as the table says. */
  readonly scope: string | null;
}

/** The answer of `restoration --parcels`. */
export interface TreatmentAnswer {
  readonly parcels: readonly ParcelAnswer[];
  readonly areas: readonly TreatedAreaAnswer[];
  readonly totalMu: number;
  /** The rule in force. */
  readonly rule: {
    readonly shallowM: number;
    readonly deepM: number;
    readonly settlementMm: number;
    readonly months: number;
  };
  readonly labels: Readonly<Record<string, Text>>;
  readonly run: RunOfZones | null;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

const title: Text = { en: 'Treatment of sunken land', zh: '沉陷地处理方式' };

/**
 * What is to become of sunken land, by its depth and by whether it still sinks (docs/methods/plan/restoration-treatment.md).
 *
 * @throws AfterlodeError CALL_OPTION, RESTORATION_LAND, GROUND_RUN_…, FILE_…; nothing is written then
 */
export async function treatment(
  ws: Workspace,
  { out, ...tables }: TreatmentTables & { readonly out?: string },
): Promise<TreatmentAnswer> {
  if (out !== undefined) await expectWritable(out);
  const answer = await treatmentOf(ws, tables);
  if (out === undefined) return answer;
  return { ...answer, files: await saveSheets(out, 'treatment', title, treatmentSheets(answer), []) };
}

/** The tables of `treatmentOf` as a workbook. */
export async function treatmentWorkbook(ws: Workspace, tables: TreatmentTables): Promise<ReportFile> {
  return sheetsFile('treatment', title, treatmentSheets(await treatmentOf(ws, tables)));
}

/** As `treatment`, of tables that are there; writes nothing. */
export async function treatmentOf(ws: Workspace, tables: TreatmentTables): Promise<TreatmentAnswer> {
  const { catalog } = ws;
  const { parcels: source, prices: priced, run: id } = tables;
  if (source === undefined && id === undefined) {
    const expected = { en: 'a table of parcels or a run', zh: '地块表或一次监测结果' };
    throw new AfterlodeError('CALL_OPTION', '--parcels', { found: phrases.nothing, expected });
  }
  const bounds = boundsOf(catalog);
  const run = id === undefined ? null : await zonesOfRun(ws, id, bounds);
  const given =
    source === undefined ? [] : await readParcels(source, { on: catalog.on, months: bounds.months });
  const prices = priced === undefined ? new Map<Treatment, ReadPrice>() : await readPrices(priced);
  const sureErrors = parameterValue(catalog, 'subsidence_sure_errors');
  const judged = joinZones(run?.parcels ?? [], given).map((parcel) => {
    const stable = stabilityOf(parcel, bounds, sureErrors);
    return { parcel, areaM2: parcel.areaM2, verdict: treatmentVerdict(parcel, stable, bounds) };
  });
  const labels = labelsOf(catalog);
  const areas = treatedAreas(judged, prices);
  const name = source === undefined ? (id as string) : typeof source === 'string' ? source : source.name;
  return {
    parcels: judged.map(({ parcel, verdict }) => parcelAnswer(parcel, verdict, bounds, labels)),
    areas: areas.map(({ areaM2, low, high, ...area }) => ({
      ...area,
      label: area.treatment === null ? null : (labels[area.treatment] ?? null),
      areaMu: told(areaM2 / mu),
      low: toEdge(told(low)),
      high: toEdge(told(high)),
      scope: area.treatment === null ? null : (prices.get(area.treatment)?.scope ?? null),
    })),
    totalMu: told(areas.reduce((sum, { areaM2 }) => sum + areaM2, 0) / mu),
    rule: {
      shallowM: bounds.shallow,
      deepM: bounds.deep,
      settlementMm: told(bounds.settlementM * 1000),
      months: bounds.months,
    },
    labels,
    run: run?.run ?? null,
    issues: [...undecided(name, judged), ...unpriced(name, priced === undefined ? [] : areas)],
    files: [],
  };
}

/** The rule of the catalog. */
function boundsOf(catalog: Catalog): TreatmentBounds {
  const value = (name: string) => parameterValue(catalog, `restoration_${name}`);
  return {
    shallow: value('depth_shallow'),
    deep: value('depth_deep'),
    settlementM: value('stable_settlement'),
    months: value('stable_months'),
  };
}

/** Names of treatments and conditions. */
function labelsOf({ classes }: Pick<Catalog, 'classes'>): Readonly<Record<string, Text>> {
  const schemes = ['restoration_treatment', 'restoration_condition'];
  return Object.fromEntries(
    schemes.flatMap((scheme) => (classes.get(scheme)?.classes ?? []).map(({ id, label }) => [id, label])),
  );
}

function parcelAnswer(
  parcel: SunkenParcel,
  verdict: TreatmentVerdict,
  bounds: TreatmentBounds,
  labels: Readonly<Record<string, Text>>,
): ParcelAnswer {
  const { treatment: chosen } = verdict;
  return {
    id: parcel.id,
    areaMu: toEdge(told(parcel.areaM2 / mu)),
    depthM: toEdge(parcel.depthM),
    settlementMm: toEdge(told(parcel.settlementM * 1000)),
    ...verdict,
    label: chosen === null ? null : (labels[chosen] ?? null),
    reason: reasonOf(parcel, verdict, bounds),
  };
}

function undecided(
  name: string,
  judged: readonly { readonly verdict: TreatmentVerdict }[],
): readonly Issue[] {
  const open = judged.map(({ verdict }) => verdict).filter((one) => one.treatment === null);
  if (open.length === 0) return [];
  const lacking = (gap: TreatmentGap) => open.filter(({ missing }) => missing.includes(gap)).length;
  const facts = {
    found: open.length,
    depth: lacking('depth'),
    stability: lacking('stability'),
    water: lacking('water_table'),
    silent: open.filter(({ missing }) => missing.length === 0).length,
  };
  return [issue('RESTORATION_UNDECIDED', 'warning', name, facts)];
}

function unpriced(name: string, areas: ReturnType<typeof treatedAreas>): readonly Issue[] {
  const found = areas.filter(({ treatment: one, low }) => one !== null && Number.isNaN(low)).length;
  return found === 0 ? [] : [issue('RESTORATION_UNPRICED', 'warning', name, { found })];
}
