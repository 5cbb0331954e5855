import type { UploadAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

type Entry = UploadAnswer['changes'][number]['old'];

/** What an upload came to, for people: what changes, and a message at each cell that has a fault. */
export function uploadText(answer: UploadAnswer, lang: Language): string {
  const zh = lang === 'zh';
  const { name, saved, changes, messages, revision, sha256 } = answer;
  const count = changes.length;
  const verdict = zh
    ? `${saved ? '已保存' : '未保存'} ${count} 项改动`
    : `${count} changes ${saved ? 'saved' : 'not saved'}`;
  const head = `${name[lang]} · ${verdict} · ${zh ? '版次' : 'revision'} ${revision} · SHA-256 ${sha256.slice(0, 12)}`;
  const table = printTable(changes, [
    { title: zh ? '单元格' : 'cell', of: ({ cell }) => cell },
    { title: zh ? '指标' : 'indicator', of: ({ label }) => label[lang] },
    { title: zh ? '原值' : 'before', of: ({ old }) => words(old, lang) },
    { title: zh ? '新值' : 'after', of: (change) => words(change.new, lang) },
  ]);
  const told = [...messages, ...answer.issues.filter(({ cell }) => cell !== null)].map(
    ({ cell, code, message, remedy }) =>
      `${cell ?? ''} ${code}: ${message[lang]}${zh ? '。' : '. '}${remedy[lang]}`.trim(),
  );
  return [head, ...(count > 0 ? [table] : []), ...told].join('\n');
}

function words({ value, why, source }: Entry, lang: Language): string {
  const shown = value === null ? (lang === 'zh' ? '缺失' : 'missing') : String(value);
  return [shown, why, source].filter(Boolean).join(' · ');
}
