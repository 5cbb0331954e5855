import { basisOf, beginningOf, checkPanel } from './basis.js';
import { estimateAt, regress } from './regress.js';
import type { DifferenceResult, EffectOptions, EffectPanel } from './types.js';

/**
 * Two-way fixed-effects difference in differences: outcome = unit + time + effect · treated, with standard errors that allow
 * any correlation inside a cluster. With two times and no gaps it is the mean change of the treated less that of the others.
 *
 * It is an effect only if treated and untreated would have moved alike; `eventStudy` asks whether they did before.
 *
 * @throws AfterlodeError EFFECT_PANEL, EFFECT_NO_VARIATION, EFFECT_FEW
 */
export function twoWayDifference(panel: EffectPanel, options: EffectOptions): DifferenceResult {
  checkPanel(panel);
  const treated = treatedColumn(panel);
  const regression = regress(panel, [treated], 'treated');
  return { ...estimateAt(regression, 0, options.confidence), ...basisOf(panel, regression, options) };
}

/** 1 from the first time of treatment on. */
function treatedColumn(panel: EffectPanel): Float64Array {
  const width = panel.times.length;
  return Float64Array.from(panel.outcome, (_, cell) => {
    const from = beginningOf(panel, Math.floor(cell / width));
    return (panel.times[cell % width] as number) >= from ? 1 : 0;
  });
}
