import type { Series, Stack } from './types.js';

/** How well a series fits the pairs that it was made of, by cell. */
export interface FitQuality {
  /** Root of the mean squared distance between measured and computed change, mm; `NaN` where there is no answer. */
  readonly residualMm: Float64Array;
  /** |mean of exp(i · residual phase)|, 0–1 (Pepe and Lanari 2006): 1 where every pair fits, near 0 for noise. */
  readonly temporalCoherence: Float64Array;
  /** Pairs with a value. */
  readonly observations: Uint16Array;
}

/**
 * Residuals of a series.
 *
 * @param stack against the same reference as the series
 * @param wavelengthMm of the radar
 */
export function qualityOf(stack: Stack, series: Series, wavelengthMm: number): FitQuality {
  const cells = stack.grid.width * stack.grid.height;
  const [squares, real, imaginary] = [0, 0, 0].map(() => new Float64Array(cells)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const observations = new Uint16Array(cells);
  const toPhase = (4 * Math.PI) / wavelengthMm;
  for (const [pair, { first, second }] of stack.network.pairs.entries()) {
    const changes = stack.changesMm[pair] as Float64Array;
    const from = series.cumulativeMm[first] as Float64Array;
    const to = series.cumulativeMm[second] as Float64Array;
    for (let cell = 0; cell < cells; cell++) {
      const rest = (changes[cell] as number) - ((to[cell] as number) - (from[cell] as number));
      if (Number.isNaN(rest)) continue;
      observations[cell] = (observations[cell] as number) + 1;
      squares[cell] = (squares[cell] as number) + rest * rest;
      real[cell] = (real[cell] as number) + Math.cos(rest * toPhase);
      imaginary[cell] = (imaginary[cell] as number) + Math.sin(rest * toPhase);
    }
  }
  const count = (cell: number) => observations[cell] as number;
  return {
    // 0 ÷ 0 is missing, as it should be.
    residualMm: squares.map((sum, cell) => Math.sqrt(sum / count(cell))),
    temporalCoherence: real.map((sum, cell) => Math.hypot(sum, imaginary[cell] as number) / count(cell)),
    observations,
  };
}
