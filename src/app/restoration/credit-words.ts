import type { Text } from '../../base/index.js';
import type { CreditGap } from '../../plan/index.js';

const gapWords: Readonly<Record<CreditGap, Text>> = {
  sink: { en: 'a sink between two inventories', zh: '两次清查间的碳汇' },
  methodology: { en: 'registered methodology', zh: '已备案方法学' },
  additional: { en: 'additionality', zh: '额外性' },
  baseline: { en: 'baseline', zh: '基线' },
  leakage: { en: 'leakage', zh: '泄漏' },
  buffer: { en: 'buffer', zh: '缓冲' },
  price: { en: 'price', zh: '价格' },
};

/** What a credit lacks, in words. */
export function creditWords(missing: readonly CreditGap[]): Text {
  const words = missing.map((gap) => gapWords[gap]);
  return { en: words.map(({ en }) => en).join(', '), zh: words.map(({ zh }) => zh).join('、') };
}
