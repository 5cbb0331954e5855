import type { CodeDefinition } from './definition.js';

/** Faults of webhooks. */
export const webhookCodes = {
  WEBHOOK_ADDRESS: {
    http: 400,
    message: {
      en: '{found} cannot be told anything, expected {expected}',
      zh: '{found} 不能作为通知地址，应为 {expected}',
    },
    remedy: {
      en: 'Name an address of the receiver. An operator can allow networks with --webhook-networks.',
      zh: '请填写接收方的地址。运维人员可用 --webhook-networks 允许特定网段。',
    },
  },
  WEBHOOK_EVENTS: {
    http: 400,
    message: {
      en: '{found} is no kind of event, expected {expected}',
      zh: '{found} 不是事件类型，应为 {expected}',
    },
    remedy: { en: 'Name at least one of them.', zh: '请至少选择其中一种。' },
  },
  WEBHOOK_UNKNOWN: {
    http: 404,
    message: { en: 'there is no webhook {where}', zh: '没有通知地址 {where}' },
    remedy: {
      en: '`afterlode webhook list` shows those there are.',
      zh: '`afterlode webhook list` 列出现有的通知地址。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
