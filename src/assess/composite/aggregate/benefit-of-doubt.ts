import { AfterlodeError, phrases } from '../../../base/index.js';
import type { Values } from '../types.js';
import {
  type Combine,
  countAvailable,
  type Group,
  type GroupOptions,
  groupOf,
  isScarce,
  refuseNegative,
} from './group.js';
import { type Peers, peersOf } from './peers.js';
import { bestShares, type ShareBounds } from './share-programme.js';
import { withoutWeights } from './without-weights.js';

/** More rows than this would keep a reader waiting without a word. */
const mostRows = 20_000;

/** A child worth less than this part of a peer's is worth nothing: the programme could not tell it from 0. */
const nothing = 1e-12;

export interface BenefitOfDoubt {
  /** 0 to 1. */
  readonly scores: Values;
  /** By child: its share in each unit's score; missing where the child is, or the score is 0. They may not be unique. */
  readonly shares: readonly Values[];
}

/**
 * Benefit of the doubt: every unit is scored under the weights that suit it best, as long as no unit gets more than 1
 * under them and every child's share in its score lies between the bounds. One linear programme per unit.
 *
 * A unit's missing children drop out; a peer's missing child can only make it better, so its known ones are held
 * against the unit. A unit whose children are too few for the upper bound is missing. A child at 0 makes the score 0
 * if every child must have a share.
 *
 * @throws AfterlodeError INDEX_RULE for bounds that no shares can meet and for more than 20,000 rows, INDEX_NOT_POSITIVE for a score below 0
 */
export function benefitOfDoubt(
  children: readonly Values[],
  bounds: ShareBounds,
  options: GroupOptions = { minimumCoverage: null },
): BenefitOfDoubt {
  const group = groupOf(children, options);
  return solve(group, Int32Array.from(children.keys()), bounds);
}

/** The rule `bod`: scores only; a weight of 0 leaves a child out, other weights do not count. */
export function prepareBenefitOfDoubt(group: Group, bounds: ShareBounds): Combine {
  return withoutWeights(group, (order, count, into) => {
    if (count === 0) into.fill(Number.NaN);
    else into.set(solve(group, order.slice(0, count), bounds).scores);
  });
}

function solve(group: Group, children: Int32Array, bounds: ShareBounds): BenefitOfDoubt {
  checkBounds(children.length, bounds);
  if (group.rows > mostRows) {
    const expected = {
      en: `${mostRows} at most, as every row is a programme of its own`,
      zh: `不超过 ${mostRows} 行（每行各解一个规划）`,
    };
    throw new AfterlodeError(
      'INDEX_RULE',
      { en: 'benefit of the doubt', zh: '数据包络赋权（benefit of the doubt）' },
      {
        found: phrases.rows(group.rows),
        expected,
      },
    );
  }
  for (const child of children) {
    if ((group.columns[child] as Values).some((score) => score < 0)) refuseNegative(group, child);
  }
  const scores = new Float64Array(group.rows).fill(Number.NaN);
  const shares = group.columns.map(() => new Float64Array(group.rows).fill(Number.NaN));
  const available = countAvailable(group.columns);
  const peers = peersOf(group, children, (row) => !isScarce(available, group, row));
  refuseTooMany(group.rows, peers.rows.length, children.length);
  for (let row = 0; row < group.rows; row++) {
    if (!isScarce(available, group, row)) solveUnit(group, children, row, bounds, peers, { scores, shares });
  }
  return { scores, shares };
}

function solveUnit(
  group: Group,
  children: Int32Array,
  row: number,
  bounds: ShareBounds,
  peers: Peers,
  into: BenefitOfDoubt,
): void {
  const score = (child: number) => (group.columns[child] as Values)[row] as number;
  const known = children.filter((child) => !Number.isNaN(score(child)));
  if (known.length === 0 || known.length * bounds.high < 1 - nothing) return;
  const worth = known.filter((child) => score(child) > nothing * (peers.highest[child] as number));
  // What has no worth cannot have a share.
  if ((bounds.low > 0 && worth.length < known.length) || worth.length * bounds.high < 1 - nothing) {
    into.scores[row] = 0;
    return;
  }
  const ratios = new Float64Array(peers.rows.length * worth.length);
  for (const [peer, other] of peers.rows.entries()) {
    for (const [at, child] of worth.entries()) {
      const theirs = (group.columns[child] as Values)[other] as number;
      ratios[peer * worth.length + at] = Number.isNaN(theirs) ? 0 : theirs / score(child);
    }
  }
  const best = bestShares(ratios, worth.length, bounds);
  if (!best) {
    throw new AfterlodeError(
      'INDEX_RULE',
      {
        en: `benefit of the doubt, ${group.name(children[0] as number, row)}`,
        zh: `数据包络赋权（benefit of the doubt），${group.name(children[0] as number, row)}`,
      },
      {
        found: {
          en: 'scores that differ so much in size that the answer is not sure to nine digits',
          zh: '得分大小相差过大，结果达不到九位精度',
        },
        expected: { en: 'scores on one scale, such as 1 to 100', zh: '同一标尺上的得分，如 1 到 100' },
      },
    );
  }
  into.scores[row] = Math.min(1, best.score);
  for (const child of known) (into.shares[child] as Values)[row] = 0;
  for (const [at, child] of worth.entries()) (into.shares[child] as Values)[row] = best.shares[at] as number;
}

/** Ratios of all programmes together: with more of them a reader would wait for minutes without a word. */
const mostRatios = 2e8;

function refuseTooMany(rows: number, peers: number, children: number): void {
  if (rows * peers * children <= mostRatios) return;
  throw new AfterlodeError(
    'INDEX_RULE',
    { en: 'benefit of the doubt', zh: '数据包络赋权（benefit of the doubt）' },
    {
      found: {
        en: `${rows} rows held against ${peers} others in ${children} children`,
        zh: `${rows} 行与 ${peers} 行按 ${children} 个子项对比`,
      },
      expected: {
        en: `${mostRatios} ratios at most: fewer units or smaller groups`,
        zh: `不超过 ${mostRatios} 个比值：请减少单元或缩小分组`,
      },
    },
  );
}

function checkBounds(children: number, { low, high }: ShareBounds): void {
  const isPossible = children * low <= 1 + nothing && children * high >= 1 - nothing;
  if (low >= 0 && low <= high && high <= 1 && isPossible) return;
  throw new AfterlodeError(
    'INDEX_RULE',
    { en: 'benefit of the doubt', zh: '数据包络赋权（benefit of the doubt）' },
    {
      found: {
        en: `shares between ${low} and ${high} for ${children} children`,
        zh: `${children} 个子项的份额在 ${low} 到 ${high} 之间`,
      },
      expected: {
        en: `bounds between 0 and 1 on either side of ${1 / children}, so that shares can sum to 1`,
        zh: `0 到 1 之间、分列 ${1 / children} 两侧的界限，使份额之和可为 1`,
      },
    },
  );
}
