import { studentQuantile } from '../../../assess/index.js';
import { type Random, seededRandom } from '../../../base/index.js';
import type { Ridge } from './ridge.js';
import type { DrawSettings } from './types.js';

/** Coefficients that the same years could have given as well. */
export interface Draw {
  readonly coefficients: Float64Array;
  /** How far ln emissions of the last year lie off the regression by chance. */
  readonly shift: number;
}

/**
 * Bootstrap of residuals: residuals, widened for what fitting took of them and for the few years, are drawn with replacement (blocks of
 * consecutive years go round the end) and moved into coefficients. The ridge's own pull towards 0 is not part of the doubt.
 */
export function drawCoefficients(
  fit: Ridge,
  { draws, seed, block, confidence }: DrawSettings,
): readonly Draw[] {
  const random = seededRandom(seed);
  const rows = fit.residuals.length;
  const width = residualWidth(rows, rows - fit.degrees, confidence);
  const residuals = fit.residuals.map((value) => value * width);
  return Array.from({ length: draws }, () => {
    const chance = resample(residuals, Math.min(block, rows), random);
    return {
      coefficients: fit.coefficients.map((value, j) =>
        chance.reduce((sum, e, row) => sum + (fit.influence[j * rows + row] as number) * e, value),
      ),
      shift: chance[rows - 1] as number,
    };
  });
}

/**
 * √(n ÷ spare) · t ÷ z: what least squares takes of residuals, and how much wider Student's interval of so few degrees is than the normal one.
 */
export function residualWidth(rows: number, spare: number, confidence: number): number {
  const degrees = Math.max(1, spare);
  return (
    (Math.sqrt(rows / degrees) * studentQuantile(confidence, degrees)) / studentQuantile(confidence, 1e9)
  );
}

function resample(values: Float64Array, block: number, random: Random): Float64Array {
  const rows = values.length;
  const drawn = new Float64Array(rows);
  for (let at = 0, from = 0; at < rows; at++) {
    if (at % block === 0) from = Math.floor(random() * rows);
    drawn[at] = values[(from + (at % block)) % rows] as number;
  }
  return drawn;
}
