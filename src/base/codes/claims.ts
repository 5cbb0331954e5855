import type { CodeDefinition } from './definition.js';

/** Faults of asking for claims. */
export const claimCodes = {
  CLAIM_UNKNOWN: {
    http: 404,
    message: { en: 'no claim "{found}"; near: {near}', zh: '没有说法“{found}”；相近的有：{near}' },
    remedy: {
      en: '`afterlode claims` lists all; a claim of your own stands in catalog/claims/ or in an overlay.',
      zh: '`afterlode claims` 列出全部；自己的说法写在 catalog/claims/ 或覆盖层中。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
