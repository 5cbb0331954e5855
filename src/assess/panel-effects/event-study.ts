import { AfterlodeError, issue } from '../../base/index.js';
import { basisOf, beginningOf, checkPanel } from './basis.js';
import { estimateAt, type Regression, regress } from './regress.js';
import { inverse } from './solve.js';
import { fTail } from './student.js';
import type { EffectOptions, EffectPanel, EventStudy } from './types.js';

const study = { en: 'event study', zh: '事件研究' };

/** How far the study looks: `leads` before, `lags` after the beginning; the ends hold all that lies beyond. */
export interface EventWindow {
  /** At least 2: the step −1 is what all are held against. */
  readonly leads: number;
  readonly lags: number;
}

/**
 * Event study: a coefficient for every step since the treatment began, against the step −1, beside effects of units and
 * times; and a joint test of the steps before −1. Where that test fails, treated and untreated already moved apart and the
 * later coefficients are no effect.
 *
 * @throws AfterlodeError EFFECT_PANEL, EFFECT_NO_VARIATION, EFFECT_FEW
 */
export function eventStudy(panel: EffectPanel, window: EventWindow, options: EffectOptions): EventStudy {
  checkPanel(panel);
  const { leads, lags } = window;
  if (!(Number.isInteger(leads) && Number.isInteger(lags) && leads >= 2 && lags >= 0)) {
    const expected = {
      en: 'whole numbers, at least 2 leads and 0 lags',
      zh: '整数，先导至少 2 期、滞后至少 0 期',
    };
    throw new AfterlodeError('EFFECT_PANEL', 'window', { found: `${leads}, ${lags}`, expected });
  }
  const steps = stepsOf(panel, window);
  const present = [...new Set(steps)]
    .filter((step) => !Number.isNaN(step) && step !== -1)
    .sort((a, b) => a - b);
  const columns = present.map((step) => Float64Array.from(steps, (own) => (own === step ? 1 : 0)));
  if (columns.length === 0) throw new AfterlodeError('EFFECT_NO_VARIATION', study, { found: 0 });
  const regression = regress(panel, columns, study);
  const basis = basisOf(panel, regression, options);
  const before = present.flatMap((step, at) => (step < -1 ? [at] : []));
  const preTrend = jointTest(regression, before, options.preTrend);
  const failed = preTrend?.failed
    ? [issue('EFFECT_PRE_TREND', 'warning', study, { found: preTrend.p.toPrecision(3) })]
    : [];
  return {
    ...basis,
    issues: [...failed, ...basis.issues],
    steps: present.map((step, at) => ({
      step,
      observations: steps.filter((own) => own === step).length,
      ...estimateAt(regression, at, options.confidence),
    })),
    preTrend,
  };
}

/** Step of each known cell since the treatment began, cut at the window; `NaN` for who is never treated. */
function stepsOf(panel: EffectPanel, { leads, lags }: EventWindow): Float64Array {
  const width = panel.times.length;
  return Float64Array.from(panel.outcome, (value, cell) => {
    const from = beginningOf(panel, Math.floor(cell / width));
    if (Number.isNaN(value) || Number.isNaN(from)) return Number.NaN;
    const step = (panel.times[cell % width] as number) - from;
    return Math.max(-leads, Math.min(lags, step));
  });
}

/** Wald's test that coefficients are all zero, as F with the clusters' degrees of freedom. */
function jointTest(
  { coefficients, variance, degrees }: Regression,
  at: readonly number[],
  limit: number,
): EventStudy['preTrend'] {
  if (at.length === 0) return null;
  const size = at.length;
  const values = Float64Array.from({ length: size * size }, (_, cell) => {
    const row = at[Math.floor(cell / size)] as number;
    return variance.values[row * variance.size + (at[cell % size] as number)] as number;
  });
  const weights = inverse({ size, values });
  if (!weights) return { f: Number.NaN, numerator: size, denominator: degrees, p: Number.NaN, failed: false };
  let sum = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const product =
        (coefficients[at[row] as number] as number) * (coefficients[at[column] as number] as number);
      sum += product * (weights.values[row * size + column] as number);
    }
  }
  const f = sum / size;
  const p = fTail(f, size, degrees);
  return { f, numerator: size, denominator: degrees, p, failed: p < limit };
}
