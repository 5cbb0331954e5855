import type { AggregationRule, Hierarchy, Treatment } from '../types.js';
import type { Factor } from '../vary/index.js';
import {
  aggregationOf,
  imputationOf,
  normalisationOf,
  scaleScopeOf,
  screeningOf,
  transformOf,
} from './step-words.js';
import { weightingOf } from './weight-words.js';
import {
  choice,
  list,
  mapping,
  number,
  optionalNumber,
  options,
  type Raw,
  text,
  words,
  wrong,
} from './written-values.js';

/** What varies, and how it is tried, as a file or a request says it (docs/guide/uncertainty.md). */
export interface VariationWords {
  readonly factors: readonly Factor[];
  readonly runs: number | null;
  readonly seed: number | null;
  readonly threshold: number | null;
  readonly time: number | null;
}

/**
 * Reads what a file of uncertainties says. Steps are written as on the command line: `options: [minmax, zscore]`.
 *
 * @param raw a mapping with `factors` and perhaps `runs`, `seed`, `threshold`, `time`
 * @throws AfterlodeError INDEX_VARY with the place and what stands there
 */
export function variationOf(raw: unknown, hierarchy: Hierarchy): VariationWords {
  const file = mapping(raw, 'uncertainty', ['factors', 'runs', 'seed', 'threshold', 'time']);
  const list = Array.isArray(file.factors) ? (file.factors as unknown[]) : [];
  if (list.length === 0)
    throw wrong('factors', file.factors, { en: 'a list of factors', zh: '变动因素列表' });
  return {
    factors: list.map((one, at) => factorOf(one, `factors ${at + 1}`, hierarchy)),
    runs: optionalNumber(file.runs, 'runs'),
    seed: optionalNumber(file.seed, 'seed'),
    threshold: optionalNumber(file.threshold, 'threshold'),
    time: optionalNumber(file.time, 'time'),
  };
}

const keys = ['name', 'vary', 'options', 'noise', 'levels', 'share', 'error', 'form', 'distribution'];

function factorOf(raw: unknown, where: string, hierarchy: Hierarchy): Factor {
  const one = mapping(raw, where, keys);
  const known = typeof one.vary === 'string' && Object.hasOwn(readers, one.vary);
  const read = known ? readers[String(one.vary)] : undefined;
  if (!read) throw wrong(`${where} vary`, one.vary, Object.keys(readers).join(', '));
  const name = text(one.name ?? one.vary, `${where} name`);
  return { name, ...read(one, where, hierarchy) };
}

type Rest = Factor extends infer One ? (One extends Factor ? Omit<One, 'name'> : never) : never;

const readers: Readonly<Record<string, (one: Raw, where: string, hierarchy: Hierarchy) => Rest>> = {
  impute: (one, where) => ({ vary: 'impute', options: words(one, where).map(imputationOf) }),
  screen: (one, where) => ({ vary: 'screen', options: words(one, where).map(screeningOf) }),
  treat: (one, where) => ({
    vary: 'treat',
    options: options(one, where).map((each) => treatmentOf(each, where)),
  }),
  normalise: (one, where) => ({
    vary: 'normalise',
    options: words(one, where).map((word) => normalisationOf(word, [0, 100])),
  }),
  scale: (one, where) => ({ vary: 'scale-scope', options: words(one, where).map(scaleScopeOf) }),
  aggregate: (one, where) => ({
    vary: 'aggregate',
    options: words(one, where).map((word): AggregationRule[] => word.split(',').map(aggregationOf)),
  }),
  weigh: (one, where, hierarchy) => ({
    vary: 'weigh',
    options: words(one, where).map((word) => weightingOf(word, hierarchy, undefined)),
  }),
  'minimum-coverage': (one, where) => ({
    vary: 'minimum-coverage',
    options: options(one, where).map((each) => (each === 'none' ? null : number(each, `${where} options`))),
  }),
  weights: (one, where) => ({
    vary: 'weights',
    noise: number(one.noise, `${where} noise`),
    levels:
      one.levels === undefined
        ? null
        : list(one.levels, `${where} levels`).map((each) => number(each, `${where} levels`)),
  }),
  'weight-sets': (one, where) => ({
    vary: 'weight-sets',
    options: options(one, where).map(
      (each) =>
        new Map(
          Object.entries(mapping(each, where, null)).map(([code, w]) => [
            code,
            number(w, `${where} ${code}`),
          ]),
        ),
    ),
  }),
  'leave-out': (one, where) => ({
    vary: 'leave-out',
    options:
      one.options === undefined || one.options === 'each'
        ? null
        : options(one, where).map((each) =>
            each === null || each === 'none' ? null : text(each, `${where} options`),
          ),
  }),
  goalposts: (one, where) => ({ vary: 'goalposts', share: number(one.share, `${where} share`) }),
  values: (one, where) => ({
    vary: 'values',
    form: choice(one.form ?? 'relative', ['relative', 'absolute'], `${where} form`),
    distribution: choice(one.distribution ?? 'normal', ['normal', 'uniform'], `${where} distribution`),
    error:
      typeof one.error === 'object'
        ? new Map(
            Object.entries(mapping(one.error, `${where} error`, null)).map(([code, size]) => [
              code,
              number(size, `${where} error ${code}`),
            ]),
          )
        : number(one.error, `${where} error`),
  }),
};

function treatmentOf(raw: unknown, where: string): Partial<Treatment> {
  const one = mapping(raw, `${where} options`, [
    'method',
    'skew',
    'kurtosis',
    'points',
    'fallback',
    'combined',
  ]);
  const size = (key: 'skew' | 'kurtosis' | 'points') =>
    one[key] === undefined ? {} : { [key]: number(one[key], `${where} ${key}`) };
  return {
    ...(one.method !== undefined && { method: choice(one.method, ['none', 'winsor'], `${where} method`) }),
    ...size('skew'),
    ...size('kurtosis'),
    ...size('points'),
    ...(one.fallback !== undefined && {
      fallback: transformOf(text(one.fallback, `${where} fallback`), `${where} fallback`),
    }),
    ...(one.combined !== undefined && { combined: one.combined === true }),
  };
}
