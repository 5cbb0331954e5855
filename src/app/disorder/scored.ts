import { parameterValue } from '../../assess/index.js';
import { type Issue, issue, toEdge } from '../../base/index.js';
import type { DisorderList } from '../../catalog/index.js';
import {
  cityDisorder,
  type Presence,
  presenceOf,
  type SegmentScores,
  type Sighting,
  segmentScores,
  shareAbove,
} from '../../locate/index.js';
import type { Workspace } from '../workspace.js';
import type { CityDisorderAnswer, SegmentAnswer } from './answer.js';
import type { DisorderOptions } from './call.js';

/** What is scored. */
export interface ToScore {
  readonly sightings: readonly Sighting[];
  readonly years: readonly number[];
  /** m by segment; null: nobody gave lengths. */
  readonly lengths: ReadonlyMap<string, number> | null;
  /** Sightings of the reference city; null without one. */
  readonly reference: readonly Sighting[] | null;
  readonly where: string;
}

/** Segments and city with what is doubtful in them. */
export interface Scored {
  readonly segments: readonly SegmentAnswer[];
  readonly city: CityDisorderAnswer;
  readonly issues: readonly Issue[];
}

/** Scores of segments and city from sightings. */
export function scoreStreets(
  ws: Pick<Workspace, 'catalog'>,
  list: DisorderList,
  options: DisorderOptions,
  asked: ToScore,
): Scored {
  const join = options.join ?? list.join;
  const scoresOf = (sightings: readonly Sighting[]) => {
    const presence = presenceOf(sightings, list.elements);
    return { presence, scores: segmentScores(presence, join, options.minimumCoverage) };
  };
  const { presence, scores } = scoresOf(asked.sightings);
  const { lengths } = asked;
  const known = presence.segments.map((segment) => lengths?.get(segment) ?? Number.NaN);
  // A segment whose length nobody knows cannot be weighed beside others.
  const weights = Float64Array.from(known, (length) => (lengths === null ? 1 : toWeight(length)));
  const city = cityDisorder(scores, weights);
  const quantile = parameterValue(ws.catalog, 'disorder_reference_quantile');
  const other = asked.reference && scoresOf(asked.reference).scores.score;
  const above = other && shareAbove(scores.score, weights, other, quantile);
  const threshold = above?.threshold ?? Number.NaN;
  const profile = (values: (dimension: number) => number) =>
    Object.fromEntries(scores.dimensions.map((name, at) => [name, toEdge(values(at))]));
  return {
    segments: presence.segments.map((segment, at) =>
      segmentAnswer(segment, at, presence, scores, known, threshold),
    ),
    city: {
      score: toEdge(city.score),
      dimensions: profile((at) => city.profile[at] as number),
      byLength: lengths !== null,
      segments: presence.segments.length,
      scored: scores.score.filter((score) => !Number.isNaN(score)).length,
      lengthM: lengths === null ? null : city.lengthM,
      images: presence.images.reduce((sum, count) => sum + count, 0),
      years: asked.years.length === 0 ? null : [asked.years[0] as number, asked.years.at(-1) as number],
      reference: above && {
        quantile,
        threshold: toEdge(threshold),
        shareAbove: toEdge(above.share),
        segments: (other as Float64Array).length,
      },
    },
    issues: issuesOf(asked, scores, known),
  };
}

function toWeight(length: number): number {
  return Number.isNaN(length) ? 0 : length;
}

function segmentAnswer(
  segment: string,
  at: number,
  { elements, share, images }: Presence,
  scores: SegmentScores,
  lengths: readonly number[],
  threshold: number,
): SegmentAnswer {
  const count = scores.dimensions.length;
  const score = scores.score[at] as number;
  return {
    segment,
    score: toEdge(score),
    dimensions: Object.fromEntries(
      scores.dimensions.map((name, one) => [name, toEdge(scores.profile[at * count + one] as number)]),
    ),
    elements: Object.fromEntries(
      elements.map(({ id }, one) => [id, toEdge(share[at * elements.length + one] as number)]),
    ),
    images: images[at] as number,
    coverage: scores.coverage[at] as number,
    lengthM: toEdge(lengths[at] as number),
    above: Number.isNaN(threshold) || Number.isNaN(score) ? null : score > threshold,
  };
}

function issuesOf(
  { lengths, where, years }: ToScore,
  scores: SegmentScores,
  known: readonly number[],
): Issue[] {
  const issues: Issue[] = [];
  const segments = known.length;
  const partly = scores.coverage.filter((share) => share < 1).length;
  if (partly > 0) issues.push(issue('DISORDER_PARTLY', 'note', where, { found: partly, expected: segments }));
  const lacking = known.filter((length) => Number.isNaN(length)).length;
  if (lengths === null) issues.push(issue('DISORDER_LENGTHS_NONE', 'note', where, { found: segments }));
  else if (lacking > 0)
    issues.push(issue('DISORDER_LENGTHS_SOME', 'warning', where, { found: lacking, expected: segments }));
  const [first, last] = [years[0], years.at(-1)];
  if (first !== undefined && last !== undefined && last > first)
    issues.push(issue('DISORDER_YEARS', 'warning', where, { first, last }));
  return issues;
}
