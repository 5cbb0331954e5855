import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of what people decide about a number. */
export const decisionWords = {
  decisions: say('决定', 'Decisions'),
  noDecisions: say('还没有关于这个数字的决定。', 'Nothing has been decided about this number.'),
  decide: say('记一个决定', 'Record a decision'),
  cancel: say('取消', 'Cancel'),
  decision_note: say('备注', 'Note'),
  decision_exclude: say('不采用', 'Exclude'),
  decision_accept: say('采用', 'Accept'),
  decision_register: say('名录', 'Register'),
  'decision_enter-list': say('列入名单', 'Enter the list'),
  'decision_leave-list': say('退出名单', 'Leave the list'),
  'decision_assess-too': say('一并评估', 'Assess too'),
  decisionHint_note: say('只作记录，不改变任何结果。', 'Is kept for the record and changes no result.'),
  decisionHint_exclude: say(
    '此后该数值按缺失处理，由它算出的结果也随之缺失。',
    'The value is missing from now on, and so is what is computed from it.',
  ),
  decisionHint_accept: say(
    '该数值有效；此前的“不采用”即撤回。',
    'The value holds; an exclusion is taken back.',
  ),
  reason: say('理由', 'Reason'),
  document: say('依据文号（可不填）', 'Document (optional)'),
  decidedBy: say('决定人（可不填）', 'Decided by (optional)'),
  recording: say('正在记录', 'Recording'),
  recordDecision: say('记录', 'Record'),
  decisionsStay: say('决定不会被删除。', 'Decisions are never deleted.'),
  decided: say('已记录。', 'Recorded.'),
  decidedBefore: say(
    '最近一次决定与此完全相同，没有再记一次。',
    'The latest decision is the very same; it was not recorded again.',
  ),
} satisfies Record<string, Text>;
