import type { CodeDefinition } from './definition.js';

/** Faults of work that runs in threads of its own or on other machines. */
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
  JOB_STOPPED: {
    http: 503,
    message: { en: 'the call was stopped by {where}', zh: '命令已被 {where} 中止' },
    remedy: {
      en: 'Nothing was written; the same call goes on with the tiles that are done.',
      zh: '未写入任何结果；再次运行同一命令将沿用已完成的分块。',
    },
  },
  QUEUE_ADDRESS: {
    http: 400,
    message: {
      en: '--queue is {found}; expected {expected}',
      zh: '--queue 为 {found}；应为 {expected}',
    },
    remedy: {
      en: 'Give --queue postgres://USER:PASSWORD@HOST/DATABASE or redis://HOST, or set AFTERLODE_QUEUE.',
      zh: '请用 --queue postgres://用户:密码@主机/数据库 或 redis://主机 给出，或设置 AFTERLODE_QUEUE。',
    },
  },
  QUEUE_UNREACHABLE: {
    http: 503,
    message: { en: 'the queue {where} cannot be reached: {found}', zh: '无法连接队列 {where}：{found}' },
    remedy: {
      en: 'Start it, or check address, user and password; tiles that are done are kept. --engine threads needs no queue.',
      zh: '请启动该服务，或检查地址、用户和密码；已完成的分块会保留。--engine threads 不需要队列。',
    },
  },
  QUEUE_NO_WORKER: {
    http: 503,
    message: {
      en: 'no worker took tiles from the queue {where} for {found} seconds',
      zh: '{found} 秒内没有工作进程从队列 {where} 领取分块',
    },
    remedy: {
      en: 'Start `afterlode worker --queue URL` of this same version where the files can be reached, or use --engine threads.',
      zh: '请在能访问数据文件的机器上用同一版本启动 `afterlode worker --queue 地址`，或改用 --engine threads。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
