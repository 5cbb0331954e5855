import type { CodeDefinition } from './definition.js';

/** Street disorder: tables of auditors, pictures, calibration, sampling. */
export const disorderCodes = {
  STREET_WEIGHTS: {
    http: 400,
    message: {
      en: '{where} are no weights of the street network: found {found}, expected {expected}',
      zh: '{where} 不是街景网络的权重：现有 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give the weights of ESPNet (p = 2, q = 8, with decoder) as safetensors; .pth files are converted with PyTorch.',
      zh: '请提供 ESPNet（p = 2、q = 8，含解码器）的 safetensors 权重；.pth 文件请先用 PyTorch 转换。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
