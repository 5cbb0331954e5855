import { extremes } from '../normalise.js';
import type { Outcome, Preference, Problem } from '../types.js';
import { degreeOf } from './preference.js';
import { requirePairs } from './require.js';

/** Settings of both forms; `preferences` by code of the criterion. */
export interface PrometheeSettings {
  readonly preference?: Preference;
  readonly preferences?: ReadonlyMap<string, Preference>;
}

/**
 * PROMETHEE II (Brans, Vincke 1985): π(a, b) = Σ w P(lead of a over b); leaving flow φ+ = mean of π(a, others), entering flow
 * φ− = mean of π(others, a); score φ = φ+ − φ−, from -1 to 1, larger is better. One alternative alone has no flows: 0.
 *
 * @throws AfterlodeError DECISION_OPTION for thresholds that a preference function lacks
 */
export function promethee2(problem: Problem, settings: PrometheeSettings = {}): Outcome {
  const preference = preferenceMatrix(problem, settings);
  const { leaving, entering } = flowsOf(preference, problem.names.length);
  return {
    scores: leaving.map((one, i) => netFlow(one, entering[i] as number)),
    higherIsBetter: true,
    byAlternative: { leaving, entering },
    byPair: { preference },
  };
}

/** Where all are alike every net flow is noise, which no tie among scores could be measured by: flows that agree to twelve digits are equal. */
function netFlow(leaving: number, entering: number): number {
  const net = leaving - entering;
  return Math.abs(net) <= 1e-12 * (leaving + entering) ? 0 : net;
}

/**
 * PROMETHEE I: a is preferred to b if it is at least as good by both flows and better by one; equal in both is
 * indifference; better by one and worse by the other leaves the two incomparable. Ranks give the first place an
 * alternative can take (1 + how many are preferred to it), `lastPlace` the last; scores are the net flows of II.
 */
export function promethee1(problem: Problem, settings: PrometheeSettings = {}): Outcome {
  const whole = promethee2(problem, settings);
  const count = problem.names.length;
  const { leaving, entering } = whole.byAlternative as { leaving: Float64Array; entering: Float64Array };
  const preferred = new Float64Array(count * count);
  const incomparable = new Float64Array(count * count);
  const ranks = new Float64Array(count).fill(1);
  const lastPlace = new Float64Array(count).fill(count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const out = compared(leaving, a, b);
      const into = -compared(entering, a, b);
      if (out * into < 0) incomparable[a * count + b] = 1;
      else if (out > 0 || into > 0) {
        preferred[a * count + b] = 1;
        ranks[b] = (ranks[b] as number) + 1;
        lastPlace[a] = (lastPlace[a] as number) - 1;
      }
    }
  }
  return {
    ...whole,
    byAlternative: { ...whole.byAlternative, lastPlace },
    byPair: { ...whole.byPair, preferred, incomparable },
    ranks,
  };
}

/** 1, 0 or -1 as a's flow is larger, the same but for rounding, or smaller. */
function compared(flow: Float64Array, a: number, b: number): number {
  const lead = (flow[a] as number) - (flow[b] as number);
  return Math.abs(lead) <= 1e-12 ? 0 : Math.sign(lead);
}

function preferenceMatrix(problem: Problem, { preference, preferences }: PrometheeSettings): Float64Array {
  requirePairs(problem, 'PROMETHEE');
  const count = problem.names.length;
  const matrix = new Float64Array(count * count);
  problem.columns.forEach((column, criterion) => {
    const code = problem.codes[criterion] as string;
    const weight = problem.weights[criterion] as number;
    const sign = problem.isBenefit[criterion] ? 1 : -1;
    const [low, high] = extremes(column);
    const chosen = preferences?.get(code) ?? preference ?? { function: 'usual' };
    const degree = degreeOf(chosen, high - low, code);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < a; b++) {
        const lead = sign * ((column[a] as number) - (column[b] as number));
        if (lead === 0) continue;
        const at = lead > 0 ? a * count + b : b * count + a;
        matrix[at] = (matrix[at] as number) + weight * degree(Math.abs(lead));
      }
    }
  });
  return matrix;
}

function flowsOf(preference: Float64Array, count: number) {
  const leaving = new Float64Array(count);
  const entering = new Float64Array(count);
  const others = Math.max(count - 1, 1);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      leaving[a] = (leaving[a] as number) + (preference[a * count + b] as number) / others;
      entering[a] = (entering[a] as number) + (preference[b * count + a] as number) / others;
    }
  }
  return { leaving, entering };
}
