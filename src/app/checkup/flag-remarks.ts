import type { Text } from '../../base/index.js';
import { flag } from '../../observe/index.js';

const words: readonly (readonly [bit: number, text: Text])[] = [
  [flag.doubtful, { en: 'doubtful: see its sources', zh: '存疑：见其来源' }],
  [flag.estimated, { en: 'estimated', zh: '估计值' }],
  [flag.summed, { en: 'sum over several areas', zh: '由数个区域相加' }],
  [flag.corrected, { en: 'corrected: the source value is kept', zh: '已更正：保留原值备查' }],
  [flag.imported, { en: 'imported', zh: '导入值' }],
  [flag.fallback, { en: 'by a fallback: the preferred figure is missing', zh: '用替代口径：首选数据缺失' }],
];

/** The flags of a value in words, both languages. */
export function flagRemarks(flags: number): readonly Text[] {
  return words.filter(([bit]) => (flags & bit) !== 0).map(([, text]) => text);
}
