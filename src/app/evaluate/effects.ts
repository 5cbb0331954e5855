import {
  type DifferenceResult,
  type EffectOptions,
  type EventStudy,
  eventStudy,
  type MatchResult,
  matchedComparison,
  parameterValue,
  readEffectPanel,
  twoWayDifference,
} from '../../assess/index.js';
import { AfterlodeError, type IndicatorId, id } from '../../base/index.js';
import { readCsvRows } from '../../files/index.js';
import type { Panel } from '../../observe/index.js';
import { registerOf } from '../cities/register.js';
import { levelPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** Effects of a treatment in a panel that somebody gives. */
export interface EffectsAnswer {
  readonly difference: DifferenceResult;
  /** Null where the years do not allow one. */
  readonly events: EventStudy | null;
}

/**
 * Difference in differences and event study of a table `place,year,outcome,treated_from[,cluster]`.
 *
 * @throws AfterlodeError EVALUATE_TABLE, EFFECT_PANEL, EFFECT_NO_VARIATION, EFFECT_FEW
 */
export async function effects(ws: Workspace, call: { readonly table: string }): Promise<EffectsAnswer> {
  const panel = readEffectPanel(await readCsvRows(call.table));
  const value = (name: string) => parameterValue(ws.catalog, name);
  const options: EffectOptions = {
    confidence: value('effects_confidence'),
    fewClusters: value('effects_few_clusters'),
    preTrend: value('effects_pre_trend'),
  };
  const window = { leads: value('effects_leads'), lags: value('effects_lags') };
  return {
    difference: twoWayDifference(panel, options),
    events: panel.times.length < 3 ? null : eventStudy(panel, window, options),
  };
}

/** What listed units of a level are compared in with others of that level. */
export interface MatchedCall {
  /** Its change between the years is the outcome. */
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  /** Indicators by which units are matched, as they were at the beginning. */
  readonly covariates: readonly string[];
  readonly level?: string;
  readonly seed?: number;
}

/**
 * Listed units against their nearest unlisted ones: the change of an indicator, matched by indicators at the beginning. Being
 * on the list is no treatment that was drawn by lot: the difference is a comparison, and the answer says so.
 *
 * @throws AfterlodeError CALL_OPTION, PERIOD_UNKNOWN, EFFECT_PANEL, EFFECT_FEW
 */
export async function matched(ws: Workspace, call: MatchedCall): Promise<MatchResult> {
  const { value: panel } = await levelPanel(ws, call.level ?? 'prefecture');
  const { byId } = await registerOf(ws);
  const places = panel.cities.flatMap((city, at) => (byId.get(city)?.level === 'country' ? [] : [at]));
  const column = (indicator: IndicatorId, period: string) => columnAt(panel, places, indicator, period);
  const outcome = knownIndicator(ws, call.indicator, 'indicator');
  const first = column(outcome, call.from);
  const last = column(outcome, call.to);
  return matchedComparison(
    {
      units: places.map((at) => panel.cities[at] as string),
      outcome: last.map((value, at) => value - (first[at] as number)),
      treated: Uint8Array.from(places, (at) => (byId.get(panel.cities[at] as never)?.listed ? 1 : 0)),
      covariates: call.covariates.map((name) => ({
        name,
        values: column(knownIndicator(ws, name, '--covariates'), call.from),
      })),
    },
    {
      neighbours: parameterValue(ws.catalog, 'effects_neighbours'),
      replacement: true,
      caliper: null,
      seed: call.seed ?? 1,
      unbalanced: parameterValue(ws.catalog, 'effects_unbalanced'),
    },
  );
}

function knownIndicator(ws: Workspace, name: string, option: string): IndicatorId {
  const found = ws.catalog.indicators.get(id<'indicator'>(name));
  if (found) return found.id;
  const expected = {
    en: 'an indicator of `afterlode catalog list`',
    zh: '`afterlode catalog list` 列出的指标',
  };
  throw new AfterlodeError('CALL_OPTION', option, { found: name, expected });
}

function columnAt(
  panel: Panel,
  places: readonly number[],
  indicator: IndicatorId,
  period: string,
): Float64Array {
  const at = panel.periods.indexOf(id<'period'>(period));
  if (at < 0) {
    throw new AfterlodeError('PERIOD_UNKNOWN', indicator, {
      found: period,
      expected: panel.periods.join(', '),
    });
  }
  const values = panel.columns.get(indicator)?.values;
  return Float64Array.from(places, (city) => values?.[city * panel.periods.length + at] ?? Number.NaN);
}
