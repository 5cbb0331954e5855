import type { DeliveryAnswer, WebhookAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Webhooks for people. */
export function webhookTable(rows: readonly WebhookAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  const stateOf = ({ state, signs }: WebhookAnswer) => {
    if (state === 'paused') return zh ? '已暂停' : 'paused';
    if (!signs) return zh ? '缺密钥' : 'needs a secret';
    return zh ? '启用' : 'active';
  };
  return printTable(rows, [
    { title: zh ? '编号' : 'id', of: ({ id }) => id },
    { title: zh ? '状态' : 'state', of: stateOf },
    { title: zh ? '事件' : 'events', of: ({ events }) => events.join(' ') },
    { title: zh ? '待发' : 'waiting', of: ({ waiting }) => String(waiting), right: true },
    { title: zh ? '放弃' : 'given up', of: ({ givenUp }) => String(givenUp), right: true },
    { title: zh ? '地址' : 'address', of: ({ address }) => address },
    { title: zh ? '用途' : 'for', of: ({ label }) => label },
  ]);
}

/** Deliveries for people. */
export function deliveryTable(rows: readonly DeliveryAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  const states = zh
    ? { waiting: '待发', delivered: '已送达', given_up: '已放弃' }
    : { waiting: 'waiting', delivered: 'delivered', given_up: 'given up' };
  return printTable(rows, [
    { title: zh ? '消息' : 'message', of: ({ id }) => id },
    { title: zh ? '事件' : 'event', of: ({ event }) => event },
    { title: zh ? '发生' : 'made', of: ({ made }) => made.slice(0, 19) },
    { title: zh ? '状态' : 'state', of: ({ state }) => states[state] },
    { title: zh ? '次数' : 'tries', of: ({ tries }) => String(tries), right: true },
    { title: zh ? '上次' : 'last', of: ({ last }) => last.slice(0, 19) || '-' },
    { title: zh ? '应答' : 'answer', of: ({ answer }) => (answer === null ? '-' : String(answer)) },
    { title: zh ? '问题' : 'fault', of: ({ fault }) => fault?.[lang] ?? '' },
  ]);
}
