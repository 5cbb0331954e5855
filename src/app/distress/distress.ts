import {
  classLabel,
  type DistressRange,
  distressByThresholds,
  distressRanges,
  distressRanks,
  distressThresholds,
  type RankOptions,
} from '../../assess/index.js';
import { AfterlodeError, phrases, type Text, toEdge } from '../../base/index.js';
import type { ClassScheme } from '../../catalog/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { type DistressCall, type DistressWords, rangeOptions, thresholdsDay } from './call.js';
import { distressSheets } from './sheets.js';
import { type Counties, readCounties } from './tables.js';

/** A county; figures are null where one is missing. */
export interface CountyAnswer {
  readonly place: string;
  readonly name: string | null;
  readonly unemployment: number | null;
  readonly income: number | null;
  readonly poverty: number | null;
  /** Mean of the three ratios to the country, income upside down; above 1 is worse. */
  readonly index: number | null;
  /** 1 is the worst; ties share the smallest. */
  readonly rank: number | null;
  /** Class of the rank. */
  readonly status: string | null;
  readonly rankInterval: readonly [number, number] | null;
  /** Classes at the two ends of the interval, the worse first. */
  readonly statusInterval: readonly [string | null, string | null] | null;
  /** Share of the runs in each class. */
  readonly shares: Readonly<Record<string, number>>;
  /** Class by the thresholds of the day that was asked for; null where none was or none decided. */
  readonly byThresholds: string | null;
}

/** The answer of `distress`. */
export interface DistressAnswer {
  readonly places: readonly CountyAnswer[];
  readonly country: { readonly unemployment: number; readonly income: number; readonly poverty: number };
  /** Classes from the worst, with the counties in each, and how many of these stay in it at both ends of their interval. */
  readonly classes: readonly {
    readonly id: string;
    readonly label: Text;
    readonly counties: number;
    readonly settled: number;
  }[];
  readonly options: RankOptions;
  /** Whether standard errors of the figures were given. */
  readonly measured: boolean;
  /** Day of the thresholds; null where none were asked for, or none decided on that day. */
  readonly thresholdsOf: string | null;
  readonly files: readonly SavedFile[];
}

/**
 * The yearly economic status of counties by rank, as the Appalachian Regional Commission publishes it, with the interval that a rank has
 * (docs/methods/identify/county-distress.md).
 *
 * @throws AfterlodeError CALL_OPTION, DISTRESS_TABLE, IDENTIFY_FOREIGN, FILE_…; nothing is written then
 */
export async function distress(ws: Workspace, call: DistressCall): Promise<DistressAnswer> {
  const { table, out } = call;
  if (table === undefined)
    throw new AfterlodeError('CALL_OPTION', '--table', { found: phrases.nothing, expected: 'FILE.csv' });
  if (out !== undefined) await expectWritable(out);
  const answer = await distressOf(ws, table, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Economic status of counties', zh: '县域经济状况' };
  return { ...answer, files: await saveSheets(out, 'distress', title, distressSheets(answer), []) };
}

/** As `distress`, of a table that is there; writes nothing. */
export async function distressOf(
  { catalog }: Pick<Workspace, 'catalog'>,
  table: RowSource,
  words: DistressWords,
): Promise<DistressAnswer> {
  const options = rangeOptions(catalog, words);
  const day = thresholdsDay(words);
  const scheme = catalog.classes.get('arc_status');
  if (scheme === undefined) throw new AfterlodeError('DISTRESS_CLASSES', 'catalog/classes/arc_status.yaml');
  const counties = await readCounties(table, words.country ?? 'country');
  const rule = day === null ? null : distressThresholds(catalog, day);
  const before = rule === null ? [] : distressByThresholds(counties.units, counties.country, rule);
  const places = placesOf(counties, scheme, options).map((place, at) => ({
    ...place,
    byThresholds: before[at]?.status ?? null,
  }));
  const { unemployment, income, poverty } = counties.country;
  return {
    places,
    country: { unemployment, income, poverty },
    classes: scheme.classes.map(({ id }) => {
      const inside = places.filter(({ status }) => status === id);
      return {
        id,
        label: classLabel(catalog, 'arc_status', id),
        counties: inside.length,
        settled: inside.filter(({ statusInterval: ends }) => ends?.every((end) => end === id)).length,
      };
    }),
    options,
    measured: counties.measured,
    thresholdsOf: rule === null ? null : day,
    files: [],
  };
}

function placesOf(
  { units, country }: Counties,
  scheme: ClassScheme,
  options: RankOptions,
): readonly Omit<CountyAnswer, 'byThresholds'>[] {
  const ranks = distressRanks(units, country, scheme);
  const ranges = distressRanges(units, country, scheme, options);
  const ranked = ranks.filter(({ rank }) => rank !== null).length;
  const classAt = (rank: number) => {
    const share = (rank - 1) / ranked;
    const found = scheme.classes.find(({ from, to }) => share >= (from ?? 0) && share < (to ?? Infinity));
    return found?.id ?? null;
  };
  return units.map((unit, at) => {
    const { index = null, rank = null, status = null } = ranks[at] ?? {};
    const { low, high, shares } = ranges[at] as DistressRange;
    const known = low !== null && high !== null;
    return {
      place: unit.unit,
      name: unit.name || null,
      unemployment: toEdge(unit.unemployment),
      income: toEdge(unit.income),
      poverty: toEdge(unit.poverty),
      index,
      rank,
      status,
      rankInterval: known ? [low, high] : null,
      statusInterval: known ? [classAt(low), classAt(high)] : null,
      shares,
    };
  });
}
