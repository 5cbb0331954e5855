import { AfterlodeError, allAtOnce, type CityId, type Period, type Pieces, toEdge } from '../base/index.js';
import type { Catalog, LightRule } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { isAssessed, type Register } from '../register/index.js';
import { checkupIssues } from './checkup-issues.js';
import { findProblems } from './find-problems.js';
import { caveatsOf } from './flags/index.js';
import { cellValue, type JudgeContext, judgeContext, judgeIndicator } from './judge.js';
import type { TargetsOfYear } from './plan-targets/index.js';
import { rankInPieces } from './rank-index.js';
import { rankOptionsOf } from './rank-options.js';
import { scoreIndices } from './score-indices.js';
import { strongPoints } from './strong-points.js';
import type { PeopleLights } from './survey/index.js';
import type {
  Checkup,
  Finding,
  IndexRanks,
  IndexScores,
  IndexStanding,
  Judgement,
  RankOptions,
} from './types.js';

export interface CheckupRequest {
  /** With computed indicators. */
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly period: Period;
  /** All listed units if absent. */
  readonly cities?: readonly CityId[];
  /** Scores of all indices where the caller has them already. */
  readonly scores?: ReadonlyMap<string, IndexScores>;
  /** What residents say. */
  readonly people?: PeopleLights | null;
  /** Plan targets of cities. */
  readonly targets?: TargetsOfYear | null;
  /** Overrules the catalog's parameters of the rank interval. */
  readonly ranks?: Partial<RankOptions>;
}

/** Scores and ranks of the indices that have the period. */
interface Ranked {
  readonly scores: IndexScores;
  readonly ranks: IndexRanks;
}

/**
 * The check-up of the listed units, or of the chosen ones, in one period, in the order of the panel.
 *
 * Scores and ranks are always over all listed units. Missing is null; a light without value is `none`.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN, CITY_UNKNOWN, ASSESS_PARAMETER_MISSING and those of `scoreIndex`
 */
export function checkupAll(request: CheckupRequest): readonly Checkup[] {
  return allAtOnce(checkupInPieces(request));
}

/** As `checkupAll`, a few runs of an index or one city a piece. */
export function* checkupInPieces(request: CheckupRequest): Pieces<readonly Checkup[]> {
  const { panel, catalog, register, period } = request;
  if (!panel.periods.includes(period)) {
    const expected = panel.periods.join(', ');
    throw new AfterlodeError('PERIOD_UNKNOWN', period, { found: period, expected });
  }
  const { people = null, targets = null } = request;
  const context = judgeContext(panel, catalog, register, period, people, targets);
  const all = request.scores ?? scoreIndices(panel, catalog, register);
  const options = { ...rankOptionsOf(catalog), ...request.ranks };
  const ranked: Ranked[] = [];
  for (const scores of all.values())
    if (scores.index.periods.includes(period))
      ranked.push({ scores, ranks: yield* rankInPieces(scores, period, options) });
  const rules = [...catalog.lights.values()].filter(({ indicator }) => context.measured.has(indicator));
  const found: Checkup[] = [];
  for (const city of wantedCities(request)) {
    yield;
    found.push(checkupOf(context, rules, ranked, city));
  }
  return found;
}

function wantedCities({ panel, register, cities }: CheckupRequest): readonly number[] {
  if (!cities) {
    return panel.cities.flatMap((id, at) => {
      const city = register.byId.get(id);
      return city && isAssessed(city) ? [at] : [];
    });
  }
  return cities.map((id) => {
    const at = panel.cities.indexOf(id);
    if (at < 0) throw new AfterlodeError('CITY_UNKNOWN', id, { found: id, near: '' });
    return at;
  });
}

function checkupOf(
  context: JudgeContext,
  rules: readonly LightRule[],
  ranked: readonly Ranked[],
  city: number,
): Checkup {
  const { panel, period } = context;
  const at = panel.periods.indexOf(period);
  const judged: Record<string, Judgement> = {};
  const missing: string[] = [];
  for (const rule of rules) {
    judged[rule.indicator] = judgeIndicator(context, rule, city);
    if (Number.isNaN(cellValue(panel, rule.indicator, city, at))) missing.push(rule.indicator);
  }
  const found = findProblems(context, city, judged);
  const flags = flagsByIndicator(context, city, found.findings);
  const standing = Object.fromEntries(ranked.map((one) => [one.scores.index.id, standingOf(one, city, at)]));
  const first = ranked[0] ? standing[ranked[0].scores.index.id] : undefined;
  const lit = rules.length;
  return {
    city: panel.cities[city] as CityId,
    period,
    scores: Object.fromEntries(ranked.flatMap(({ scores }) => nodeScores(scores, city, at))),
    lights: withCaveats(judged, flags),
    standing,
    rank: first?.rank ?? null,
    rankInterval: first?.rankInterval ?? null,
    coverage: lit === 0 ? 0 : (lit - missing.length) / lit,
    ...strongPoints(context, city, new Set(Object.keys(flags))),
    missing,
    flags,
    findings: found.findings,
    issues: [...checkupIssues(context, city), ...found.issues],
  };
}

function nodeScores(scores: IndexScores, city: number, period: number): [string, number | null][] {
  const cell = city * scores.periods.length + period;
  return scores.nodes.map(({ id }, node) => [id, toEdge(scores.values[node]?.[cell] ?? Number.NaN)]);
}

function standingOf({ scores, ranks }: Ranked, city: number, period: number): IndexStanding {
  const cell = city * scores.periods.length + period;
  const leaves = scores.nodes.flatMap(({ indicator }, node) => (indicator === null ? [] : [node]));
  const known = leaves.filter((node) => !Number.isNaN(scores.values[node]?.[cell]));
  const rank = toEdge(ranks.rank[city] ?? Number.NaN);
  return {
    score: toEdge(scores.values[0]?.[cell] ?? Number.NaN),
    rank,
    rankInterval: rank === null ? null : [ranks.low[city] as number, ranks.high[city] as number],
    ranked: ranks.ranked,
    coverage: leaves.length === 0 ? 0 : known.length / leaves.length,
  };
}

/** Ids of the caveats found, by the indicators they must stand beside and that have a value. */
function flagsByIndicator(
  { panel, catalog, period }: JudgeContext,
  city: number,
  findings: readonly Finding[],
): Readonly<Record<string, readonly string[]>> {
  const at = panel.periods.indexOf(period);
  const flags: Record<string, string[]> = {};
  for (const caveat of caveatsOf(catalog)) {
    if (!findings.some(({ problem }) => problem === caveat.id)) continue;
    for (const indicator of caveat.marks) {
      if (Number.isNaN(cellValue(panel, indicator, city, at))) continue;
      flags[indicator] = [...(flags[indicator] ?? []), caveat.id];
    }
  }
  return flags;
}

/** Sets the flags beside the lights of their indicators. */
function withCaveats(
  lights: Readonly<Record<string, Judgement>>,
  flags: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, Judgement>> {
  return Object.fromEntries(
    Object.entries(lights).map(([indicator, judgement]) => {
      const caveats = flags[indicator];
      return [indicator, caveats === undefined ? judgement : { ...judgement, caveats }];
    }),
  );
}
