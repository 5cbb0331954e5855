import { AfterlodeError, type Period, yearOf } from '../../base/index.js';
import type { Catalog, Evaluation } from '../../catalog/index.js';

/**
 * The evaluation that has both periods; the first by order, or the one whose index is asked for.
 *
 * @throws AfterlodeError CALL_OPTION for an index without evaluation or years that do not rise; PERIOD_UNKNOWN where no index
 *   has both
 */
export function evaluationFor(catalog: Catalog, from: Period, to: Period, index?: string): Evaluation {
  const all = [...(catalog.evaluations?.values() ?? [])].filter(
    (one) => index === undefined || one.index === index,
  );
  const periodsOf = (one: Evaluation) => catalog.indices.get(one.index)?.periods ?? [];
  if (all.length === 0) {
    const expected = [...(catalog.evaluations?.values() ?? [])].map((one) => one.index).join(', ');
    throw new AfterlodeError('CALL_OPTION', '--index', { found: index ?? '', expected });
  }
  if (yearOf(from) >= yearOf(to)) {
    throw new AfterlodeError('CALL_OPTION', '--from', {
      found: { en: `${from} to ${to}`, zh: `${from} 至 ${to}` },
      expected: { en: 'an earlier and a later year', zh: '先早后晚的两个年份' },
    });
  }
  const found = all.find((one) => periodsOf(one).includes(from) && periodsOf(one).includes(to));
  if (found) return found;
  const expected = all.map((one) => `${one.index}: ${periodsOf(one).join(', ')}`).join('; ');
  throw new AfterlodeError('PERIOD_UNKNOWN', 'evaluate', {
    found: { en: `${from} and ${to}`, zh: `${from} 与 ${to}` },
    expected: { en: `two of ${expected}`, zh: `下列中的两个：${expected}` },
  });
}
