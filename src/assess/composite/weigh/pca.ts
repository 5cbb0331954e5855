import { issue, phrases } from '../../../base/index.js';
import type { Values } from '../types.js';
import { unfit } from './in-proportion.js';
import { isUndecided, principalComponents } from './principal-components.js';
import type { Weighed, WeighOptions } from './types.js';

export interface PcaOptions extends WeighOptions {
  /**
   * A column that runs against the first component: `zero` takes its weight away (default), `absolute` weighs it by the
   * size of its loading, although it pulls the other way. Where as much runs one way as the other, sizes count in any case.
   */
  readonly negative?: 'zero' | 'absolute';
}

/**
 * Weights in proportion to the loadings of the first principal component of the correlation matrix, its sign fixed so
 * that the loadings have a positive sum. They say what moves together, not what matters. Every negative loading is told
 * by the issue INDEX_WEIGHTS_LOADING.
 *
 * Missing cells: rows with all values only. Constant columns weigh 0.
 *
 * @param columns turned by direction, so that more is better in all of them
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `principalComponents`
 */
export function pcaWeights(columns: readonly Values[], options: PcaOptions = {}): Weighed {
  const { loadings, issues: found } = principalComponents(columns, options);
  const first = loadings[0];
  if (!first)
    throw unfit(
      'pca',
      { en: 'all', zh: '所有列' },
      { en: 'no component', zh: '没有主成分' },
      phrases.differing,
    );
  const issues = [...found];
  const sizes = options.negative === 'absolute' || isUndecided(first);
  const measures = first.map((loading, at) => {
    if (Number.isNaN(loading)) return 0;
    if (loading >= 0) return loading;
    const name = options.names?.[at] ?? `column ${at + 1}`;
    const taken = sizes ? -loading : 0;
    const facts = { found: loading.toFixed(3), expected: taken.toFixed(3) };
    if (loading < -1e-12) issues.push(issue('INDEX_WEIGHTS_LOADING', 'warning', name, facts));
    return taken;
  });
  const sum = measures.reduce((total, one) => total + one, 0);
  return { weights: measures.map((one) => one / sum), issues };
}
