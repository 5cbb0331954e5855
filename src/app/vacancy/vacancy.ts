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
import { cityOf } from '../../register/index.js';
import { findingYear } from '../land/call.js';
import { type LayerPlace, layerPlaces } from '../land/layers.js';
import { type FoundPlace, openPlaces } from '../ledger/open-places.js';
import { degreesCollection, saveSheets } from '../tables/save-sheets.js';
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

/** Tables of a request. */
export interface VacancyTables {
  readonly estates: RowSource;
  readonly occupied?: RowSource;
  readonly meters?: RowSource;
  readonly checked?: RowSource;
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
  call: VacancyCall,
  progress?: (share: number) => void,
): Promise<VacancyAnswer> {
  const { out, findings: city } = call;
  const found = city === undefined ? null : findingCall(ws, city, call);
  if (out !== undefined) await expectWritable(out);
  const crs = crsOfWord('--crs', call.crs);
  const places =
    call.places === undefined
      ? null
      : await layerPlaces({ name: call.places, document: await readTextFile(call.places) }, crs);
  const answer = await vacancyOf(ws, call, call, progress);
  const files = out === undefined ? [] : await saveVacancy(out, answer, places);
  if (found === null) return { ...answer, files };
  const evidence = out === undefined ? call.estates : join(out, 'vacancy.csv');
  const about = { ...found, about: 'vacancy', level: 'residential_area', evidence } as const;
  return {
    ...answer,
    files,
    findings: await openPlaces(ws, about, emptyEstates(answer, found.rate, places)),
  };
}

/** As `vacancy`, of tables that are there; writes nothing. */
export async function vacancyOf(
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
  const fused = estates.map((one) => fuseEstate(one, calibrations, options.fusion));
  const sums = cellSums(given.estates, fused, options);
  return {
    rows: given.estates.map((row, at) =>
      vacancyRow(
        row,
        fused[at] as FusedEstate,
        given.seasons ? (given.metered.get(row.id) ?? null) : null,
        options.smallest,
      ),
    ),
    city: sumRow(sumVacancy(fused, confidence, options.smallest)),
    cells: sums,
    calibration: [...calibrations.values()].map(calibrationRow),
    meters: given.meters,
    confidence,
    findings: null,
    files: [],
    issues: [...given.issues, ...unknownIssue(tables, fused), ...biasIssue(calibrations)],
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
  const metered = new Map(readings?.answer.estates.map((one) => [one.estate, one]));
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
    seasons: readings?.answer.heatingChecked ?? false,
    meters: readings && {
      readings: readings.answer.rows,
      units: readings.answer.units,
      from: monthText(readings.answer.firstMonth),
      to: monthText(readings.answer.lastMonth),
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
  const where = typeof source === 'string' ? source : source.name;
  return [issue('VACANCY_ESTATE_UNKNOWN', 'warning', where, { found })];
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
  const where = typeof estates === 'string' ? estates : estates.name;
  return found === 0 ? [] : [issue('VACANCY_NOT_KNOWN', 'warning', where, { found, expected: fused.length })];
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
  return saveSheets(
    folder,
    'vacancy',
    { en: 'Housing vacancy', zh: '住房空置' },
    vacancySheets(answer),
    texts,
  );
}

/** What findings need besides the rows; refused before anything is read. */
function findingCall(ws: Workspace, city: string, call: VacancyCall) {
  const rate = findingRateOf(call.findingRate, ws.catalog);
  if (rate === null) throw new AfterlodeError('VACANCY_LIMIT', '--findings');
  cityOf(ws.register, city);
  return { city, period: findingYear(call.period), rate };
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
