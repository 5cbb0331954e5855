import type { CodeDefinition } from './definition.js';

/** Displacement series from radar stacks. */
export const displacementCodes = {
  DISPLACEMENT_PAIRS: {
    http: 400,
    message: {
      en: 'pair {where}: found {found}, expected {expected}',
      zh: '干涉对 {where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct pairs.csv: columns file, first, second; dates as 2018-01-30.',
      zh: '请改正 pairs.csv：列为 file、first、second，日期如 2018-01-30。',
    },
  },
  DISPLACEMENT_REFERENCE: {
    http: 400,
    message: { en: 'reference, {where}: {found}', zh: '参考区，{where}：{found}' },
    remedy: {
      en: 'Choose ground that every pair shows and that stands still: --reference ROW,COL,HALF, counted from 0.',
      zh: '请选择每个干涉对都有数值且稳定的位置：--reference 行,列,半宽，从 0 起数。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
