import { AfterlodeError } from '../../../base/index.js';
import type { ChainRun } from '../types.js';
import { compoundGrowth, percentChange } from './growth.js';
import { type MannKendall, mannKendall } from './mann-kendall.js';
import { type SenSlope, senSlope } from './sen-slope.js';
import { seriesOf } from './series.js';

/** Trend of one unit in one node; shares and slopes per unit of time. */
export interface Trend {
  readonly unit: string;
  readonly node: string;
  /** Share per unit of time; from the first to the last value. */
  readonly compoundGrowth: number;
  /** Percent per unit of time; along the straight line. */
  readonly percentChange: number;
  readonly sen: SenSlope;
  readonly mannKendall: MannKendall;
  /** Times with a score ÷ times of the table. */
  readonly availability: number;
  /** First and last time with a score; `NaN` where there is none. */
  readonly first: number;
  readonly last: number;
}

/**
 * Trends of all units over the times of a run. A time in which a unit has no row or no score is a gap.
 *
 * @param node code; the index if absent
 * @throws AfterlodeError INDEX_NOT_FOUND where the table knows no time, or the node is unknown
 */
export function trendsOf(run: ChainRun, node?: string, confidence = 0.95): Trend[] {
  const { hierarchy, kept, scores } = run;
  const at =
    node === undefined ? hierarchy.nodes.length - 1 : hierarchy.nodes.findIndex(({ code }) => code === node);
  const column = scores[at];
  if (!column || !kept.times) {
    throw new AfterlodeError('INDEX_NOT_FOUND', column ? 'times' : 'node', {
      found: column ? 'Time' : (node ?? ''),
      expected: column
        ? { en: 'a column of times', zh: '时间列' }
        : hierarchy.nodes.map(({ code }) => code).join(', '),
    });
  }
  const times = [...new Set(run.table.times ?? kept.times)];
  const byUnit = new Map<string, Float64Array>();
  kept.units.forEach((unit, row) => {
    let values = byUnit.get(unit);
    if (!values) byUnit.set(unit, (values = new Float64Array(times.length).fill(Number.NaN)));
    values[times.indexOf(kept.times?.[row] as number)] = column[row] as number;
  });
  return Array.from(byUnit, ([unit, values]) => {
    const series = seriesOf(values, times);
    return {
      unit,
      node: hierarchy.nodes[at]?.code ?? '',
      compoundGrowth: compoundGrowth(series),
      percentChange: percentChange(series),
      sen: senSlope(series, confidence),
      mannKendall: mannKendall(series),
      availability: series.availability,
      first: series.first,
      last: series.last,
    };
  });
}
