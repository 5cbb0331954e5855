import type { CodeDefinition } from './definition.js';

/** Faults of a server or worker that is asked how it is. */
export const runningCodes = {
  SERVICE_NOT_READY: {
    http: 503,
    message: { en: '{where} is not ready: {found}', zh: '{where} 尚未就绪：{found}' },
    remedy: {
      en: 'Mend the part it names, or wait; docs/guide/operations.md says what to do when.',
      zh: '请处理所述部分或稍候；处理办法见 docs/guide/operations.md。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
