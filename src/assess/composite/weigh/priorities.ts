/** How weights are drawn from a matrix of judgements. */
export type PriorityMethod = 'eigenvector' | 'geometric-mean' | 'column-mean';

/**
 * Weights from a filled matrix of judgements, with a sum of 1: the principal eigenvector, the geometric means of the rows,
 * or the means of the rows after every column was brought to a sum of 1.
 *
 * @param values `[row * count + column]`, all above 0
 */
export function priorities(values: Float64Array, count: number, method: PriorityMethod): Float64Array {
  if (method === 'eigenvector') return eigenvector(values, count);
  const weights = new Float64Array(count);
  for (let column = 0; column < count; column++) {
    let sum = 0;
    for (let row = 0; row < count; row++) sum += values[row * count + column] as number;
    for (let row = 0; row < count; row++) {
      const cell = values[row * count + column] as number;
      weights[row] = (weights[row] as number) + (method === 'column-mean' ? cell / sum : Math.log(cell));
    }
  }
  return toOne(method === 'column-mean' ? weights : weights.map((sum) => Math.exp(sum / count)));
}

/** Largest eigenvalue as the weights see it: the mean of (A w) ÷ w, exact for the eigenvector. */
export function lambdaOf(values: Float64Array, weights: Float64Array): number {
  const count = weights.length;
  let sum = 0;
  for (let row = 0; row < count; row++) {
    let product = 0;
    for (let column = 0; column < count; column++) {
      product += (values[row * count + column] as number) * (weights[column] as number);
    }
    sum += product / (weights[row] as number);
  }
  return sum / count;
}

/** The power method by squaring, so that badly contradictory matrices, where it is slow, need few steps too. */
function eigenvector(values: Float64Array, count: number): Float64Array {
  let power = Float64Array.from(values);
  let weights = rowSums(power, count);
  for (let step = 0; step < 60; step++) {
    power = squared(power, count);
    const next = rowSums(power, count);
    const change = next.reduce(
      (most, one, at) => Math.max(most, Math.abs(one / (weights[at] as number) - 1)),
      0,
    );
    weights = next;
    if (change < 1e-15) break;
  }
  return weights;
}

/** The square divided by its largest cell, as powers outgrow every number. */
function squared(matrix: Float64Array, count: number): Float64Array<ArrayBuffer> {
  const square = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    for (let through = 0; through < count; through++) {
      const factor = matrix[row * count + through] as number;
      for (let column = 0; column < count; column++) {
        const at = row * count + column;
        square[at] = (square[at] as number) + factor * (matrix[through * count + column] as number);
      }
    }
  }
  const largest = square.reduce((most, one) => Math.max(most, one), 0);
  return square.map((cell) => cell / largest);
}

function rowSums(matrix: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let at = 0; at < matrix.length; at++) {
    const row = Math.floor(at / count);
    sums[row] = (sums[row] as number) + (matrix[at] as number);
  }
  return toOne(sums);
}

function toOne(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((weight) => weight / sum);
}
