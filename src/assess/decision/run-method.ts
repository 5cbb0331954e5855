import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { aras } from './methods/aras.js';
import { cocoso } from './methods/cocoso.js';
import { codas } from './methods/codas.js';
import { copras } from './methods/copras.js';
import { edas } from './methods/edas.js';
import { electre1 } from './methods/electre1.js';
import { grey } from './methods/grey.js';
import { mabac } from './methods/mabac.js';
import { mairca } from './methods/mairca.js';
import { marcos } from './methods/marcos.js';
import { moora, multimoora } from './methods/moora.js';
import { promethee1, promethee2 } from './methods/promethee.js';
import { spotis } from './methods/spotis.js';
import { topsis } from './methods/topsis.js';
import { vikor } from './methods/vikor.js';
import { waspas } from './methods/waspas.js';
import { wpm } from './methods/wpm.js';
import { wsm } from './methods/wsm.js';
import type { DecisionMethod, DecisionMethodName, Outcome, Problem } from './types.js';

/** A method with its settings taken out of the options. */
type Runner<M extends DecisionMethodName> = (
  problem: Problem,
  options: Extract<DecisionMethod, { method: M }>,
) => Outcome;

const runners: { readonly [M in DecisionMethodName]: Runner<M> } = {
  topsis: (problem, { normalise }) => topsis(problem, normalise),
  vikor: (problem, { v }) => vikor(problem, share('v', v)),
  wsm: (problem, { normalise }) => wsm(problem, normalise),
  wpm: (problem, { normalise }) => wpm(problem, normalise),
  waspas: (problem, { normalise, lambda }) => waspas(problem, normalise, share('lambda', lambda)),
  promethee1: (problem, settings) => promethee1(problem, settings),
  promethee2: (problem, settings) => promethee2(problem, settings),
  copras,
  edas,
  mabac: (problem, { normalise }) => mabac(problem, normalise),
  mairca: (problem, { normalise }) => mairca(problem, normalise),
  moora: (problem, { form }) => moora(problem, form),
  multimoora,
  aras,
  codas: (problem, { normalise, threshold }) => codas(problem, normalise, from0('threshold', threshold)),
  grey: (problem, { distinguishing }) => grey(problem, above0('distinguishing', distinguishing)),
  cocoso: (problem, { normalise, lambda }) => cocoso(problem, normalise, share('lambda', lambda)),
  marcos,
  spotis: (problem, { bounds }) => spotis(problem, bounds),
  electre1: (problem, { normalise, concordance, discordance }) =>
    electre1(problem, normalise, share('concordance', concordance), share('discordance', discordance)),
};

/** Names of all methods. */
export const decisionMethods = Object.keys(runners) as readonly DecisionMethodName[];

/**
 * Runs one method on a checked problem.
 *
 * @throws AfterlodeError DECISION_OPTION for an unknown method or a setting out of its range; the faults of the method
 */
export function runMethod(problem: Problem, options: DecisionMethod): Outcome {
  if (!Object.hasOwn(runners, options.method))
    throw wrongOption('method', options.method, decisionMethods.join(', '));
  // Each runner takes the options of its own name, which is how it was found.
  const run = runners[options.method] as (problem: Problem, options: DecisionMethod) => Outcome;
  return run(problem, options);
}

/** The fault of a setting. */
export function wrongOption(
  where: string,
  found: string | number | Text,
  expected: string | Text,
): AfterlodeError {
  return new AfterlodeError('DECISION_OPTION', where, { found, expected });
}

function share(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && !(value >= 0 && value <= 1))
    throw wrongOption(name, value, { en: '0 to 1', zh: '0 到 1' });
  return value;
}

function above0(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && !(value > 0 && value <= 1))
    throw wrongOption(name, value, { en: 'above 0, at most 1', zh: '大于 0 且不超过 1' });
  return value;
}

function from0(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && !(value >= 0)) throw wrongOption(name, value, phrases.numberFrom0);
  return value;
}
