import { AfterlodeError, type IndicatorId, type Period, toEdge, yearOf } from '../../base/index.js';
import type { Catalog, Evaluation } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import { type City, isAssessed, type Register } from '../../register/index.js';
import { breaksBetween } from '../comparable.js';
import { type FlagBook, flagBook } from '../flags/index.js';

import { parameterValue } from '../parameter-value.js';
import {
  lastDay,
  type PlanTarget,
  type TargetStand,
  targetsInForce,
  targetsOfYear,
} from '../plan-targets/index.js';
import { rankOptionsOf } from '../rank-options.js';
import { scoreListed } from '../score-indices.js';
import type { PeopleLights } from '../survey/index.js';
import type { IndexScores, RankOptions } from '../types.js';
import { aspectOf, fundsOf, type Span } from './aspects.js';
import { changeParts } from './change-parts.js';
import { type RankClass, rankClasses } from './classes.js';
import { issuesOf } from './issues.js';
import { quadrantOf } from './quadrant.js';
import { qualityOf } from './quality.js';
import { rankParts } from './rank.js';
import { classReference, provinceOf, provinceReference, type RegionAsked, scoreAt } from './region.js';
import { judgeTarget } from './targets.js';
import type { CityEvaluation, PathPoint, RegionReference } from './types.js';

export interface EvaluateRequest {
  /** With computed indicators; holds the assessed units and the provinces they lie in. */
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly evaluation: Evaluation;
  readonly from: Period;
  readonly to: Period;
  /** All versions; those in force at the end of the last year are judged. */
  readonly targets?: readonly PlanTarget[];
  /** What residents say, for flags that read it. */
  readonly people?: PeopleLights | null;
  /** Overrules the catalog's parameters of the rank interval. */
  readonly ranks?: Partial<RankOptions>;
}

/** What is found once for all cities. */
interface Context extends RegionAsked {
  readonly request: EvaluateRequest;
  /** Place of the structure node among the nodes of the index. */
  readonly structure: number;
  readonly byCode: ReadonlyMap<string, City>;
  readonly indicators: readonly IndicatorId[];
  readonly flags: FlagBook;
  readonly targets: readonly TargetStand[];
}

/** A city with what its rank needs. */
interface Row {
  readonly at: number;
  readonly city: City;
  readonly region: RegionReference | null;
  readonly first: number;
  readonly level: number;
  /** The whole area changed in between: two scores of two areas make no change. */
  readonly moved: boolean;
  readonly change: number;
  readonly gapFrom: number;
  readonly gapTo: number;
}

/**
 * Evaluates all assessed units between two periods of an index, in the order of the panel.
 *
 * Level is the score at the end, change the difference of scores, the gap that to the region's own score on the same scale.
 * Doubtful values take no part. A unit whose area changed in between has a level but no change, verdict or rank. Ranks are
 * inside the class. Missing is null and each row says what is missing.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING and those of `scoreIndex`
 */
export function evaluateAll(request: EvaluateRequest): readonly CityEvaluation[] {
  const context = contextOf(request);
  const { panel, catalog, register } = request;
  const units = panel.cities.flatMap((id, at) => {
    const city = register.byId.get(id);
    return city && isAssessed(city) ? [{ at, city }] : [];
  });
  // Units assessed beside the list are evaluated but make no class and no rank.
  const scored = units.filter(
    ({ at, city }) =>
      city.listed && !Number.isNaN(scoreAt(context, at, context.from) + scoreAt(context, at, context.to)),
  );
  const minimum = parameterValue(catalog, 'peers_minimum');
  const wide = rankClasses(scored, catalog, minimum);
  const rows = units.map(({ at, city }) => rowOf(context, at, city, wide.get(at)));
  const complete = rows.filter(
    ({ city, level, change, gapFrom, gapTo }) =>
      city.listed && !Number.isNaN(level + change + gapFrom + gapTo),
  );
  const classes = rankClasses(complete, catalog, minimum);
  const ranks = ranksInClasses(context, rows, classes);
  return rows.map((row) =>
    evaluationOf(context, row, classes.get(row.at) ?? null, ranks.get(row.at) ?? null),
  );
}

function contextOf(request: EvaluateRequest): Context {
  const { panel, catalog, register, evaluation, from, to, people = null, targets = [] } = request;
  const index = catalog.indices.get(evaluation.index);
  if (!index)
    throw new AfterlodeError('CALL_OPTION', '--index', {
      found: evaluation.index,
      expected: { en: 'an index', zh: '指数' },
    });
  const scores: IndexScores = scoreListed(panel, catalog, register, index);
  return {
    request,
    scores,
    register,
    from: scores.periods.indexOf(from),
    to: scores.periods.indexOf(to),
    minimum: parameterValue(catalog, 'evaluation_region_minimum'),
    structure: scores.nodes.findIndex(({ id }) => id === evaluation.structure),
    flags: flagBook(panel, catalog, register, people, targetsOfYear(targets, catalog.on)),
    targets: targetsInForce(targets, lastDay(to, catalog.on)),
    byCode: new Map(register.cities.map((city) => [city.adcode, city])),
    indicators: scores.nodes.flatMap(({ indicator }) => (indicator === null ? [] : [indicator])),
  };
}

