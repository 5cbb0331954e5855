import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of webhooks. */
export const webhookWords = {
  webhooks: say('事件通知', 'Webhooks'),
  webhooksText: say(
    '数据导入、决定、问题台账和填报工作变动时，服务器向下列地址发送签名消息。消息只含编号，不含数值与人名；至少送达一次，失败后间隔加长重试，约 31 小时后放弃。',
    'The server sends these addresses a signed message when data are imported, a decision is made, or a finding or a reporting round changes. A message names ids, no figures and no persons. It arrives at least once; a failed one is tried again after growing pauses and given up after some 31 hours.',
  ),
  webhooksNone: say('还没有通知地址。', 'No address is told anything yet.'),
  webhookNew: say('新增通知地址', 'A new address'),
  webhookAddress: say('地址（https）', 'Address (https)'),
  webhookLabel: say('用途', 'What it is for'),
  webhookEvents: say('事件', 'Events'),
  webhookAdd: say('新增', 'Add'),
  webhookState: say('状态', 'State'),
  webhookOpen: say('待发 / 放弃', 'Waiting / given up'),
  webhookActive: say('启用', 'active'),
  webhookPaused: say('已暂停', 'paused'),
  webhookMute: say('缺密钥，恢复备份后须重设', 'needs a secret, as after a restore'),
  webhookPause: say('暂停', 'Pause'),
  webhookResume: say('恢复', 'Resume'),
  webhookTest: say('发送测试', 'Send a test'),
  webhookRenew: say('重设密钥', 'New secret'),
  webhookRemove: say('删除', 'Remove'),
  webhookRemoveSure: say('确认删除', 'Really remove'),
  webhookSecretOf: say('{address} 的密钥，只显示这一次：', 'Secret of {address}, shown this once:'),
  webhookDeliveries: say('发送记录', 'Deliveries'),
  webhookNoDeliveries: say('还没有发送记录。', 'Nothing was sent yet.'),
  webhookWhen: say('发生', 'Made'),
  webhookTries: say('次数', 'Tries'),
  webhookAnswer: say('应答', 'Answer'),
  webhookAgain: say('刷新', 'Look again'),
  delivery_waiting: say('待发', 'waiting'),
  delivery_delivered: say('已送达', 'delivered'),
  delivery_given_up: say('已放弃', 'given up'),
  eventKind_import_saved: say('数据导入', 'data imported'),
  eventKind_decision_made: say('作出决定', 'decision made'),
  eventKind_finding_changed: say('问题台账变动', 'finding changed'),
  eventKind_round_changed: say('填报工作变动', 'reporting round changed'),
  eventKind_webhook_test: say('测试', 'test'),
} as const;
