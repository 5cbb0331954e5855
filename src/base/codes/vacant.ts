import type { CodeDefinition } from './definition.js';

/** Faults of learning and finding vacant land in images. */
export const vacantCodes = {
  VACANT_BANDS: {
    http: 400,
    message: {
      en: '{where} has {found} bands; expected {expected}',
      zh: '{where} 有 {found} 个波段；应为 {expected}',
    },
    remedy: {
      en: 'Give an image with the bands that the model knows, in their order, or train another model on such images.',
      zh: '请提供波段及其顺序与模型一致的影像，或用这类影像另行训练模型。',
    },
  },
  VACANT_LABELS: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Label more ground: both what is looked for and what is not, in different parts of the image.',
      zh: '请补充标注：目标与非目标地块都要有，并分布在影像的不同位置。',
    },
  },
  VACANT_MODEL: {
    http: 400,
    message: {
      en: '{where} is no model that can be read: found {found}, expected {expected}',
      zh: '{where} 不是可读取的模型：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give the file that training wrote, or train anew with this version of the program.',
      zh: '请提供训练时写出的模型文件，或用本版程序重新训练。',
    },
  },
  VACANT_MODEL_CHANGED: {
    http: 400,
    message: {
      en: '{where} has been changed since it was written: its checksum begins with {found}, expected {expected}',
      zh: '{where} 写出后被改动：校验和开头为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Copy the file again from where it was written, or train anew.',
      zh: '请从原处重新复制该文件，或重新训练。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
