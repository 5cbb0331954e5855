import {
  type DecisionMatrix,
  type DecisionMethodName,
  type DecisionNormalisation,
  type DecisionOptions,
  type DecisionResult,
  decide,
  dominanceTable,
  normaliseCriterion,
  type Preference,
  rankReversal,
  rankScores,
  rankSimilarity,
  tieRules,
  weightStability,
} from '../../src/assess/decision/index.js';
import { column, columns, type Example, type Examples } from './example.js';

type Given = Parameters<Example>[0];
type Settings = Readonly<Record<string, unknown>>;

/** Alternatives are called A, B, C …; criteria as the columns. */
function matrixOf(given: Given): DecisionMatrix {
  const values = columns(given.columns);
  const types = given.types as readonly ('benefit' | 'cost')[];
  const weights = given.weights as readonly number[];
  return {
    alternatives: Array.from(values[0] as Float64Array, (_, at) => String.fromCharCode(65 + at)),
    criteria: Object.keys(given.columns as object).map((code, at) => ({
      code,
      type: types[at] as 'benefit' | 'cost',
      weight: weights[at] as number,
    })),
    columns: values,
  };
}

/** Settings as a page writes them: what is by code is a mapping there. */
function optionsOf(method: DecisionMethodName, { preferences, bounds, ...rest }: Settings): DecisionOptions {
  return {
    ...rest,
    method,
    ...(preferences !== undefined && {
      preferences: new Map(Object.entries(preferences as Record<string, Preference>)),
    }),
    ...(bounds !== undefined && {
      bounds: new Map(Object.entries(bounds as Record<string, [number, number]>)),
    }),
  } as DecisionOptions;
}

function judged(method: DecisionMethodName, given: Given): DecisionResult {
  return decide(matrixOf(given), optionsOf(method, (given.settings ?? {}) as Settings));
}

/** Scores and ranks of a method, and intermediate values by name. */
function example(method: DecisionMethodName, ...names: readonly string[]): Example {
  return (given) => {
    const { scores, ranks, byAlternative } = judged(method, given);
    return { scores, ranks, ...Object.fromEntries(names.map((name) => [name, byAlternative[name]])) };
  };
}

const methods = Object.fromEntries(
  (
    [
      'topsis',
      'wsm',
      'wpm',
      'waspas',
      'copras',
      'edas',
      'mabac',
      'mairca',
      'multimoora',
      'aras',
      'codas',
      'grey',
      'cocoso',
      'marcos',
      'spotis',
    ] as const
  ).map((method) => [`decide.${method}`, example(method)]),
);

/** Examples of docs/methods/decide/. */
export const decideExamples: Examples = {
  ...methods,
  'decide.vikor': example('vikor', 'compromise'),
  'decide.promethee2': (given) => {
    const { scores, byAlternative } = judged('promethee2', given);
    return { scores, leaving: byAlternative.leaving, entering: byAlternative.entering };
  },
  'decide.promethee1': (given) => {
    const { ranks, byAlternative } = judged('promethee1', given);
    const { lastPlace, leaving, entering } = byAlternative;
    return { ranks, lastPlace, leaving, entering };
  },
  'decide.electre1': (given) => {
    const { scores, byAlternative } = judged('electre1', given);
    return { scores, notOutranked: byAlternative.notOutranked };
  },
  'decide.moora': (given) =>
    Object.fromEntries(
      (['ratio', 'reference-point', 'multiplicative'] as const).map((form) => [
        form,
        decide(matrixOf(given), { method: 'moora', form }).scores,
      ]),
    ),
  'decide.normalisations': (given) => {
    const costs = column(given.cost);
    const names = Array.from(costs, (_, at) => String.fromCharCode(65 + at));
    const problem = { names, codes: ['cost'], columns: [costs], isBenefit: [false] };
    const all: readonly DecisionNormalisation[] = [
      'minmax',
      'linear',
      'max',
      'sum',
      'logarithmic',
      'nonlinear',
      'enhanced-accuracy',
      'zavadskas-turskis',
    ];
    return Object.fromEntries(
      all.map((name) => [name, normaliseCriterion(problem, 0, name, new Float64Array(costs.length))]),
    );
  },
  'decide.ties': (given) =>
    Object.fromEntries(
      tieRules.map((ties) => [
        ties,
        rankScores(column(given.scores), { higherIsBetter: true, ties, tieDigits: 12 }),
      ]),
    ),
  'decide.dominance': (given) => {
    const table = dominanceTable(matrixOf(given));
    return {
      dominates: table.filter(({ dominates }) => dominates).map(({ over, under }) => [over, under]),
      better: table.map(({ better }) => better),
      equal: table.map(({ equal }) => equal),
      worse: table.map(({ worse }) => worse),
    };
  },
  'decide.rank-similarity': (given) => ({ ...rankSimilarity(column(given.a), column(given.b)) }),
  'decide.rank-reversal': (given) => {
    const { method, ...settings } = given.settings as Settings & { method: DecisionMethodName };
    const tested = rankReversal(matrixOf(given), optionsOf(method, settings));
    return {
      turned: tested.flatMap(({ change, alternative, turned }) =>
        turned.map(([before, after]) => [before, after, change, alternative]),
      ),
    };
  },
  'decide.weight-stability': (given) => {
    const { method, ...settings } = given.settings as Settings & { method: DecisionMethodName };
    const found = weightStability(matrixOf(given), optionsOf(method, settings));
    return Object.fromEntries(
      (['low', 'high', 'beyondLow', 'beyondHigh'] as const).map((name) => [
        name,
        found.map((one) => one[name]),
      ]),
    );
  },
};
