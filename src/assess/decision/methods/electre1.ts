import { extremes, normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { requirePairs } from './require.js';

/**
 * ELECTRE I (Roy 1968): a outranks b if the weights of the criteria on which a is at least as good (concordance) reach
 * `concordance`, and no criterion speaks too loudly against it: the largest lead of b, as a share of the widest range of
 * all normalised criteria (discordance), stays within `discordance`.
 *
 * The method names a choice, not a ranking: `notOutranked` is 1 for alternatives that no other outranks. Scores are our
 * own rule, how many it outranks less how many outrank it; larger is better.
 */
export function electre1(
  problem: Problem,
  normalise: DecisionNormalisation = 'vector',
  concordance = 0.65,
  discordance = 0.35,
): Outcome {
  requirePairs(problem, 'ELECTRE');
  const count = problem.names.length;
  const agrees = new Float64Array(count * count);
  const opposes = new Float64Array(count * count);
  let widest = 0;
  normaliseAll(problem, normalise).forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    const [low, high] = extremes(column);
    widest = Math.max(widest, high - low);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        const lead = (column[b] as number) - (column[a] as number);
        const at = a * count + b;
        if (lead <= 0) agrees[at] = (agrees[at] as number) + weight;
        else opposes[at] = Math.max(opposes[at] as number, lead);
      }
    }
  });
  if (widest > 0) for (let at = 0; at < opposes.length; at++) opposes[at] = (opposes[at] as number) / widest;
  // Sums of weights such as 0.3 + 0.2 + 0.15 fall a rounding short of the level they reach.
  const outranks = agrees.map((sum, at) => {
    const isOther = Math.floor(at / count) !== at % count;
    return isOther && sum >= concordance - 1e-12 && (opposes[at] as number) <= discordance + 1e-12 ? 1 : 0;
  });
  const scores = new Float64Array(count);
  const notOutranked = new Float64Array(count).fill(1);
  outranks.forEach((does, at) => {
    if (does === 0) return;
    const [over, under] = [Math.floor(at / count), at % count];
    scores[over] = (scores[over] as number) + 1;
    scores[under] = (scores[under] as number) - 1;
    notOutranked[under] = 0;
  });
  return {
    scores,
    higherIsBetter: true,
    byAlternative: { notOutranked },
    byPair: { concordance: agrees, discordance: opposes, outranks },
    facts: { concordance, discordance },
  };
}
