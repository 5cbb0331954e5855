import { join } from 'node:path';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { expectWritable, type RowSource, readTextFile } from '../../files/index.js';
import {
  calibrateSources,
  type Estate,
  type FieldCheck,
  type FusedEstate,
  fuseEstate,
  isSmall,
  type MeteredEstate,
  meterEstimate,
  type OccupiedEstimate,
  type SourceCalibration,
  sumVacancy,
  vacancyRemarkTexts,
} from '../../locate/index.js';
import { findingYear } from '../land/call.js';
import { type LayerPlace, layerPlaces } from '../land/layers.js';
import { type LayerDocument } from '../land/read-layer.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import { type FoundPlace, type OpenedPlaces, openPlaces } from '../ledger/open-places.js';
import type { ReportFile } from '../report/report.js';
import { degreesCollection, saveSheets, sheetsFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { crsOfWord } from '../zonal/words.js';
import { calibrationRow, monthText, sumRow, type VacancyAnswer, vacancyRow } from './answer.js';
import {
  findingRateOf,
  type VacancyCall,
  type VacancyOptions,
  type VacancyWords,
  vacancyOptions,
} from './call.js';
import { readReadings } from './readings.js';
import { vacancyProperties, vacancySheets } from './sheets.js';
import { type EstateRow, readChecked, readEstates, readOccupied } from './tables.js';

const title = { en: 'Housing vacancy', zh: '住房空置' };

/** Tables of a request. */
export interface VacancyTables {
  readonly estates: RowSource;
  readonly occupied?: RowSource;
  readonly meters?: RowSource;
  readonly checked?: RowSource;
  /** Outlines of the estates, for the places of findings. */
  readonly places?: { readonly layer: LayerDocument; readonly crs?: string };
}

/**
 * How many homes stand empty (docs/methods/locate/vacancy.md), estate by estate and in the city, with intervals; writes tables and GeoJSON
 * where a folder is named, and findings where a city is.
 *
 * @param progress told the share of the readings that was read
 * @throws AfterlodeError CALL_OPTION, VACANCY_…, FILE_…, ZONES_…, CITY_UNKNOWN; nothing is written then
 */
export async function vacancy(
  ws: Workspace,
  { places: path, crs, ...call }: VacancyCall,
  progress?: (share: number) => void,
): Promise<VacancyAnswer> {
  const { out } = call;
  const about = findingCall(ws, call);
  if (out !== undefined) await expectWritable(out);
  const places =
    path === undefined ? null : await placesOf({ name: path, document: await readTextFile(path) }, crs);
  const answer = await answerOf(ws, call, call, progress);
  const files = out === undefined ? [] : await saveVacancy(out, answer, places);
  const evidence = out === undefined ? call.estates : join(out, 'vacancy.csv');
  return { ...answer, files, findings: await openedEstates(ws, about, evidence, answer, places) };
}

/** As `vacancy`, of tables that are there; writes no files. */
export async function vacancyOf(
  ws: Workspace,
  tables: VacancyTables,
  words: VacancyWords,
): Promise<VacancyAnswer> {
  const about = findingCall(ws, words);
  const places = tables.places === undefined ? null : await placesOf(tables.places.layer, tables.places.crs);
  const answer = await answerOf(ws, tables, words);
  return { ...answer, findings: await openedEstates(ws, about, nameOf(tables.estates), answer, places) };
}

/** The tables of `vacancyOf` as a workbook. */
export async function vacancyWorkbook(
  ws: Workspace,
  tables: VacancyTables,
  words: VacancyWords,
): Promise<ReportFile> {
  return sheetsFile('vacancy', title, vacancySheets(await answerOf(ws, tables, words)));
}

function placesOf(layer: LayerDocument, crs: string | undefined): Promise<ReadonlyMap<string, LayerPlace>> {
  return layerPlaces(layer, crsOfWord('--crs', crs));
}

function nameOf(source: RowSource): string {
  return typeof source === 'string' ? source : source.name;
}

async function answerOf(
  { catalog }: Workspace,
  tables: VacancyTables,
  words: VacancyWords,
  progress?: (share: number) => void,
): Promise<VacancyAnswer> {
  const options = vacancyOptions(words, catalog);
  const given = await readTables(tables, options, progress);
  const { confidence, checks } = options.fusion;
  const estates = given.estates.map((row) => estateOf(row, given));
  const calibrations = calibrateSources(estates, checks, confidence);
  const rates = estates.map((one) => fuseEstate(one, calibrations, options.fusion));
  return {
    rows: given.estates.map((row, at) =>
      vacancyRow(
        row,
        rates[at] as FusedEstate,
        given.seasons ? (given.metered.get(row.id) ?? null) : null,
        options.smallest,
      ),
    ),
    city: sumRow(sumVacancy(rates, confidence, options.smallest)),
    cells: cellSums(given.estates, rates, options),
    calibration: [...calibrations.values()].map(calibrationRow),
    meters: given.meters,
    confidence,
    findings: null,
    files: [],
    issues: [...given.issues, ...unknownIssue(tables, rates), ...biasIssue(calibrations)],
  };
}

interface Given {
  readonly estates: readonly EstateRow[];
  readonly occupied: ReadonlyMap<string, readonly OccupiedEstimate[]>;
  readonly checked: ReadonlyMap<string, FieldCheck>;
  readonly metered: ReadonlyMap<string, MeteredEstate>;
  /** Whether units lived in for a part of the year were told apart. */
  readonly seasons: boolean;
  readonly meters: VacancyAnswer['meters'];
  readonly issues: readonly Issue[];
}

async function readTables(
  { estates, occupied, checked, meters }: VacancyTables,
  options: VacancyOptions,
  progress?: (share: number) => void,
): Promise<Given> {
  if (occupied === undefined && meters === undefined)
    throw new AfterlodeError('CALL_OPTION', '--occupied', {
      found: { en: 'nothing', zh: '空' },
      expected: { en: 'a table of estimates, or --meters', zh: '估计表，或 --meters' },
    });
  const rows = await readEstates(estates);
  const estimates =
    occupied === undefined ? new Map<string, OccupiedEstimate[]>() : await readOccupied(occupied);
  const visits = checked === undefined ? new Map<string, FieldCheck>() : await readChecked(checked, rows);
  const readings = meters === undefined ? null : await readReadings(meters, options, progress);
  const metered = new Map(readings?.estates.map((one) => [one.estate, one]));
  const named = [
    [occupied, estimates],
    [checked, visits],
    [meters, metered],
  ] as const;
  return {
    estates: rows,
    occupied: estimates,
    checked: visits,
    metered,
    seasons: readings?.heatingChecked ?? false,
    meters: readings && {
      readings: readings.rows,
      units: readings.units,
      from: monthText(readings.firstMonth),
      to: monthText(readings.lastMonth),
    },
    issues: [...(readings?.issues ?? []), ...named.flatMap(([source, map]) => strangers(source, map, rows))],
  };
}

function strangers(
  source: RowSource | undefined,
  named: ReadonlyMap<string, unknown>,
  estates: readonly EstateRow[],
): readonly Issue[] {
  const there = new Set(estates.map(({ id }) => id));
  const found = [...named.keys()].filter((name) => !there.has(name)).length;
  if (found === 0 || source === undefined) return [];
  return [issue('VACANCY_ESTATE_UNKNOWN', 'warning', nameOf(source), { found })];
}

function estateOf({ id, units }: EstateRow, given: Given): Estate {
  const metered = given.metered.get(id);
  const byMeters = metered === undefined ? null : meterEstimate(metered, units);
  const told = given.occupied.get(id) ?? [];
  // Readings are read by one rule for all; a table may not say otherwise beside them.
  const others = byMeters === null ? told : told.filter(({ source }) => source !== byMeters.source);
  return {
    id,
    units,
    estimates: byMeters === null ? others : [byMeters, ...others],
    field: given.checked.get(id) ?? null,
  };
}

function cellSums(estates: readonly EstateRow[], fused: readonly FusedEstate[], options: VacancyOptions) {
  const cells = new Map<string, FusedEstate[]>();
  for (const [at, { cell }] of estates.entries()) {
    if (cell === null) continue;
    const list = cells.get(cell) ?? [];
    list.push(fused[at] as FusedEstate);
    cells.set(cell, list);
  }
  return [...cells].map(([cell, list]) => {
    const sum = sumRow(sumVacancy(list, options.fusion.confidence, options.smallest));
    return { cell, ...sum, suppressed: isSmall(sum.unitsAll, options.smallest) };
  });
}

function unknownIssue({ estates }: VacancyTables, fused: readonly FusedEstate[]): readonly Issue[] {
  const found = fused.filter(({ occupied }) => occupied === null).length;
  const expected = fused.length;
  return found === 0 ? [] : [issue('VACANCY_NOT_KNOWN', 'warning', nameOf(estates), { found, expected })];
}

function biasIssue(calibrations: ReadonlyMap<string, SourceCalibration>): readonly Issue[] {
  const open = [...calibrations.values()].filter(({ calibrated }) => !calibrated).map(({ source }) => source);
  return open.length === 0 ? [] : [issue('VACANCY_BIAS', 'warning', 'city', { found: open.join(', ') })];
}

function saveVacancy(folder: string, answer: VacancyAnswer, places: ReadonlyMap<string, LayerPlace> | null) {
  const features = answer.rows.flatMap((row) => {
    const place = places?.get(row.estate);
    if (place === undefined) return [];
    return [
      { type: 'Feature', id: row.estate, properties: vacancyProperties(row), geometry: place.geometry },
    ];
  });
  const texts = places === null ? [] : [{ name: 'vacancy.geojson', text: degreesCollection(features) }];
  return saveSheets(folder, 'vacancy', title, vacancySheets(answer), texts);
}

/** What findings need besides the rows, refused before anything is read; null where the call names no city. */
function findingCall(ws: Workspace, { findings: city, findingRate, period, access: caller }: VacancyWords) {
  if (city === undefined) return null;
  const rate = findingRateOf(findingRate, ws.catalog);
  if (rate === null) throw new AfterlodeError('VACANCY_LIMIT', '--findings');
  const access = mayOpenFindings(ws, city, caller);
  const year = findingYear(period);
  return { city, period: year, rate, about: 'vacancy', level: 'residential_area', access } as const;
}

async function openedEstates(
  ws: Workspace,
  about: ReturnType<typeof findingCall>,
  evidence: string,
  answer: VacancyAnswer,
  places: ReadonlyMap<string, LayerPlace> | null,
): Promise<OpenedPlaces | null> {
  return about && openPlaces(ws, { ...about, evidence }, emptyEstates(answer, about.rate, places));
}

/** Estates whose rate surely lies above a limit. */
function emptyEstates(
  { rows, confidence }: VacancyAnswer,
  limit: number,
  places: ReadonlyMap<string, LayerPlace> | null,
): readonly FoundPlace[] {
  return rows.flatMap(({ estate, rate, units, remarks }) => {
    if (rate === null || rate.low < limit) return [];
    const place = places?.get(estate);
    const percent = (value: number) => (value * 100).toFixed(1);
    const sure = (confidence * 100).toFixed(0);
    const note = [
      `空置率 ${percent(rate.mid)}%（${sure}% 区间 ${percent(rate.low)}%—${percent(rate.high)}%），住房 ${units} 套。${remarks.map((one) => vacancyRemarkTexts[one].zh).join('')}`,
      `Vacancy ${percent(rate.mid)} % (${sure} % interval ${percent(rate.low)} to ${percent(rate.high)} %) of ${units} units. ${remarks.map((one) => vacancyRemarkTexts[one].en).join(' ')}`.trim(),
    ].join('\n');
    return [
      {
        place: estate,
        lon: place?.lon ?? null,
        lat: place?.lat ?? null,
        light: 'red',
        value: rate.mid,
        note,
      } as const,
    ];
  });
}
