import { computeIndicators, rankIndex, scoreIndex } from '../src/assess/index.js';
import { branch, catalog, formula, index, indicator, leaf, panel } from '../src/assess/testing/sample.js';
import { id, seededRandom } from '../src/base/index.js';

/** 262 made cities, two periods, twenty indicators, two indices: the size of the shipped data, no file needed. */

const cities = 262;
const random = seededRandom(1);
const names = Array.from({ length: 20 }, (_, i) => `value_${i}`);
const rows = () =>
  Array.from({ length: cities }, () => [
    random() * 100 + 1,
    random() < 0.05 ? Number.NaN : random() * 100 + 1,
  ]);
const observed = panel(['2010', '2020'], Object.fromEntries(names.map((name) => [name, rows()])));

const indices = (['arithmetic', 'geometric'] as const).map((aggregate) =>
  index(
    aggregate,
    [0, 1, 2, 3].map((part) =>
      branch(
        `part_${part}`,
        names.slice(part * 5, part * 5 + 5).map((name) => leaf(name, 0.2)),
        { weight: 0.25 },
      ),
    ),
    { aggregate },
  ),
);
const ratios = names
  .slice(1)
  .map((name) => indicator(`ratio_${name}`, { formula: formula('ratio', [name, 'value_0']) }));
const definitions = catalog({ indicators: [...names.map((name) => indicator(name)), ...ratios], indices });
const members = observed.cities.map((_, city) => city);

/** Scores and ranks both indices: 1,000 runs each. */
function rankBoth(): number {
  let ranked = 0;
  for (const one of indices) {
    const scores = scoreIndex(observed, definitions, one, members);
    ranked += rankIndex(scores, id<'period'>('2020')).ranked;
  }
  return ranked;
}

/** Measurements of the room for `npm run bench`; each runs once per call. */
export const assessBench: readonly {
  readonly name: string;
  readonly run: () => unknown;
  readonly limitMs?: number;
}[] = [
  { name: 'compute 19 indicators of 262 cities', run: () => computeIndicators(observed, definitions) },
  { name: 'score and rank 262 cities, 2 indices, 1,000 runs each', run: rankBoth, limitMs: 100 },
];
