import { type CityId, type IndicatorId, type Period, quantile, yearOf } from '../base/index.js';
import type { Catalog, Direction, LightRule } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { BoundaryBreak, Register } from '../register/index.js';
import { combineAll, peerLight, targetLight, trendLight } from './combine-lights.js';
import { breaksBetween, judgedValue } from './comparable.js';
import { earlierPeriod } from './operators.js';
import { parameterValue } from './parameter-value.js';
import { type PeerClass, type Peers, peersIn } from './peers.js';
import type { TargetStand, TargetsOfYear } from './plan-targets/index.js';
import { listedMembers } from './score-indices.js';
import { type PeopleLights, worstLight } from './survey/index.js';
import type { Judgement, Light } from './types.js';

/** What judging in one period needs; made once, used for all cities. */
export interface JudgeContext {
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly period: Period;
  readonly peers: Peers;
  /** Indicators that any listed unit has in the period: what nobody measured then is no gap of one city. */
  readonly measured: ReadonlySet<IndicatorId>;
  readonly thresholds: {
    readonly low: number;
    readonly high: number;
    readonly band: number;
  };
  /** What residents say; null where no survey was imported. */
  readonly people: PeopleLights | null;
  /** Plan targets of cities; null where none was imported. */
  readonly targets: TargetsOfYear | null;
}

/**
 * Prepares judging: reads the parameters and the classes of peers.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING
 */
export function judgeContext(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  period: Period,
  people: PeopleLights | null = null,
  targets: TargetsOfYear | null = null,
): JudgeContext {
  const thresholds = {
    low: parameterValue(catalog, 'peers_low_quantile'),
    high: parameterValue(catalog, 'peers_high_quantile'),
    band: parameterValue(catalog, 'trend_dead_band'),
  };
  const peers = peersIn(panel, catalog, register, period);
  return {
    panel,
    catalog,
    register,
    period,
    thresholds,
    peers,
    measured: measuredIn(panel, register, period),
    people,
    targets,
  };
}

function measuredIn(panel: Panel, register: Register, period: Period): ReadonlySet<IndicatorId> {
  const at = panel.periods.indexOf(period);
  const listed = listedMembers(panel, register);
  const indicators = [...panel.columns.keys()];
  return new Set(
    indicators.filter((one) => listed.some((city) => !Number.isNaN(cellValue(panel, one, city, at)))),
  );
}

/** The value of a cell of the panel; `NaN` for whatever the panel does not have. */
export function cellValue(panel: Panel, indicator: IndicatorId, city: number, period: number): number {
  if (city < 0 || period < 0) return Number.NaN;
  return panel.columns.get(indicator)?.values[city * panel.periods.length + period] ?? Number.NaN;
}

/**
 * The light of one indicator in one city, with every judgement it comes from. A missing value has no light, nor has a change
 * between two areas. Beside the target of the catalog stands the city's own of a plan, for its year only; the worse of both
 * counts.
 *
 * @param city index into the panel's cities
 */
export function judgeIndicator(context: JudgeContext, rule: LightRule, city: number): Judgement {
  const { panel, catalog, thresholds } = context;
  const unit = panel.cities[city] as CityId;
  const value = judgedValue(context, rule.indicator, city);
  const better = catalog.indicators.get(rule.indicator)?.better ?? 'neither';
  const peerClass = rule.peers ? context.peers.classOf(rule.indicator, unit) : null;
  const stand = context.targets?.(unit, context.period, rule.indicator) ?? null;
  const target = worstLight(targetLight(value, rule.target, better), planLight(value, stand, better));
  const people = context.people?.(unit, context.period, rule.indicator) ?? 'none';
  const peers = peerClass ? peerLight(value, peerBounds(peerClass, better, thresholds), better) : 'none';
  const earlier = earlierCell(context, rule, city);
  const before = cellValue(panel, rule.indicator, city, earlier?.period ?? -1);
  const trend = trendLight(
    value,
    earlier?.breaks.length === 0 ? before : Number.NaN,
    better,
    thresholds.band,
  );
  const measured = !Number.isNaN(value);
  return {
    target,
    people,
    peers,
    trend,
    ...combineAll({ target, people, peers, trend, asksPeers: rule.peers, measured }),
    peerClass: peerClass?.label ?? { en: '', zh: '' },
    peerCount: peerClass?.values.length ?? 0,
    caveats: [],
    ...(stand && { plan: stand }),
  };
}

/** Green where the city's own target of the year is met, red where it is missed; without a direction there is no light. */
function planLight(value: number, stand: TargetStand | null, better: Direction): Light {
  if (!stand || (better !== 'more' && better !== 'less')) return 'none';
  const bound = stand.inForce.target;
  return targetLight(value, { green: bound, red: bound }, better);
}

/**
 * The values at which the peers' light turns, from the quantiles of the class: with more being better, green from
 * `high` on and red below `low`; with less being better, mirrored.
 */
export function peerBounds(
  peers: PeerClass,
  better: Direction,
  { low, high }: { readonly low: number; readonly high: number },
): { readonly green: number; readonly red: number } {
  const place = (share: number) => quantile(peers.values, better === 'less' ? 1 - share : share);
  return { green: place(high), red: place(low) };
}

/** The period a trend starts from, and the boundary changes between it and now; null where the rule has no trend. */
export function earlierCell(
  context: JudgeContext,
  rule: LightRule,
  city: number,
): { readonly period: number; readonly breaks: readonly BoundaryBreak[] } | null {
  if (rule.trendYears === null) return null;
  const { panel, register, period } = context;
  const unit = register.byId.get(panel.cities[city] as CityId);
  const breaks = unit ? breaksBetween(register, unit, yearOf(period) - rule.trendYears, yearOf(period)) : [];
  return { period: earlierPeriod(panel.periods, period, rule.trendYears), breaks };
}
