import { AfterlodeError, phrases, rankDescending } from '../../../base/index.js';
import { type FilledTable, stretchesOf } from '../chain/index.js';
import type { ChainRun, Stretch, Values } from '../types.js';
import { checkFactors } from './check-factors.js';
import type { ScaledTable } from './columns.js';
import { Recent } from './recent.js';
import type { Factor } from './types.js';

/** An index with what varies in it, ready to be replicated; it holds working space and serves one caller at a time. */
export interface Study {
  readonly run: ChainRun;
  readonly factors: readonly Factor[];
  /** Rows of the table that are ranked. */
  readonly stretch: Stretch;
  readonly time: number | null;
  readonly units: readonly string[];
  /** By unit: 1 for those in the reference, which alone are ranked; null: all. */
  readonly ranked: Uint8Array | null;
  /** Score of the index by unit of the stretch, and rank; `NaN` is missing or not ranked. */
  readonly scores: Values;
  readonly ranks: Values;
  readonly threshold: number | null;
  /** Tables after treatment and after normalisation, by what was chosen. */
  readonly filled: Recent<FilledTable>;
  readonly scaled: Recent<ScaledTable>;
  /** Scores and weights of children by node, of the replication that is being made. */
  readonly space: { columns: Values[]; shares: Float64Array[]; rows: number };
}

export interface StudyOptions {
  /** Time whose rows are ranked; the last one if absent. */
  readonly time?: number | undefined;
  /** Score of the index for which the share of replications that reach it is told. */
  readonly threshold?: number | undefined;
}

/** More units than these would need a table of ranks beyond 100 MB. */
const mostUnits = 5000;
/** Numbers that are kept of tables made before: at most 64 MB. */
const mostCells = 8_000_000;

/**
 * Checks factors against an index and makes ready for replications.
 *
 * @throws AfterlodeError INDEX_VARY for a factor that the index cannot vary, a step that it does not have, or too many
 *   units; INDEX_TIME_UNKNOWN for a time that the table does not have
 */
export function prepareStudy(run: ChainRun, factors: readonly Factor[], options: StudyOptions = {}): Study {
  checkFactors(run, factors);
  const stretch = stretchAt(run, options.time);
  const size = stretch.to - stretch.from;
  if (size > mostUnits) {
    throw new AfterlodeError('INDEX_VARY', 'units', { found: size, expected: phrases.atMost(mostUnits) });
  }
  const ranked = run.chain.reference?.slice(stretch.from, stretch.to) ?? null;
  const scores = new Float64Array(size).fill(Number.NaN);
  const index = run.scores.at(-1) as Values;
  run.rows.forEach((row, at) => {
    const unit = row - stretch.from;
    if (unit >= 0 && unit < size && ranked?.[unit] !== 0) scores[unit] = index[at] as number;
  });
  // Filled, treated, normalised, and made ready for one or two rules.
  const cells = 5 * run.table.units.length * run.hierarchy.leaves;
  const most = Math.max(4, Math.min(64, Math.floor(mostCells / Math.max(1, cells))));
  return {
    run,
    factors,
    stretch,
    time: run.table.times?.[stretch.from] ?? null,
    units: run.table.units.slice(stretch.from, stretch.to),
    ranked,
    scores,
    ranks: rankDescending(scores),
    threshold: options.threshold ?? null,
    filled: new Recent(most),
    scaled: new Recent(most),
    space: { columns: [], shares: [], rows: -1 },
  };
}

function stretchAt({ table }: ChainRun, time: number | undefined): Stretch {
  const all = stretchesOf(table);
  const found =
    time === undefined
      ? all.at(-1)
      : all.find(({ from }) => table.times !== null && table.times[from] === time);
  if (found) return found;
  throw new AfterlodeError('INDEX_TIME_UNKNOWN', 'time', {
    found: time ?? '',
    expected: [...new Set(table.times ?? [])].join(', ') || { en: 'no times', zh: '没有时间' },
  });
}
