import type { IndexScores } from '../../assess/index.js';
import { AfterlodeError, id, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { Cube, CubeMeasure, CubeStatus, CubeUnit } from '../../print/index.js';
import { type City, cityOf, labelOf } from '../../register/index.js';
import { indexScores } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { chosen, type OpenChoice } from './call.js';

/** A measure and where its numbers are: `[row of a unit * periods + period]`. */
interface Source extends CubeMeasure {
  readonly values: Float64Array;
  readonly flags: Uint8Array | null;
}

/**
 * Values of all indicators, observed and computed, of the assessed units and the country; base units, as the check-up has them:
 * after decisions, imports included.
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED
 */
export async function valuesCube(ws: Workspace, choice: OpenChoice): Promise<Cube> {
  const { value: panel } = await listedPanel(ws);
  const sources = [...panel.columns].flatMap(([indicator, { values, flags, unit }]): Source[] => {
    const label = ws.catalog.indicators.get(indicator)?.label;
    if (label === undefined) return [];
    return [{ id: indicator, label, ...unitOf(ws.catalog, unit), values, flags }];
  });
  const measures = chosen('indicator', sources, choice.indicators, ({ id }, word) => id === word, {
    en: 'an indicator of `afterlode catalog list`',
    zh: '`afterlode catalog list` 列出的指标',
  });
  const label = { en: 'Values of indicators', zh: '指标数值' };
  return cubeOf('values', label, { panel, measures, cities: (await registerOf(ws)).cities, ws, choice });
}

/**
 * Scores of all nodes of all indices, 0 to 100, of the assessed units.
 *
 * @throws AfterlodeError as `valuesCube`
 */
export async function scoresCube(ws: Workspace, choice: OpenChoice): Promise<Cube> {
  const { value: panel } = await listedPanel(ws);
  const sources = [...(await indexScores(ws)).values()].flatMap((scores) => nodesOf(ws, scores));
  const expected = sources.map(({ id }) => id).join(', ');
  const measures = chosen('indicator', sources, choice.indicators, ({ id }, word) => id === word, expected);
  const label = { en: 'Scores', zh: '得分' };
  const cities = (await registerOf(ws)).cities.filter((city) => city.level !== 'country');
  return cubeOf('scores', label, { panel, measures, cities, ws, choice });
}

/** Scores stand in the rows and periods of the panel that they were made from. */
function nodesOf(ws: Workspace, scores: IndexScores): Source[] {
  return scores.nodes.map(({ id, label }, at) => ({
    id,
    label,
    ...unitOf(ws.catalog, 'index_points'),
    values: scores.values[at] ?? new Float64Array(),
    flags: null,
  }));
}

function unitOf(catalog: Catalog, unit: string): Pick<CubeMeasure, 'unit' | 'unitLabel'> {
  return { unit, unitLabel: catalog.units.get(id<'unit'>(unit))?.label ?? { en: unit, zh: unit } };
}

interface Parts {
  readonly panel: Panel;
  readonly measures: readonly Source[];
  readonly cities: readonly City[];
  readonly ws: Workspace;
  readonly choice: OpenChoice;
}

function cubeOf(name: string, label: Text, { panel, measures, cities, ws, choice }: Parts): Cube {
  const rows = chosenRows(ws, panel, cities, choice.units);
  const periods = chosen(
    'period',
    panel.periods.map((period, at) => ({ period, at })),
    choice.periods,
    ({ period }, word) => period === word,
    panel.periods.join(', '),
  );
  const width = panel.periods.length;
  // Whether a unit of the whole panel has it, chosen or not: a row that is missing says so whatever else was asked for.
  const present = measures.map(({ values }) =>
    periods.map(({ at }) => panel.cities.some((_, row) => !Number.isNaN(values[row * width + at]))),
  );
  const cell = (unit: number, period: number) => (rows[unit]?.row ?? 0) * width + (periods[period]?.at ?? 0);
  const value = (unit: number, measure: number, period: number) =>
    measures[measure]?.values[cell(unit, period)] ?? Number.NaN;
  return {
    name,
    label,
    units: rows.map(({ city }): CubeUnit => ({ id: city.id, label: city.name, point: city.point })),
    measures,
    periods: periods.map(({ period }) => period),
    has: (measure, period) => present[measure]?.[period] === true,
    value,
    status(unit, measure, period) {
      if (Number.isNaN(value(unit, measure, period))) return 'missing';
      return statusOf(measures[measure]?.flags?.[cell(unit, period)] ?? 0);
    },
  };
}

function statusOf(flags: number): CubeStatus {
  if ((flags & flag.doubtful) !== 0) return 'doubtful';
  return (flags & flag.estimated) !== 0 ? 'estimated' : 'normal';
}

/** The chosen units with their row of the panel, in register order. */
function chosenRows(
  ws: Workspace,
  panel: Panel,
  cities: readonly City[],
  asked: readonly string[] | undefined,
): readonly { readonly city: City; readonly row: number }[] {
  const rowOf = new Map(panel.cities.map((city, row) => [city, row]));
  const all = cities.flatMap((city) => {
    const row = rowOf.get(city.id);
    return row === undefined ? [] : [{ city, row }];
  });
  if (asked === undefined) return all;
  const wanted = new Set(asked.map((words) => cityOf(ws.register, words)));
  for (const city of wanted)
    if (!all.some((one) => one.city.id === city.id))
      throw new AfterlodeError('CITY_NOT_LISTED', city.id, { found: labelOf(city) });
  const ids = new Set([...wanted].map(({ id }) => id));
  return all.filter(({ city }) => ids.has(city.id));
}