function rowOf(context: Context, at: number, city: City, peers: RankClass | undefined): Row {
  const { evaluation } = context.request;
  const region =
    (evaluation.region === 'province'
      ? provinceReference(context, provinceOf(city, context.byCode))
      : null) ?? (peers ? classReference(context, peers, at) : null);
  const first = scoreAt(context, at, context.from);
  const level = scoreAt(context, at, context.to);
  const { register, from, to } = context.request;
  const moved = breaksBetween(register, city, yearOf(from), yearOf(to)).length > 0;
  return {
    at,
    city,
    region,
    first,
    level,
    moved,
    change: moved ? Number.NaN : level - first,
    gapFrom: region ? first - region.from : Number.NaN,
    gapTo: region ? level - region.to : Number.NaN,
  };
}

/** Score, rank and interval of each row inside its class. */
interface Standing {
  readonly score: number;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly ranked: number;
}

function ranksInClasses(
  { request }: Context,
  rows: readonly Row[],
  classes: ReadonlyMap<number, RankClass>,
): ReadonlyMap<number, Standing> {
  const byPlace = new Map(rows.map((row) => [row.at, row]));
  const options = { ...rankOptionsOf(request.catalog), ...request.ranks };
  const found = new Map<number, Standing>();
  const distinct = new Map([...classes.values()].map((one) => [one.key, one]));
  for (const { key, members } of distinct.values()) {
    const own = members.map((at) => byPlace.get(at) as Row);
    const column = (of: (row: Row) => number) => Float64Array.from(own, of);
    const parts = {
      level: column((row) => row.level),
      change: column((row) => row.change),
      gap: column((row) => row.gapTo - row.gapFrom),
    };
    const { score, rank, low, high } = rankParts(parts, request.evaluation.weights, options);
    own.forEach((row, i) => {
      if (classes.get(row.at)?.key !== key) return;
      const standing = { score: score[i], rank: rank[i], low: low[i], high: high[i] } as Omit<
        Standing,
        'ranked'
      >;
      found.set(row.at, { ...standing, ranked: own.length });
    });
  }
  return found;
}

function evaluationOf(
  context: Context,
  row: Row,
  rankClass: RankClass | null,
  standing: Standing | null,
): CityEvaluation {
  const { request, scores, structure } = context;
  const { panel, catalog, evaluation, from, to } = request;
  const span: Span = { panel, flags: context.flags, city: row.at, from, to };
  const width = scores.periods.length;
  const nodeAt = (period: number) => scores.values[structure]?.[row.at * width + period] ?? Number.NaN;
  const comparable = row.moved ? Number.NaN : 0;
  const structureChange = nodeAt(context.to) - nodeAt(context.from) + comparable;
  const gapChange = row.gapTo - row.gapFrom + comparable;
  const quality = qualityOf(panel, catalog, context.indicators, row.at, [from, to]);
  return {
    city: row.city.id,
    evaluation: evaluation.id,
    index: evaluation.index,
    from,
    to,
    level: toEdge(row.level),
    change: toEdge(row.change),
    parts: row.moved ? [] : changeParts(scores, row.at, context.from, context.to),
    gapFrom: toEdge(row.gapFrom),
    gapTo: toEdge(row.gapTo),
    gapChange: toEdge(gapChange),
    region: row.region,
    structureChange: toEdge(structureChange),
    quadrant: quadrantOf(structureChange, gapChange),
    score: toEdge(standing?.score ?? Number.NaN),
    rank: toEdge(standing?.rank ?? Number.NaN),
    rankInterval: standing ? [standing.low, standing.high] : null,
    ranked: standing?.ranked ?? 0,
    rankClass: rankClass?.label ?? null,
    targets: context.targets
      .filter(({ inForce }) => inForce.city === row.city.id)
      .map((stand) => judgeTarget(panel, catalog, row.at, stand, from, to)),
    path: scorePath(context, row.at),
    aspects: [...(catalog.aspects?.values() ?? [])].map((aspect) => aspectOf(aspect, catalog, span)),
    funds: fundsOf(span),
    quality,
    flags: context.flags.besideAny(row.city.id, to, context.indicators),
    issues: issuesOf(context.register, evaluation, row, from, to),
  };
}

function scorePath({ scores, from, to }: Context, city: number): readonly PathPoint[] {
  return scores.periods.flatMap((period, at) => {
    const value = scoreAt({ scores }, city, at);
    return at < from || at > to || Number.isNaN(value) ? [] : [{ period, value }];
  });
}
