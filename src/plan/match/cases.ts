import { quantile } from '../../base/index.js';
import { caseTraits, type MatchedCase, type PlaceTraits, type TraitSpans } from './types.js';

/**
 * Cases from the nearest to the farthest by the mean difference in resource (0 where one is shared, else 1), size (of the
 * logarithm), remoteness, stage (0 or 1) and shrinkage, each over its span and at most 1. What one side lacks does not count;
 * at equal distance the case that shares more stands first. The last one shown is the nearest failure where none is among
 * the others: who looks for a model must see what went wrong as well.
 *
 * @param failures which of the cases failed
 * @param shown cases to give, 1 or more
 * @param minimum fewest traits that a case must share to be ranked; a failure may share fewer
 */
export function matchCases(
  own: PlaceTraits,
  cases: readonly PlaceTraits[],
  {
    failures,
    spans,
    shown,
    minimum,
  }: {
    readonly failures: readonly boolean[];
    readonly spans: TraitSpans;
    readonly shown: number;
    readonly minimum: number;
  },
): readonly MatchedCase[] {
  const all = cases.map((one, at) => matched(at, differencesOf(own, one, spans)));
  const ranked = all.filter(({ shared }) => shared >= Math.max(1, minimum)).toSorted(nearer);
  const first = ranked.slice(0, shown);
  if (first.some(({ at }) => failures[at])) return first;
  const [failure] = all
    .filter(({ at, shared }) => failures[at] && shared > 0)
    .toSorted((a, b) => Number(b.shared >= minimum) - Number(a.shared >= minimum) || nearer(a, b));
  return failure === undefined ? first : [...first.slice(0, shown - 1), { ...failure, asFailure: true }];
}

function nearer(a: MatchedCase, b: MatchedCase): number {
  return a.distance - b.distance || b.shared - a.shared || a.at - b.at;
}

function matched(at: number, differences: readonly number[]): MatchedCase {
  const known = differences.filter((one) => !Number.isNaN(one));
  const distance = known.reduce((sum, one) => sum + one, 0) / known.length;
  return { at, distance, shared: known.length, differences, asFailure: false };
}

/** In the order of `caseTraits`. */
function differencesOf(a: PlaceTraits, b: PlaceTraits, spans: TraitSpans): readonly number[] {
  const over = (gap: number, span: number) => (span > 0 ? Math.min(1, Math.abs(gap) / span) : Number.NaN);
  const differences: Readonly<Record<(typeof caseTraits)[number], number>> = {
    resource:
      a.resources.length === 0 || b.resources.length === 0
        ? Number.NaN
        : Number(!a.resources.some((one) => b.resources.includes(one))),
    size: over(Math.log(a.size) - Math.log(b.size), spans.size),
    remoteness: over(a.remoteness - b.remoteness, spans.remoteness),
    stage: a.stage === null || b.stage === null ? Number.NaN : Number(a.stage !== b.stage),
    shrinkage: over(a.shrinkage - b.shrinkage, spans.shrinkage),
  };
  return caseTraits.map((trait) => differences[trait]);
}

/**
 * Width between two quantiles of the values that are not missing, so that one odd place does not make all others look alike;
 * 0 where there are none.
 *
 * @param tail share left out at each end, 0 to below 0.5
 */
export function spanOf(values: readonly number[], tail: number): number {
  const known = Float64Array.from(values.filter((value) => Number.isFinite(value))).sort();
  return known.length === 0 ? 0 : quantile(known, 1 - tail) - quantile(known, tail);
}

const earthRadius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance of two points (longitude, latitude in degrees), kilometres on a sphere of the mean radius. */
export function greatCircle(a: readonly [number, number], b: readonly [number, number]): number {
  const [north, east] = [radians(b[1] - a[1]), radians(b[0] - a[0])];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(east / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
