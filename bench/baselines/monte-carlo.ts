/** What varies in one replication of `plainReplication`. */
export interface PlainChoices {
  /** Most values that are winsorised. */
  readonly points: number;
  readonly normalise: 'minmax' | 'zscore';
  readonly aggregate: 'arithmetic' | 'geometric';
  /** By level below the index, the lowest first; relative. */
  readonly weights: readonly (readonly number[])[];
}

/** A plain index: complete columns, and for each level below the index the group that each of its members belongs to. */
export interface PlainIndex {
  readonly columns: readonly (readonly number[])[];
  readonly directions: readonly number[];
  readonly parents: readonly (readonly number[])[];
}

/**
 * One replication as one would write it from the formulas: every step anew for every replication, on lists of numbers,
 * nothing kept. What the engine is measured against; it does the same work for complete tables.
 *
 * @returns ranks, 1 for the largest score
 */
export function plainReplication(index: PlainIndex, choices: PlainChoices): number[] {
  return ranksOf(plainScores(index, choices));
}

/** Scores of the index. */
export function plainScores({ columns, directions, parents }: PlainIndex, choices: PlainChoices): number[] {
  let level = columns
    .map((column) => winsorised(column, choices.points))
    .map((column, j) => normalised(column, at(directions, j), choices.normalise));
  parents.forEach((parent, depth) => {
    const groups = Math.max(...parent) + 1;
    level = Array.from({ length: groups }, (_, group) => {
      const members = parent.flatMap((one, j) => (one === group ? [j] : []));
      const weights = members.map((j) => at(choices.weights[depth] ?? [], j));
      return aggregated(
        members.map((j) => level[j] ?? []),
        weights,
        choices.aggregate,
      );
    });
  });
  return level[0] ?? [];
}

function winsorised(column: readonly number[], points: number): number[] {
  let values = [...column];
  for (let point = 0; point <= points; point++) {
    const { skewness, kurtosis } = shape(values);
    if (Math.abs(skewness) < 2 || kurtosis < 3.5) return values;
    if (point === points) break;
    const end = skewness > 0 ? Math.max(...values) : Math.min(...values);
    const rest = values.filter((value) => value !== end);
    const next = skewness > 0 ? Math.max(...rest) : Math.min(...rest);
    values = values.map((value) => (value === end ? next : value));
  }
  const low = Math.min(...column);
  const range = Math.max(...column) - low;
  return column.map((value) => Math.log(value - low + 0.01 * range));
}

function shape(values: readonly number[]): { skewness: number; kurtosis: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0);
  const deviation = Math.sqrt(moment(2) / (n - 1));
  const skewness = ((n / ((n - 1) * (n - 2))) * moment(3)) / deviation ** 3;
  const fourth = ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * (moment(4) / deviation ** 4);
  return { skewness, kurtosis: fourth - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)) };
}

function normalised(column: readonly number[], direction: number, how: PlainChoices['normalise']): number[] {
  const values = column.map((value) => value * direction);
  if (how === 'minmax') {
    const low = Math.min(...values);
    const range = Math.max(...values) - low;
    return values.map((value) => 1 + (99 * (value - low)) / range);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return values.map((value) => 10 + (2 * (value - mean)) / deviation);
}

function aggregated(
  columns: readonly (readonly number[])[],
  weights: readonly number[],
  how: PlainChoices['aggregate'],
): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (columns[0] ?? []).map((_, row) => {
    const sum = columns.reduce((part, column, j) => {
      const score = at(column, row);
      return part + at(weights, j) * (how === 'geometric' ? Math.log(score) : score);
    }, 0);
    return how === 'geometric' ? Math.exp(sum / total) : sum / total;
  });
}

function ranksOf(scores: readonly number[]): number[] {
  const order = scores.toSorted((a, b) => b - a);
  return scores.map((score) => order.indexOf(score) + 1);
}

function at(list: readonly number[], place: number): number {
  return list[place] as number;
}
