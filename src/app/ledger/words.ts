import type { LedgerKind } from '../../assess/index.js';
import type { Text } from '../../base/index.js';

/** What somebody did to a finding, for messages. */
export const kindWords: Readonly<Record<LedgerKind, Text>> = {
  opened: { en: 'opened it', zh: '立项' },
  measure: { en: 'recorded a measure', zh: '记录了措施' },
  status: { en: 'moved its status', zh: '更改了状态' },
  recheck: { en: 're-checked it', zh: '作了复查' },
  note: { en: 'wrote a note', zh: '记了备注' },
  assigned: { en: 'assigned it', zh: '作了交办' },
  comment: { en: 'wrote a comment', zh: '写了评论' },
  file: { en: 'added a file', zh: '添加了附件' },
};
