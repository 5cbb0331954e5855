import { toEdge } from '../../../base/index.js';
import type { ChainRun, Normalisation, TreatmentRecord, Values } from '../types.js';
import type { StepRecord } from './types.js';

/** What each step did, with every value it filled in or cut. */
export function stepRecords(run: ChainRun): readonly StepRecord[] {
  const { chain } = run;
  const coverage = chain.minimumCoverage === null ? 'none' : `${chain.minimumCoverage}`;
  return [
    ...(chain.denominate
      ? [{ step: 'denominate', method: 'division', detail: 'by the column that the meta table names' }]
      : []),
    imputeRecord(run),
    ...(chain.screen ? [screenRecord(run)] : []),
    treatRecord(run),
    { step: 'normalise', method: chain.normalise.method, detail: rangeText(chain.normalise) },
    {
      step: 'weights',
      method: chain.weigh.method === 'given' ? 'meta' : chain.weigh.method,
      detail: 'scope' in chain.weigh ? `over ${chain.weigh.scope}` : 'relative among siblings',
    },
    {
      step: 'aggregate',
      method: chain.aggregate.map(({ rule }) => rule).join(', '),
      detail: `minimum coverage ${coverage}`,
    },
  ];
}

function imputeRecord({ chain, table, imputedPoints }: ChainRun): StepRecord {
  const { method } = chain.impute;
  if (method === 'none')
    return { step: 'impute', method, detail: 'a missing value drops out together with its weight' };
  const cells = imputedPoints.map(({ column, row, value }) => ({
    ...cellOf(table, column, row),
    before: null,
    after: toEdge(value),
  }));
  return { step: 'impute', method, detail: `${cells.length} values filled in`, cells };
}

function screenRecord({ chain, rows, table }: ChainRun): StepRecord {
  const out = table.units.length - rows.length;
  return {
    step: 'screen',
    method: chain.screen?.by ?? '',
    detail: `${out} of ${table.units.length} rows left out below ${chain.screen?.threshold}`,
  };
}

function treatRecord({ chain, kept, treatments }: ChainRun): StepRecord {
  if (chain.treat.method === 'none' && chain.treat.forced.size === 0)
    return { step: 'treat', method: 'none', detail: 'values as they stand' };
  const changed = treatments.filter(({ outcome }) => outcome !== 'passed');
  const cells = changed.flatMap(({ column, points }) =>
    points.map(({ row, before, after }) => ({
      ...cellOf(kept, column, row),
      before: toEdge(before),
      after: toEdge(after),
    })),
  );
  const detail = changed
    .map((record) => `${kept.indicators[record.column]?.code}: ${wordsOf(record)}`)
    .join('; ');
  return { step: 'treat', method: chain.treat.method, detail: detail || 'nothing had to be treated', cells };
}

function wordsOf({ outcome, points, transform }: TreatmentRecord): string {
  const turned =
    transform === null ? '' : typeof transform === 'string' ? transform : `box-cox ${transform.boxCox}`;
  const cut = points.length > 0 ? `${points.length} winsorised` : '';
  const done = [cut, turned].filter(Boolean).join(', ');
  return outcome === 'failed' ? `${done || 'left'} (limits still exceeded)` : done || outcome;
}

function cellOf(
  {
    units,
    times,
    indicators,
  }: {
    readonly units: readonly string[];
    readonly times: Values | null;
    readonly indicators: readonly { readonly code: string }[];
  },
  column: number,
  row: number,
): { unit: string; time?: number; code: string } {
  const several = times !== null && times[0] !== times.at(-1);
  return {
    unit: units[row] ?? '',
    ...(several && { time: times[row] as number }),
    code: indicators[column]?.code ?? '',
  };
}

function rangeText(how: Normalisation): string {
  if (how.method === 'minmax') return `${how.low} to ${how.high}`;
  return how.method === 'zscore' ? `mean ${how.mean}, standard deviation ${how.deviation}` : '';
}
