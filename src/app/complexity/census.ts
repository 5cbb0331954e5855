import { cellValue } from '../../assess/index.js';
import { AfterlodeError, type IndicatorId, type Issue, id, phrases, type Text } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';
import type { ActivityTable } from '../../plan/index.js';
import { sectionsOf } from '../analyse/sections.js';
import { levelPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import type { Names } from './answer.js';

/** A table with what its places and activities are called. */
export interface Given {
  readonly where: string | Text;
  readonly table: ActivityTable;
  readonly names: Names;
  readonly issues: readonly Issue[];
  /** Year of the census; null of a table that was brought. */
  readonly period: string | null;
  /** Years whose census has employment, ascending. */
  readonly periods: readonly string[];
}

/**
 * Employment by branch of all prefectures in a year, listed or not; a branch without a figure is missing.
 *
 * @param census a year, or `latest`
 * @throws AfterlodeError CALL_OPTION for a year without one
 */
export function censusTable(ws: Workspace, census: string | undefined): Promise<Given> {
  return ws.derived(`complexity/census/${census ?? ''}`, () => readCensus(ws, census));
}

async function readCensus(ws: Workspace, census: string | undefined): Promise<Given> {
  const { value: panel } = await levelPanel(ws, 'prefecture');
  const branches = branchesOf(ws);
  const periods = panel.periods.filter((_, at) =>
    panel.cities.some((_city, row) => !rowOf(panel, branches, row, at).every(Number.isNaN)),
  );
  const period = census === 'latest' ? periods.at(-1) : periods.find((year) => year === census);
  if (period === undefined) throw noCensus(census, periods);
  const at = panel.periods.indexOf(period);
  const cities = panel.cities
    .map((city, row) => ({
      city: ws.register.byId.get(city),
      values: rowOf(panel, branches, row, at),
    }))
    .filter(({ city, values }) => city?.level === 'prefecture' && !values.every(Number.isNaN));
  const known = branches.map((branch) => [branch, ws.catalog.indicators.get(branch)?.label] as const);
  return {
    where: { en: `census ${period}`, zh: `普查 ${period}` },
    table: {
      places: cities.map(({ city }) => String(city?.id)),
      activities: branches.map(String),
      values: Float64Array.from(cities.flatMap(({ values }) => values)),
    },
    names: {
      places: new Map(cities.map(({ city }) => [String(city?.id), city?.name as Text])),
      activities: new Map(known.filter((one): one is [(typeof one)[0], Text] => one[1] !== undefined)),
    },
    issues: [],
    period,
    periods,
  };
}

/** Branches of employment that a census counts. */
export function branchesOf(ws: Workspace): readonly IndicatorId[] {
  return sectionsOf(ws).ids.map((one) => id<'indicator'>(one));
}

/** Values of one place in one period; `NaN` is missing. */
export function rowOf(
  panel: Panel,
  indicators: readonly IndicatorId[],
  row: number,
  period: number,
): readonly number[] {
  return indicators.map((one) => cellValue(panel, one, row, period));
}

function noCensus(census: string | undefined, years: readonly string[]): AfterlodeError {
  const asked = census !== undefined;
  return new AfterlodeError('CALL_OPTION', asked ? '--census' : '--table', {
    found: census ?? phrases.nothing,
    expected: asked
      ? phrases.oneOf([...years, 'latest'].join(', '))
      : {
          en: `a table, or --census with one of ${years.join(', ')}`,
          zh: `表格，或 --census 加年份：${years.join('、')}`,
        },
  });
}
