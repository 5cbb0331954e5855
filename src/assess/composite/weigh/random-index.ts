/** Which table of mean consistency indices of random matrices a consistency ratio is held against. */
export type RandomIndex = 'saaty' | 'tummala-ling';

interface RandomIndexTable {
  readonly source: string;
  /** By number of codes, from 1. */
  readonly values: readonly number[];
}

const tables: Readonly<Record<RandomIndex, RandomIndexTable>> = {
  // From 7 codes on from memory (mark M); reprints differ at 12: 1.48 here, 1.54 in some.
  saaty: {
    source: 'Saaty 1980, The Analytic Hierarchy Process',
    values: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  },
  'tummala-ling': {
    source: 'Tummala and Ling 1998, Theory and Decision 44(3), 221-230',
    values: [
      0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714,
      1.5831,
    ],
  },
};

/** Random index of a matrix of `count` codes; `NaN` above 15, where no table goes. */
export function randomIndexOf(count: number, name: RandomIndex = 'saaty'): number {
  return tables[name].values[count - 1] ?? Number.NaN;
}

/** The random indices for one size side by side, each with its source. */
export function compareRandomIndex(
  count: number,
): readonly { readonly name: RandomIndex; readonly value: number; readonly source: string }[] {
  return (Object.keys(tables) as RandomIndex[]).map((name) => ({
    name,
    value: randomIndexOf(count, name),
    source: tables[name].source,
  }));
}
