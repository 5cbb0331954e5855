import {
  allocateTransfer,
  divideFen,
  phaseOutFen,
  scoredPerformance,
  supportStage,
  type TransferUnit,
} from '../../src/assess/index.js';
import { column, type Examples } from './example.js';

const terms = { first: 4, extension: 5, phaseOut: [0.75, 0.5, 0.25] };

/** Examples of the pages in docs/methods/transfer/. */
export const transferExamples: Examples = {
  'transfer.formula': ({ budget, units }) => {
    const { perHead, total, rows } = allocateTransfer({
      budget: Number(budget),
      units: (units as TransferUnit[]).map((unit) => ({
        ...unit,
        phaseOut: null,
        performance: Number.NaN,
        performanceAmount: Number.NaN,
      })),
      phaseOut: terms.phaseOut,
      performance: null,
    });
    return { perHead, total, rows: rows.map((row) => [row.city, row.fixed, row.factor, row.amount]) };
  },
  'transfer.whole-fen': ({ fen, shares }) => divideFen(Number(fen), column(shares)),
  'transfer.performance': ({ amounts, scores, pool }) =>
    scoredPerformance(column(amounts), column(scores), Number(pool)),
  'transfer.phase-out': ({ start, successful, years, base }) =>
    (years as number[]).map((year) => {
      const found = supportStage({ start: Number(start), successful: Number(successful) }, year, terms);
      return [found.stage, 'share' in found ? phaseOutFen(Number(base), found.share) : null];
    }),
};
