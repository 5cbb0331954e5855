import { AfterlodeError, phrases, type Text } from '../../../base/index.js';
import type { IndicatorSpec, Transform, Treatment } from '../types.js';

/**
 * Holds a treatment to what it can be.
 *
 * @throws AfterlodeError INDEX_OPTION: limits and counts below 0, an exponent that is no number, a forced treatment of an
 * indicator that the table does not have
 */
export function checkTreatment(how: Treatment, indicators: readonly IndicatorSpec[]): void {
  if (how.method !== 'none') {
    hold(how.skew >= 0, { en: 'skewness limit', zh: '偏度限值' }, how.skew, phrases.numberFrom0);
    hold(!Number.isNaN(how.kurtosis), { en: 'kurtosis limit', zh: '峰度限值' }, how.kurtosis, phrases.number);
    holdCount({ en: 'points to winsorise', zh: '缩尾点数' }, how.points);
    if (how.fallback !== null) holdTransform('transform', how.fallback);
  }
  const known = new Set(indicators.map(({ code }) => code));
  for (const [code, forced] of how.forced) {
    hold(known.has(code), { en: 'forced treatment', zh: '指定的处理' }, code, {
      en: 'the code of an indicator',
      zh: '指标代码',
    });
    if ('winsorise' in forced) holdCount(code, forced.winsorise);
    if ('transform' in forced) holdTransform(code, forced.transform);
  }
}

function holdCount(where: string | Text, count: number): void {
  hold(count >= 0 && (Number.isInteger(count) || count === Infinity), where, count, phrases.wholeFrom(0));
}

function holdTransform(where: string, how: Transform): void {
  if (typeof how === 'object')
    hold(Number.isFinite(how.boxCox), where, how.boxCox, { en: 'an exponent', zh: '指数' });
}

function hold(
  isRight: boolean,
  where: string | Text,
  found: string | number | Text,
  expected: string | Text,
): void {
  if (!isRight) throw new AfterlodeError('INDEX_OPTION', where, { found, expected });
}
