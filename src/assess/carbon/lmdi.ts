import { AfterlodeError, type Text } from '../../base/index.js';

/** What each factor of a product added to its change, in the unit of the last quantity. */
export interface Decomposed {
  /** One per quantity of the chain: the first quantity, then each quantity per unit of the one before. */
  readonly effects: Float64Array;
  /** Change of the last quantity; the effects sum to it. */
  readonly total: number;
}

/** Logarithmic mean (a − b) ÷ (ln a − ln b) of two values above 0; L(a, a) = a, and 0 where one of both is 0. */
export function logarithmicMean(a: number, b: number): number {
  if (a === b) return a;
  if (a === 0 || b === 0) return 0;
  return (a - b) / logRatio(a, b);
}

/**
 * Additive LMDI-I of a chain of quantities: with population P, output G and emissions C, C = P · (G ÷ P) · (C ÷ G), and
 * the effect of each factor x is L(C₁, C₀) · ln(x₁ ÷ x₀). What rounding leaves is added to the largest effect, so that
 * effects sum to the change. Exchanging both times turns every sign.
 *
 * Quantities that are 0 are taken as one vanishing δ each, and the limit for δ → 0 is given: where emissions end, the
 * first quantity of the chain that became 0 takes the whole change. Missing where a quantity is missing.
 *
 * Source: Ang 2005 (M); zeros by the analytic limit, Ang and Liu 2007 (M).
 *
 * @param first quantities from cause to emissions, each 0 or more
 * @throws AfterlodeError ANALYSIS_VALUE for a negative quantity, or one above 0 that follows a 0
 */
export function lmdi(first: ArrayLike<number>, last: ArrayLike<number>): Decomposed {
  const size = first.length;
  if (size === 0 || last.length !== size) {
    throw refused(
      { en: `${size} and ${last.length} quantities`, zh: `${size} 与 ${last.length} 个量` },
      { en: 'as many at both times', zh: '两个时期个数相同' },
    );
  }
  const total = (last[size - 1] as number) - (first[size - 1] as number);
  const gap = [...Array.from(first), ...Array.from(last)].some((value) => Number.isNaN(value));
  if (gap) return { effects: new Float64Array(size).fill(Number.NaN), total: Number.NaN };
  checkChain(first);
  checkChain(last);
  const [start, end] = [first[size - 1] as number, last[size - 1] as number];
  const effects = new Float64Array(size);
  if (start > 0 && end > 0) {
    const weight = logarithmicMean(end, start);
    for (let at = 0; at < size; at++) effects[at] = weight * logFactor(first, last, at);
  } else if (total !== 0) {
    const zero = Array.from(start === 0 ? first : last).indexOf(0);
    effects[zero] = total;
  }
  giveRounding(effects, total);
  return { effects, total };
}

/**
 * LMDI step by step: the sum over neighbouring times. It agrees with `lmdi` of the end years only by chance, so results
 * say which was taken. Times with a missing quantity are passed over; the step then spans the gap.
 *
 * @param times chains of quantities in order of time
 * @returns effects that sum to the change between the first and the last complete time, and how many steps there were
 */
export function lmdiChained(times: readonly ArrayLike<number>[]): Decomposed & { readonly steps: number } {
  const whole = times.filter((one) => Array.from(one).every((value) => !Number.isNaN(value)));
  const size = times[0]?.length ?? 0;
  const effects = new Float64Array(size);
  if (whole.length < 2) return { effects: effects.fill(Number.NaN), total: Number.NaN, steps: 0 };
  for (let at = 1; at < whole.length; at++) {
    const step = lmdi(whole[at - 1] as ArrayLike<number>, whole[at] as ArrayLike<number>);
    step.effects.forEach((effect, factor) => {
      effects[factor] = (effects[factor] as number) + effect;
    });
  }
  const total = ((whole.at(-1) as ArrayLike<number>)[size - 1] as number) - (whole[0]?.[size - 1] as number);
  giveRounding(effects, total);
  return { effects, total, steps: whole.length - 1 };
}

/**
 * LMDI by sector: C = Σ G · (Y_k ÷ G) · (E_k ÷ Y_k) · (C_k ÷ E_k): activity, structure, intensity, carbon factor. Each
 * sector is a chain of its own that begins with the whole output; effects are summed over sectors.
 *
 * @param first one chain `[G, Y_k, E_k, C_k]` for each sector
 * @throws AfterlodeError ANALYSIS_VALUE as `lmdi`
 */
export function lmdiBySector(
  first: readonly ArrayLike<number>[],
  last: readonly ArrayLike<number>[],
): Decomposed & { readonly sectors: readonly Decomposed[] } {
  if (first.length !== last.length) {
    throw refused(
      { en: `${first.length} and ${last.length} sectors`, zh: `${first.length} 与 ${last.length} 个部门` },
      { en: 'the same sectors at both times', zh: '两个时期相同的部门' },
    );
  }
  const sectors = first.map((chain, at) => lmdi(chain, last[at] as ArrayLike<number>));
  const effects = new Float64Array(first[0]?.length ?? 0);
  let total = 0;
  for (const sector of sectors) {
    total += sector.total;
    sector.effects.forEach((effect, at) => {
      effects[at] = (effects[at] as number) + effect;
    });
  }
  giveRounding(effects, total);
  return { effects, total, sectors };
}

/** The factors of a chain: the first quantity, then each per unit of the one before; missing where that is 0. */
export function factorsOf(chain: ArrayLike<number>): Float64Array {
  return Float64Array.from(chain, (value, at) => {
    if (at === 0) return value;
    const before = chain[at - 1] as number;
    return before === 0 ? Number.NaN : value / before;
  });
}

function logFactor(first: ArrayLike<number>, last: ArrayLike<number>, at: number): number {
  const own = logRatio(last[at] as number, first[at] as number);
  return at === 0 ? own : own - logRatio(last[at - 1] as number, first[at - 1] as number);
}

/** ln(a ÷ b), exact for neighbours too. */
function logRatio(a: number, b: number): number {
  return Math.abs(a - b) < b / 2 ? Math.log1p((a - b) / b) : Math.log(a / b);
}

function checkChain(chain: ArrayLike<number>): void {
  for (let at = 0; at < chain.length; at++) {
    const value = chain[at] as number;
    if (!(value >= 0 && value < Infinity))
      throw refused(String(value), { en: 'quantities of 0 or more', zh: '不小于 0 的量' });
    if (at > 0 && value > 0 && chain[at - 1] === 0) {
      throw refused(
        { en: `${value} for each unit of 0`, zh: `0 之后的 ${value}` },
        { en: 'nothing after a quantity of 0 in its chain', zh: '链中某量为 0 时，其后各量也为 0' },
      );
    }
  }
}

function giveRounding(effects: Float64Array, total: number): void {
  const rest = total - effects.reduce((sum, effect) => sum + effect, 0);
  let largest = 0;
  effects.forEach((effect, at) => {
    if (Math.abs(effect) > Math.abs(effects[largest] as number)) largest = at;
  });
  if (effects.length > 0) effects[largest] = (effects[largest] as number) + rest;
}

function refused(found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('ANALYSIS_VALUE', 'LMDI', { found, expected });
}
