/**
 * Solves (Jᵀ J + damping · I) step = −Jᵀ r for the step, by Cholesky's factors; the damping keeps the system regular where
 * directions of the step change nothing.
 *
 * @param jacobian `[row * count + column]`
 * @param damping above 0
 */
export function solveDamped(
  jacobian: Float64Array,
  residual: Float64Array,
  count: number,
  damping: number,
): Float64Array {
  const matrix = new Float64Array(count * count);
  const step = new Float64Array(count);
  for (let row = 0; row < residual.length; row++) {
    for (let i = 0; i < count; i++) {
      const left = jacobian[row * count + i] as number;
      step[i] = (step[i] as number) - left * (residual[row] as number);
      for (let j = 0; j <= i; j++) {
        const at = i * count + j;
        matrix[at] = (matrix[at] as number) + left * (jacobian[row * count + j] as number);
      }
    }
  }
  for (let i = 0; i < count; i++) matrix[i * count + i] = (matrix[i * count + i] as number) + damping;
  factorise(matrix, count);
  for (let i = 0; i < count; i++) {
    let sum = step[i] as number;
    for (let j = 0; j < i; j++) sum -= (matrix[i * count + j] as number) * (step[j] as number);
    step[i] = sum / (matrix[i * count + i] as number);
  }
  for (let i = count - 1; i >= 0; i--) {
    let sum = step[i] as number;
    for (let j = i + 1; j < count; j++) sum -= (matrix[j * count + i] as number) * (step[j] as number);
    step[i] = sum / (matrix[i * count + i] as number);
  }
  return step;
}

/** Lower triangle in place. Rounding may turn a pivot that is all damping negative; it is then the damping's own size. */
function factorise(matrix: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * count + j] as number;
      for (let k = 0; k < j; k++)
        sum -= (matrix[i * count + k] as number) * (matrix[j * count + k] as number);
      if (j < i) matrix[i * count + j] = sum / (matrix[j * count + j] as number);
      else
        matrix[i * count + i] = Math.sqrt(Math.max(sum, Number.EPSILON * (matrix[i * count + i] as number)));
    }
  }
}
