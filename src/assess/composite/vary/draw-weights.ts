import { seededRandom } from '../../../base/index.js';
import { scoreNodes, shareWeights } from '../chain/index.js';
import type { Hierarchy } from '../types.js';
import { type Choices, optionsOf } from './choose.js';
import type { ScaledTable } from './columns.js';
import type { Study } from './study.js';
import type { WeightNoise } from './types.js';

/**
 * Weights by node for one replication, siblings sum to 1: those of the index under the choices, times noise, without
 * what is left out. A group whose children are all left out has weight 0 itself.
 */
export function drawWeights(study: Study, choices: Choices, scaled: ScaledTable): Float64Array {
  const { hierarchy } = study.run;
  const weights = Float64Array.from(baseWeights(study, choices, scaled));
  study.factors.forEach((factor, at) => {
    const number = choices.numbers[at] as number;
    if (factor.vary === 'weights') addNoise(weights, hierarchy, factor, number);
    if (factor.vary !== 'leave-out') return;
    const code = optionsOf(study, factor)?.[number];
    const node = hierarchy.nodes.findIndex((one) => one.code === code);
    if (node >= 0) weights[node] = 0;
  });
  for (let at = hierarchy.leaves; at < hierarchy.nodes.length; at++) {
    const children = hierarchy.nodes[at]?.children ?? [];
    let sum = 0;
    for (const child of children) sum += weights[child] as number;
    if (sum === 0) weights[at] = 0;
    else for (const child of children) weights[child] = (weights[child] as number) / sum;
  }
  return weights;
}

function baseWeights(study: Study, choices: Choices, scaled: ScaledTable): Float64Array {
  const { hierarchy } = study.run;
  const { chain, weighKey, ruleKey } = choices;
  const at = study.factors.findIndex(({ vary }) => vary === 'weight-sets');
  const factor = study.factors[at];
  if (factor?.vary === 'weight-sets') {
    const set = factor.options[choices.numbers[at] as number];
    return shareWeights(
      hierarchy,
      hierarchy.nodes.map(({ code, weight }) => set?.get(code) ?? weight),
    );
  }
  const ruled =
    chain.weigh.method === 'correlation' || ('scope' in chain.weigh && chain.weigh.scope === 'levels');
  const key = ruled ? `${weighKey}/${ruleKey}` : weighKey;
  const found = scaled.weights.get(key);
  if (found) return found;
  const made = chain.weigh.method === 'given' ? shareWeights(hierarchy) : weigh(study, choices, scaled);
  scaled.weights.set(key, made);
  return made;
}

function weigh({ run }: Study, { chain }: Choices, { filled, normalised }: ScaledTable): Float64Array {
  const { kept, treated, reference } = filled;
  return scoreNodes({ hierarchy: run.hierarchy, kept, treated, normalised, reference }, chain, []).weights;
}

function addNoise(
  weights: Float64Array,
  { nodes }: Hierarchy,
  { noise, levels }: WeightNoise,
  seed: number,
): void {
  const random = seededRandom(seed);
  for (let at = 0; at < nodes.length - 1; at++) {
    if (levels && !levels.includes(nodes[at]?.level as number)) continue;
    weights[at] = (weights[at] as number) * (1 + noise * (2 * random() - 1));
  }
}
