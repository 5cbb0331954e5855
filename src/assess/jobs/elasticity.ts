/** What growth of output Y and of jobs L come to; the sign of an elasticity alone is ambiguous. */
export const growthSigns = [
  'job-creating growth',
  'jobless growth',
  'labour hoarding or informal work',
  'loss of output and jobs',
  'no change to judge',
] as const;
export type GrowthSign = (typeof growthSigns)[number];

export interface Elasticity {
  /** Percent more jobs for a percent more output; `NaN` where output did not move at all or a value is missing. */
  readonly value: number;
  readonly jobsGrowth: number;
  readonly outputGrowth: number;
  /** Output moved less than `smallestGrowth`: the value was computed as if it had moved that much. */
  readonly capped: boolean;
  readonly sign: GrowthSign | null;
}

/**
 * Arc elasticity of employment e = (ΔL ÷ L₀) ÷ (ΔY ÷ Y₀), with the sign table. Where output moved by less than
 * `smallestGrowth` (a share) the denominator is held at that size, with its sign, so that no elasticity explodes.
 *
 * Source: arc form standard (M); sign table and cap ours (D).
 *
 * @param jobs first and last, the first above 0
 * @param output first and last in prices of one year, the first above 0
 */
export function employmentElasticity(
  jobs: readonly [number, number],
  output: readonly [number, number],
  smallestGrowth: number,
): Elasticity {
  const jobsGrowth = growthOf(jobs);
  const outputGrowth = growthOf(output);
  const known = !Number.isNaN(jobsGrowth) && !Number.isNaN(outputGrowth);
  const capped = known && Math.abs(outputGrowth) < smallestGrowth;
  const divisor = capped ? Math.sign(outputGrowth) * smallestGrowth : outputGrowth;
  return {
    value: known && divisor !== 0 ? jobsGrowth / divisor : Number.NaN,
    jobsGrowth,
    outputGrowth,
    capped,
    sign: known ? signOf(outputGrowth, jobsGrowth) : null,
  };
}

/** Share of its beginning by which a pair moved; missing where it does not begin above 0. */
export function growthOf([first, last]: readonly [number, number]): number {
  return first > 0 ? (last - first) / first : Number.NaN;
}

function signOf(output: number, jobs: number): GrowthSign {
  if (output === 0 || jobs === 0) return output > 0 ? 'jobless growth' : 'no change to judge';
  if (output > 0) return jobs > 0 ? 'job-creating growth' : 'jobless growth';
  return jobs > 0 ? 'labour hoarding or informal work' : 'loss of output and jobs';
}

/** One sector's part of the elasticity of the whole. */
export interface SectorPart {
  /** Elasticity of the sector, not capped; missing where its output did not move. */
  readonly elasticity: number;
  /** Job share at the beginning. */
  readonly jobShare: number;
  /** Growth of the sector's output over growth of all output. */
  readonly relativeGrowth: number;
  /** e_k · l_k · g_k ÷ g: parts sum to the elasticity of the whole. */
  readonly part: number;
}

/**
 * Splits the elasticity of the whole into sectors: e = Σ e_k · (l_k · g_k ÷ g) with job share l_k and growth g_k of output.
 * The part is computed as (ΔL_k ÷ L) ÷ g, which is the same and holds where a sector's output did not move or began at
 * 0. Missing throughout where a value is missing or all output did not move.
 *
 * Source: ours (D).
 *
 * @param jobs first and last of each sector
 */
export function elasticityBySector(
  jobs: readonly (readonly [number, number])[],
  output: readonly (readonly [number, number])[],
): { readonly total: number; readonly parts: readonly SectorPart[] } {
  const sum = (pairs: readonly (readonly [number, number])[]) =>
    pairs.reduce<[number, number]>(([first, last], pair) => [first + pair[0], last + pair[1]], [0, 0]);
  const all = sum(jobs);
  const growth = growthOf(sum(output));
  const parts = jobs.map((pair, at): SectorPart => {
    const own = growthOf(output[at] as [number, number]);
    const part = growth === 0 || !(all[0] > 0) ? Number.NaN : (pair[1] - pair[0]) / all[0] / growth;
    return {
      elasticity: own === 0 ? Number.NaN : growthOf(pair) / own,
      jobShare: all[0] > 0 ? pair[0] / all[0] : Number.NaN,
      relativeGrowth: growth === 0 ? Number.NaN : own / growth,
      part,
    };
  });
  return { total: parts.reduce((total, { part }) => total + part, 0), parts };
}
