import type { Text } from '../base/index.js';
import type { ReturnKind, ReturnState, RoundKind, RoundState } from '../campaign/index.js';

/** States and steps of rounds and returns in the words of readers. */
export const roundStateWords: Readonly<Record<RoundState, Text>> = {
  draft: { en: 'draft', zh: '草稿' },
  open: { en: 'open', zh: '填报中' },
  closed: { en: 'closed', zh: '已截止' },
  locked: { en: 'locked', zh: '已锁定' },
  published: { en: 'published', zh: '已公布' },
};

export const returnStateWords: Readonly<Record<ReturnState, Text>> = {
  not_begun: { en: 'not begun', zh: '未开始' },
  in_work: { en: 'in work', zh: '填报中' },
  submitted: { en: 'submitted', zh: '已提交' },
  returned_by_province: { en: 'returned by the province', zh: '省级退回' },
  accepted_by_province: { en: 'accepted by the province', zh: '省级通过' },
  returned_by_nation: { en: 'returned by the nation', zh: '国家退回' },
  accepted_by_nation: { en: 'accepted by the nation', zh: '国家通过' },
  locked: { en: 'locked', zh: '已锁定' },
  left_out: { en: 'left out', zh: '未纳入' },
  reopened: { en: 'reopened', zh: '重新开放' },
};

export const stepWords: Readonly<Record<RoundKind | ReturnKind, Text>> = {
  define: { en: 'defined', zh: '建立' },
  open: { en: 'opened', zh: '开放' },
  close: { en: 'closed', zh: '截止' },
  lock: { en: 'locked', zh: '锁定' },
  compute: { en: 'computed', zh: '计算' },
  recompute: { en: 'computed by a second person', zh: '复算' },
  publish: { en: 'published', zh: '公布' },
  save: { en: 'saved', zh: '保存' },
  evidence: { en: 'file attached', zh: '上传佐证' },
  submit: { en: 'submitted', zh: '提交' },
  accept_province: { en: 'accepted by the province', zh: '省级通过' },
  return_province: { en: 'returned by the province', zh: '省级退回' },
  accept_nation: { en: 'accepted by the nation', zh: '国家通过' },
  return_nation: { en: 'returned by the nation', zh: '国家退回' },
  lock_return: { en: 'locked', zh: '锁定' },
  leave_out: { en: 'left out', zh: '未纳入' },
  appeal: { en: 'appeal filed', zh: '提出申诉' },
  grant: { en: 'appeal granted', zh: '申诉获准' },
  dismiss: { en: 'appeal dismissed', zh: '申诉驳回' },
};
