import type { CodeDefinition } from './definition.js';

/** Faults of work that runs in threads of its own. */
export const jobCodes = {
  JOB_FAILED: {
    http: 500,
    message: {
      en: 'a worker thread stopped while it worked on {where}: {found}',
      zh: '工作线程在处理 {where} 时中止：{found}',
    },
    remedy: {
      en: 'Ask for less at once (fewer runs or samples) or for fewer workers; report the line if it stays.',
      zh: '请减少一次的计算量（次数或样本数）或线程数；如仍出现，请报告该行。',
    },
  },
  JOB_TOO_LARGE: {
    http: 413,
    message: {
      en: '{where} asks for {found} scores (nodes × units × runs), at most {expected} are made at once',
      zh: '{where} 需计算 {found} 个得分（节点 × 单元 × 次数），一次最多 {expected} 个',
    },
    remedy: {
      en: 'Ask for fewer runs or samples, or run it with `afterlode index`, which has no such limit.',
      zh: '请减少次数或样本数，或改用没有此限制的 `afterlode index` 命令。',
    },
  },
  JOB_BUSY: {
    http: 503,
    message: {
      en: '{found} calculations are waiting already, at most {expected} may',
      zh: '已有 {found} 项计算在排队，最多 {expected} 项',
    },
    remedy: { en: 'Ask again in a minute.', zh: '请稍后再试。' },
  },
} as const satisfies Record<string, CodeDefinition>;
