import type { IndicatorId } from '../base/index.js';
import type { Comparison, Condition } from '../catalog/index.js';
import type { Light } from './types.js';

/** True, false, or not to be decided because something is missing. */
export type Verdict = 'yes' | 'no' | 'open';

/** What a condition is read against: one city in one period. */
export interface Facts {
  /** `NaN` is missing. */
  readonly value: (indicator: IndicatorId) => number;
  /** Null where no value is in force. */
  readonly parameter: (name: string) => number | null;
  readonly light: (indicator: IndicatorId) => Light;
}

/**
 * Decides a condition with three values: a comparison with something missing is open; `all` is `no` as soon as one part
 * is, else open as soon as one part is; `any` the other way round.
 */
export function decide(condition: Condition, facts: Facts): Verdict {
  if ('all' in condition) return joined(condition.all, facts, 'no', 'yes');
  if ('any' in condition) return joined(condition.any, facts, 'yes', 'no');
  if ('light' in condition) {
    const light = facts.light(condition.light);
    if (light === 'none') return 'open';
    return condition.in.includes(light) ? 'yes' : 'no';
  }
  const { than } = condition;
  const right =
    typeof than === 'number'
      ? than
      : 'parameter' in than
        ? (facts.parameter(than.parameter) ?? Number.NaN)
        : facts.value(than.indicator);
  return compare(facts.value(condition.indicator), condition.is, right);
}

function joined(parts: readonly Condition[], facts: Facts, decisive: Verdict, otherwise: Verdict): Verdict {
  const verdicts = parts.map((part) => decide(part, facts));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes('open') ? 'open' : otherwise;
}

function compare(left: number, is: Comparison, right: number): Verdict {
  if (Number.isNaN(left) || Number.isNaN(right)) return 'open';
  const holds = { lt: left < right, le: left <= right, gt: left > right, ge: left >= right }[is];
  return holds ? 'yes' : 'no';
}

/** The indicators a condition reads, as values and as lights, each once and in reading order. */
export function readBy(condition: Condition): {
  readonly values: readonly IndicatorId[];
  readonly lights: readonly IndicatorId[];
} {
  const values = new Set<IndicatorId>();
  const lights = new Set<IndicatorId>();
  const visit = (part: Condition): void => {
    if ('all' in part) part.all.forEach(visit);
    else if ('any' in part) part.any.forEach(visit);
    else if ('light' in part) lights.add(part.light);
    else {
      values.add(part.indicator);
      if (typeof part.than !== 'number' && 'indicator' in part.than) values.add(part.than.indicator);
    }
  };
  visit(condition);
  return { values: [...values], lights: [...lights] };
}
