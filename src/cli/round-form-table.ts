import type { FormLine, ReturnAnswer, SaveAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import type { ReturnIssue } from '../campaign/index.js';
import { issueLine } from './output.js';
import { returnStateWords, stepWords } from './round-words.js';
import { printTable } from './table.js';

/** The return of a unit for people: one table a section, then what the checks say. */
export function formTable(found: ReturnAnswer, lang: Language): string {
  const { name, view, label, forms, issues, history } = found;
  const zh = lang === 'zh';
  const head = `${label[lang]}  ${name[lang]}  ${returnStateWords[view.state][lang]}  ${zh ? '版次' : 'revision'} ${view.revision}`;
  const question = view.question === null ? [] : [`? ${view.question.by}: ${view.question.why}`];
  const tables = forms.flatMap((form) => [
    '',
    `${form.id}  ${form.label[lang]}`,
    form.instructions[lang],
    ...form.sections.flatMap((section) => ['', section.label[lang], linesTable(section.lines, lang)]),
  ]);
  const steps = history.map(
    ({ at, by, kind, why }) => `${at.slice(0, 16)}  ${by}  ${stepWords[kind][lang]}${why && `  ${why}`}`,
  );
  return [head, ...question, ...tables, '', ...issueLines(issues, lang), '', ...steps].join('\n').trimEnd();
}

function linesTable(lines: readonly FormLine[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(lines, [
    { title: zh ? '指标' : 'indicator', of: ({ indicator }) => indicator },
    { title: zh ? '名称' : 'label', of: ({ label, required }) => `${label[lang]}${required ? ' *' : ''}` },
    { title: zh ? '单位' : 'unit', of: ({ unitLabel }) => unitLabel[lang] },
    {
      title: zh ? '上年' : 'year before',
      of: ({ lastYear }) => (lastYear === null ? '' : String(lastYear.value)),
      right: true,
    },
    { title: zh ? '数值' : 'value', of: shownValue, right: true },
    { title: zh ? '来源' : 'source', of: ({ value }) => value?.source ?? '' },
  ]);
}

function shownValue({ value, unit }: FormLine): string {
  if (value === null) return '';
  if (value.value === null) return value.missing === '' ? '' : `(${value.missing})`;
  return value.unit === unit ? String(value.value) : `${value.value} ${value.unit}`;
}

/** What saving came to, for people. */
export function issuesTable({ saved, changed, revision, issues }: SaveAnswer, lang: Language): string {
  const head =
    lang === 'zh'
      ? saved
        ? `已保存，改动 ${changed} 项，第 ${revision} 版`
        : '未保存：有数值无法读取'
      : saved
        ? `saved, ${changed} values changed, revision ${revision}`
        : 'nothing was saved: some values cannot be read';
  return [head, ...issueLines(issues, lang)].join('\n');
}

function issueLines(issues: readonly ReturnIssue[], lang: Language): readonly string[] {
  const words = { error: { en: 'error', zh: '错误' }, warning: { en: 'warning', zh: '提示' } } as const;
  const explained = { en: ', explained', zh: '，已说明' } as const;
  return issues.map(
    (one) => `${words[one.severity][lang]}${one.explained ? explained[lang] : ''}: ${issueLine(one, lang)}`,
  );
}
