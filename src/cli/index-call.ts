import type { IndexTablesCall } from '../app/index.js';

type Words = IndexTablesCall['words'];
type Variation = IndexTablesCall['variation'];

/** Options of the command `index` as commander gives them. */
export interface IndexOptions extends Words, Variation {
  readonly data: string;
  readonly meta?: string;
  readonly judgements?: string;
  readonly workers?: string;
  readonly export?: string;
}

const wordNames = [
  'denominate',
  'impute',
  'screen',
  'treat',
  'treatSkew',
  'treatKurtosis',
  'treatPoints',
  'treatFallback',
  'treatCombined',
  'treatForced',
  'normalise',
  'normaliseOne',
  'scale',
  'weights',
  'aggregate',
  'minimumCoverage',
] as const satisfies readonly (keyof Words)[];

const variationNames = [
  'uncertainty',
  'runs',
  'seed',
  'threshold',
  'time',
  'acceptability',
  'sobol',
  'samples',
] as const satisfies readonly (keyof Variation)[];

const fileNames = ['meta', 'judgements', 'workers', 'export'] as const;

/** The call of the use case: options that were not given are absent. */
export function indexCall(options: IndexOptions, version: string): IndexTablesCall {
  return {
    data: options.data,
    ...picked(options, fileNames),
    words: picked(options, wordNames),
    variation: picked(options, variationNames),
    version,
  };
}

type Given<From, Name extends keyof From> = { readonly [Key in Name]?: Exclude<From[Key], undefined> };

function picked<From extends object, Name extends keyof From>(
  from: From,
  names: readonly Name[],
): Given<From, Name> {
  const given = names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]] as const]));
  return Object.fromEntries(given) as Given<From, Name>;
}
