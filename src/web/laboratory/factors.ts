import type { ChainRun, Factor } from '../../assess/index.js';
import { normalisations, rules } from './plan.js';
import type { Settings } from './settings.js';

/** What varies, in the words of the engine; each choice as it stands is among the options. */
export function factorsOf(
  { chain, hierarchy }: Pick<ChainRun, 'chain' | 'hierarchy'>,
  { spread, vary }: Pick<Settings, 'spread' | 'vary'>,
): Factor[] {
  const found: Factor[] = [];
  if (spread > 0) found.push({ name: 'weights', vary: 'weights', noise: spread, levels: null });
  if (vary.has('normalise')) {
    const { minmax, percentile } = normalisations;
    const options = different([chain.normalise, minmax, normalisations['zscore-100'], percentile]);
    found.push({ name: 'normalise', vary: 'normalise', options });
  }
  if (vary.has('aggregate')) {
    const options = different([chain.aggregate, [rules.amean], [rules.gmean]]);
    found.push({ name: 'aggregate', vary: 'aggregate', options });
  }
  if (vary.has('leave-out')) {
    const codes = hierarchy.nodes.slice(0, hierarchy.leaves).map(({ code }) => code);
    found.push({ name: 'leave-out', vary: 'leave-out', options: [null, ...codes] });
  }
  return found;
}

function different<T>(options: readonly T[]): T[] {
  const seen = new Map(options.toReversed().map((option) => [JSON.stringify(option), option]));
  return [...seen.values()].reverse();
}
