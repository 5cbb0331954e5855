import type { LedgerRow } from '../app/index.js';
import type { LedgerEvent, LedgerStatus, Light, RecheckResult } from '../assess/index.js';
import type { Language, Text } from '../base/index.js';
import { printTable } from './table.js';

const statusWords: Readonly<Record<LedgerStatus | 'found', Text>> = {
  found: { en: 'found', zh: '已发现' },
  open: { en: 'open', zh: '已立项' },
  planned: { en: 'planned', zh: '已定措施' },
  under_way: { en: 'under way', zh: '实施中' },
  done: { en: 'done', zh: '已完成' },
  closed: { en: 'closed', zh: '已销号' },
  dropped: { en: 'dropped', zh: '已撤销' },
};

const resultWords: Readonly<Record<RecheckResult, Text>> = {
  improved: { en: 'improved', zh: '改善' },
  same: { en: 'same', zh: '持平' },
  worse: { en: 'worse', zh: '变差' },
  cannot_tell: { en: 'cannot tell', zh: '无法判断' },
};

const lightWords: Readonly<Record<Light, Text>> = {
  green: { en: 'green', zh: '绿' },
  yellow: { en: 'yellow', zh: '黄' },
  red: { en: 'red', zh: '红' },
  none: { en: '—', zh: '—' },
};

/** Findings in lines, one each. */
export function findingsTable(rows: readonly LedgerRow[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    {
      title: zh ? '状态' : 'status',
      of: (row) => `${statusWords[row.status][lang]}${row.overdue ? ' !' : ''}`,
    },
    { title: zh ? '城市' : 'city', of: (row) => `${row.name.zh} ${row.name.en}` },
    { title: zh ? '年份' : 'period', of: (row) => row.period },
    {
      title: zh ? '内容' : 'what',
      of: (row) => `${row.label[lang]}${row.place === '' ? '' : ` @ ${row.place}`}`,
    },
    { title: zh ? '灯' : 'light', of: (row) => lightWords[row.light][lang] },
    { title: zh ? '不一致' : 'mismatch', of: (row) => mismatchWord(row, lang) },
    { title: zh ? '措施' : 'measure', of: (row) => row.measure?.measure ?? '' },
    { title: zh ? '责任单位' : 'body', of: (row) => row.measure?.body ?? '' },
    { title: zh ? '交办' : 'assigned', of: assigneeOf },
    { title: zh ? '期限' : 'deadline', of: (row) => row.due || (row.measure?.deadline ?? '') },
    { title: zh ? '复查' : 're-check', of: (row) => recheckWord(row, lang) },
    { title: 'id', of: (row) => row.id },
  ]);
}

function assigneeOf({ assignment }: LedgerRow): string {
  return [assignment?.person, assignment?.office].filter(Boolean).join(' · ');
}

function mismatchWord({ mismatch }: LedgerRow, lang: Language): string {
  if (mismatch === null) return '';
  if (mismatch === 'people_worse') return lang === 'zh' ? '指标好、居民差' : 'figures good, people not';
  return lang === 'zh' ? '指标差、居民好' : 'people good, figures not';
}

function recheckWord({ recheck }: LedgerRow, lang: Language): string {
  return recheck === null ? '' : `${recheck.period} ${resultWords[recheck.result][lang]}`;
}

/** One finding and its history. */
export function findingHistory(row: LedgerRow, lang: Language): string {
  const lines = row.history.map((event) =>
    `  ${event.at}  ${event.by}  ${event.document}  ${wordsOf(event, lang)}`.trimEnd(),
  );
  return [findingsTable([row], lang), ...lines].join('\n');
}

function wordsOf(event: LedgerEvent, lang: Language): string {
  const zh = lang === 'zh';
  switch (event.kind) {
    case 'opened':
      return `${zh ? '立项' : 'opened'} ${event.content.note}`;
    case 'measure': {
      const { measure, body, budget, deadline, workItem } = event.content;
      const parts = [measure, body, budget === null ? '' : `${budget} CNY`, deadline, workItem].filter(
        Boolean,
      );
      return `${zh ? '措施' : 'measure'} ${parts.join(' · ')}`;
    }
    case 'status':
      return `→ ${statusWords[event.content.status][lang]} ${event.content.reason}`;
    case 'recheck':
      return `${zh ? '复查' : 're-check'} ${event.content.period} ${resultWords[event.content.result][lang]} ${event.content.reason}`;
    case 'note':
      return event.content.text;
    case 'assigned': {
      const { person, office, deadline, note } = event.content;
      const to = [person, office, deadline, note].filter(Boolean).join(' · ');
      const back = zh ? '收回交办' : 'assigned to nobody';
      return person === '' && office === '' ? back : `${zh ? '交办' : 'assigned'} ${to}`;
    }
    case 'comment':
      return `${event.content.edits === '' ? '' : `${zh ? '改评论' : 'edit of'} ${event.content.edits} `}“${event.content.text}” [${event.id}]`;
    case 'file': {
      const { name, bytes, caption } = event.content;
      return `${zh ? '附件' : 'file'} ${name} (${bytes} B) ${caption} [${event.id}]`;
    }
  }
}
