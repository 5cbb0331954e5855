import { runChain, usualChain } from '../../src/assess/composite/chain/index.js';
import type { ChainRun, HierarchyNode } from '../../src/assess/composite/types.js';
import {
  emptyReplication,
  type Factor,
  prepareStudy,
  rankAcceptability,
  rankProbability,
  rankStatistics,
  replicate,
  sensitivityIndices,
  sobolSequence,
  type VariationResult,
} from '../../src/assess/composite/vary/index.js';
import { column, columns, type Examples } from './example.js';

/** Scores from 0 to 100 by indicator, in one group below the index. */
function runOf(scores: Readonly<Record<string, readonly number[]>>): ChainRun {
  const codes = Object.keys(scores);
  const values = columns(scores);
  const node = (code: string, level: number, children: readonly number[]): HierarchyNode => ({
    code,
    level,
    parent: level === 1 ? codes.length : -1,
    children,
    weight: 1,
    rule: null,
    minimumCoverage: null,
  });
  const nodes = [...codes.map((code) => node(code, 1, [])), node('index', 2, [...codes.keys()])];
  const indicators = codes.map((code) => ({
    code,
    direction: 1 as const,
    goalposts: { lower: 0, upper: 100, scale: 100, truncated: false },
    target: null,
    denominator: null,
  }));
  const table = {
    units: Array.from(values[0] ?? [], (_, at) => `unit ${at}`),
    times: null,
    indicators,
    columns: values,
    denominators: new Map<string, Float64Array>(),
    groups: new Map<string, string[]>(),
  };
  return runChain(
    table,
    { nodes, leaves: codes.length },
    { ...usualChain, normalise: { method: 'goalposts' } },
  );
}

/** Scores and ranks for every option of a factor, in turn. */
function everyOption(scores: unknown, factor: Factor, options: number) {
  const study = prepareStudy(runOf(scores as Record<string, number[]>), [factor]);
  return Array.from({ length: options }, (_, at) => {
    const space = emptyReplication(study);
    replicate(study, Float64Array.of((at + 0.5) / options), space);
    return { scores: space.scores, ranks: space.ranks };
  });
}

/** Examples of docs/methods/vary/. */
export const varyExamples: Examples = {
  'vary.leave-out': ({ scores, out }) => {
    const options = out as string[];
    return everyOption(scores, { name: 'out', vary: 'leave-out', options }, options.length);
  },
  'vary.weight-sets': ({ scores, sets }) => {
    const options = (sets as Record<string, number>[]).map((set) => new Map(Object.entries(set)));
    return everyOption(scores, { name: 'sets', vary: 'weight-sets', options }, options.length);
  },
  'vary.rank-statistics': ({ counts }) => rankStatistics(Uint32Array.from([0, ...(counts as number[])])),
  'vary.rank-acceptability': ({ counts, failed, unit, best }) => {
    const rows = counts as number[][];
    const runs = (rows[0] ?? []).reduce((sum, count) => sum + count, 0);
    const result = {
      units: rows,
      rankCounts: Uint32Array.from(rows.flat()),
      runs: runs + (failed as number),
      failed,
    } as unknown as VariationResult;
    return {
      acceptability: rankAcceptability(result, unit as number),
      probability: rankProbability(result, unit as number, best as number),
    };
  },
  'vary.sobol-indices': ({ a, b, mixed }) => {
    const { variance, first, total } = sensitivityIndices({
      a: column(a),
      b: column(b),
      mixed: columns(mixed),
    });
    return { variance, first, total };
  },
  'vary.sobol-sequence': ({ dimensions, count }) => {
    const size = dimensions as number;
    const points = sobolSequence(size, count as number, { seed: null });
    return Array.from({ length: count as number }, (_, at) => points.slice(at * size, (at + 1) * size));
  },
};
