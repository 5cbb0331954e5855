import { AfterlodeError } from '../../base/index.js';
import { divideFen } from './fen.js';

/**
 * Rewards and deductions that sum to zero, in whole fen: a share of the total moves from units scored below the mean to
 * those above it, in proportion to amount × distance from the mean (weighted by amount). Nobody loses more than he has; then
 * all move less. Equal scores, and units without a score, move nothing. Ours (D), after the allocation of 2020, where
 * 0.67 of 222.90 moved.
 *
 * @param amounts fen before the adjustment, by unit
 * @param scores any scale, more is better; `NaN` is not judged
 * @param pool share of the total that moves, 0 to 1
 */
export function scoredPerformance(amounts: Float64Array, scores: Float64Array, pool: number): Float64Array {
  const judged = amounts.map((amount, at) => (Number.isNaN(scores[at]) ? 0 : amount));
  const weight = judged.reduce((sum, amount) => sum + amount, 0);
  const none = new Float64Array(amounts.length);
  if (weight <= 0) return none;
  const mean =
    judged.reduce((sum, amount, at) => (amount === 0 ? sum : sum + amount * (scores[at] as number)), 0) /
    weight;
  const distance = judged.map((amount, at) => (amount === 0 ? 0 : amount * ((scores[at] as number) - mean)));
  const above = distance.map((value) => Math.max(0, value));
  const below = distance.map((value) => Math.max(0, -value));
  const total = above.reduce((sum, value) => sum + value, 0);
  const lost = below.reduce((sum, value) => sum + value, 0);
  // Distances that are only noise of the mean move nothing.
  const scale = weight * Math.max(...scores.map((score) => (Number.isNaN(score) ? 0 : Math.abs(score))));
  if (total <= 1e-12 * scale || lost <= 1e-12 * scale) return none;
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  // The largest pool that leaves everybody at zero or more.
  const limit = below.reduce(
    (least, value, at) => (value > 0 ? Math.min(least, ((amounts[at] as number) * lost) / value) : least),
    Number.POSITIVE_INFINITY,
  );
  const moved = Math.floor(Math.min(pool * all, limit));
  const gains = divideFen(moved, above);
  const losses = withinAmounts(divideFen(moved, below), amounts);
  return gains.map((gain, at) => gain - (losses[at] as number));
}

/** A fen that rounding took from somebody without one is taken from who has most left. */
function withinAmounts(losses: Float64Array, amounts: Float64Array): Float64Array {
  const kept = losses.slice();
  losses.forEach((loss, at) => {
    const over = loss - (amounts[at] as number);
    if (over <= 0) return;
    kept[at] = amounts[at] as number;
    const room = kept.map((value, other) => (losses[other] === 0 ? 0 : (amounts[other] as number) - value));
    const most = room.indexOf(Math.max(...room));
    kept[most] = (kept[most] as number) + over;
  });
  return kept;
}

/**
 * Rewards and deductions as a document gives them, in fen; they must sum to zero and leave nobody below zero.
 *
 * @param given fen by unit; `NaN` is none
 * @throws AfterlodeError TRANSFER_PERFORMANCE
 */
export function givenPerformance(
  amounts: Float64Array,
  given: Float64Array,
  names: readonly string[],
): Float64Array {
  const adjustment = given.map((value) => (Number.isNaN(value) ? 0 : value));
  const sum = adjustment.reduce((total, value) => total + value, 0);
  if (sum !== 0) {
    const facts = { found: String(sum / 100), expected: '0' };
    throw new AfterlodeError('TRANSFER_PERFORMANCE', 'performance_amount', facts);
  }
  adjustment.forEach((value, at) => {
    const left = (amounts[at] as number) + value;
    if (left >= 0) return;
    const facts = { found: String(left / 100), expected: { en: '0 or more', zh: '不小于 0' } };
    throw new AfterlodeError('TRANSFER_PERFORMANCE', names[at] ?? String(at), facts);
  });
  return adjustment;
}
