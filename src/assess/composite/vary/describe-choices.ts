import { choose, optionsOf } from './choose.js';
import type { Study } from './study.js';

/** What a replication chose, in words, by name of the factor: an option, or the draw of a stream. */
export function describeChoices(study: Study, shares: Float64Array): Record<string, string> {
  const { numbers } = choose(study, shares);
  const said = study.factors.map((factor, at) => {
    const options = optionsOf(study, factor);
    const number = numbers[at] as number;
    if (!options) return [factor.name, `draw ${number}`] as const;
    // A set of weights is better known by its number than by its content.
    const set = factor.vary === 'weight-sets';
    return [factor.name, set ? `set ${number + 1}` : wordsOf(options[number])] as const;
  });
  return Object.fromEntries(said);
}

function wordsOf(option: unknown): string {
  if (option === null) return 'none';
  if (Array.isArray(option)) return option.map(wordsOf).join(', ');
  if (option instanceof Map) return Array.from(option, ([key, one]) => `${key} ${wordsOf(one)}`).join(', ');
  if (typeof option === 'string') return option;
  if (typeof option !== 'object') return JSON.stringify(option);
  return Object.entries(option as object)
    .map(([key, value]) => (key === 'method' || key === 'rule' ? String(value) : `${key} ${wordsOf(value)}`))
    .join(' ');
}
