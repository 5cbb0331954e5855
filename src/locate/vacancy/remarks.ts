import type { Text } from '../../base/index.js';
import type { VacancyRemark } from './types.js';

/** What remarks on estates say. */
export const vacancyRemarkTexts: Readonly<Record<VacancyRemark, Text>> = {
  one_source: { en: 'One source only: nothing confirms it.', zh: '只有一个来源，无从印证。' },
  error_unknown: {
    en: 'A source without an error has no part in the rate.',
    zh: '有来源未给误差，未参与计算。',
  },
  sources_disagree: {
    en: 'Sources differ by more than their errors: the interval is wider for it.',
    zh: '来源之间的差异超过各自误差，区间因此放宽。',
  },
  bias_unknown: {
    en: 'A source was not checked by visits: its bias is taken from how sources differ.',
    zh: '有来源未经实地核查，其偏差由来源间差异估计。',
  },
  light_disagrees: {
    en: 'Night light does not fit the other sources: look there.',
    zh: '夜间灯光与其他来源不符，建议实地查看。',
  },
  above_units: {
    en: 'A source counts more occupied units than there are.',
    zh: '有来源的入住套数超过住房套数。',
  },
};
