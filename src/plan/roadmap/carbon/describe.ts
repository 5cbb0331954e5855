import { drawCoefficients } from './draws.js';
import { rangeOf } from './paths.js';
import { type Stirpat, turningPoint } from './stirpat.js';
import type { DrawSettings, PathRange } from './types.js';

/** How sure coefficients and the turning point are. */
export interface StirpatDoubt {
  /** By term. */
  readonly coefficients: readonly PathRange[];
  /** Over the draws that bend down; null where the regression itself does not. */
  readonly turningPoint: PathRange | null;
  /** Share of the draws that bend down; `NaN` without a square. */
  readonly bendsDown: number;
}

/** Intervals of a regression from the same draws as those of its paths. */
export function doubtOf(
  { terms, fit, settings, turningPoint: mid }: Stirpat,
  draws: DrawSettings,
): StirpatDoubt {
  const drawn = drawCoefficients(fit, draws).map(({ coefficients }) => coefficients);
  const turns = drawn.map((coefficients) => turningPoint(terms, coefficients));
  const bent = turns.filter((value) => !Number.isNaN(value));
  return {
    coefficients: terms.map((_, j) =>
      rangeOf(
        fit.coefficients[j] as number,
        drawn.map((one) => one[j] as number),
        draws.confidence,
      ),
    ),
    turningPoint: Number.isNaN(mid) ? null : rangeOf(mid, bent, draws.confidence),
    bendsDown: settings.squared ? bent.length / drawn.length : Number.NaN,
  };
}
