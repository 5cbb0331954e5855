import { AfterlodeError, type Text } from '../../base/index.js';

/** Largest amount that is exact in whole fen. */
const most = Number.MAX_SAFE_INTEGER;

/**
 * Yuan as whole fen, to the nearest; halves away from zero.
 *
 * @param where place of the amount, for messages
 * @throws AfterlodeError TRANSFER_AMOUNT where it is no number or too large to be exact
 */
export function fenOf(yuan: number, where: string | Text): number {
  const fen = Math.sign(yuan) * Math.round(Number((Math.abs(yuan) * 100).toPrecision(15)));
  if (!Number.isFinite(yuan) || Math.abs(fen) > most) {
    throw new AfterlodeError('TRANSFER_AMOUNT', where, {
      found: String(yuan),
      expected: { en: 'an amount in yuan', zh: '以元计的金额' },
    });
  }
  return fen + 0;
}

/** Whole fen as yuan. */
export function yuanOf(fen: number): number {
  return fen / 100;
}

/**
 * Divides whole fen in proportion to shares so that the parts sum to the whole exactly: everybody gets the whole fen of his
 * part, and what is left goes, a fen each, to the largest remainders; of equal ones to the first (Hamilton).
 *
 * @param whole fen, may be negative
 * @param shares not negative, not all zero unless the whole is 0
 * @throws AfterlodeError TRANSFER_SHARES where they cannot divide it
 */
export function divideFen(whole: number, shares: ArrayLike<number>): Float64Array {
  const parts = new Float64Array(shares.length);
  if (whole === 0) return parts;
  const list = Array.from(shares);
  const sum = list.reduce((total, share) => total + share, 0);
  if (!(sum > 0) || !Number.isFinite(sum) || list.some((share) => !(share >= 0))) {
    throw new AfterlodeError('TRANSFER_SHARES', 'shares', {
      found: String(sum),
      expected: { en: 'shares above 0', zh: '大于 0 的份额' },
    });
  }
  const sign = Math.sign(whole);
  const size = Math.abs(whole);
  const exact = list.map((share) => (size * share) / sum);
  exact.forEach((part, at) => {
    parts[at] = Math.floor(part);
  });
  let left = size - parts.reduce((total, part) => total + part, 0);
  const order = exact
    .map((part, at) => ({ at, rest: part - Math.floor(part), share: list[at] as number }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  // Rounding of the quotients may leave a fen more or less than there are remainders: go round, or take back.
  for (let turn = 0; left !== 0; turn++) {
    const { at } = order[turn % order.length] as { at: number };
    const step = Math.sign(left);
    if (step < 0 && (parts[at] as number) <= 0) continue;
    parts[at] = (parts[at] as number) + step;
    left -= step;
  }
  return parts.map((part) => sign * part + 0);
}
