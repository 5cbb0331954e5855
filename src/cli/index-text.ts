import type { IndexAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { type PrintedColumn, printTable } from './table.js';

type Say = (en: string, zh: string) => string;
type Row = IndexAnswer['results'][number];

/** The answer of `index` for people: ranking with intervals, weights, and which choice moves the ranks. */
export function indexTablesText(answer: IndexAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  return [
    rankingTable(answer, say),
    variationLine(answer, say),
    sensitivityTable(answer, say),
    failureLines(answer, lang, say),
    stepLines(answer, say),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rankingTable(answer: IndexAnswer, say: Say): string {
  const { results, weights, uncertainty, variation } = answer;
  const top = weights.at(-1)?.code ?? '';
  const groups = weights.filter(({ parent, level }) => parent === top && level > 1).map(({ code }) => code);
  const timed = results.some(({ time }) => time !== undefined);
  const ranked = [...results].sort(
    (a, b) => (b.time ?? 0) - (a.time ?? 0) || (a.rank ?? Infinity) - (b.rank ?? Infinity),
  );
  const score = (code: string): PrintedColumn<Row> => ({
    title: code,
    of: (one) => shown(one.scores[code]),
    right: true,
  });
  const varied = new Map((uncertainty ?? []).map((one) => [one.unit, one]));
  const of = (row: Row) =>
    row.time === undefined || row.time === variation?.time ? varied.get(row.unit) : undefined;
  const intervals: PrintedColumn<Row>[] = [
    {
      title: say('5–95 %', '5–95% 区间'),
      of: (row) => `${shown(of(row)?.q05, 1)}–${shown(of(row)?.q95, 1)}`,
      right: true,
    },
    { title: say('median', '中位'), of: (row) => shown(of(row)?.median, 1), right: true },
  ];
  const reaches = {
    title: say('reaches', '达标'),
    of: (row: Row) => percent(of(row)?.reaches),
    right: true,
  };
  return printTable(ranked, [
    { title: say('rank', '名次'), of: (one) => String(one.rank ?? '—'), right: true },
    ...(uncertainty ? intervals : []),
    ...(uncertainty?.some((one) => one.reaches !== null) ? [reaches] : []),
    { title: say('unit', '单元'), of: (one) => one.unit },
    ...(timed ? [{ title: say('time', '时间'), of: (one: Row) => String(one.time) }] : []),
    score(top),
    ...groups.slice(0, 6).map(score),
  ]);
}

function variationLine({ variation, settings }: IndexAnswer, say: Say): string {
  if (!variation) return '';
  const { runs, failed, factors } = variation;
  const seed = settings.variation?.seed ?? '';
  const names = factors.join(', ');
  return say(
    `${runs} replications (seed ${seed}), ${failed} failed; varied: ${names}`,
    `重复计算 ${runs} 次（种子 ${seed}），失败 ${failed} 次；变动：${names}`,
  );
}

function sensitivityTable({ sensitivity, sobol }: IndexAnswer, say: Say): string {
  if (!sensitivity) return '';
  const interval = (pair: (typeof sensitivity)[number]['firstInterval']) =>
    pair ? `${shown(pair[0])}–${shown(pair[1])}` : '—';
  const table = printTable(sensitivity, [
    { title: say('moves the ranks', '影响名次的因素'), of: (one) => one.factor },
    { title: say('alone', '一阶'), of: (one) => shown(one.first), right: true },
    { title: '5–95 %', of: (one) => interval(one.firstInterval), right: true },
    { title: say('with others', '总效应'), of: (one) => shown(one.total), right: true },
    { title: '5–95 %', of: (one) => interval(one.totalInterval), right: true },
  ]);
  const shift = shown(sobol?.meanShift);
  const line = say(
    `mean rank shift ${shift} places, over ${sobol?.samples} samples (${sobol?.runs} replications, ${sobol?.failed} failed)`,
    `平均名次变动 ${shift} 位，样本 ${sobol?.samples} 个（重复计算 ${sobol?.runs} 次，失败 ${sobol?.failed} 次）`,
  );
  return `${table}\n${line}`;
}

/** The first failures; all are in the JSON answer and in the export. */
function failureLines({ failures }: IndexAnswer, lang: Language, say: Say): string {
  if (!failures?.length) return '';
  const lines = failures.slice(0, 3).map(({ of, replication, choices, message }) => {
    const chosen = Object.entries(choices)
      .map(([name, choice]) => `${name}: ${choice}`)
      .join(', ');
    return `  ${of} ${replication} (${chosen}): ${message[lang]}`;
  });
  return [say('failed, for instance:', '失败示例：'), ...lines].join('\n');
}

function stepLines({ steps }: IndexAnswer, say: Say): string {
  const lines = steps.map(
    ({ step, method, detail }) => `  ${step}: ${method}${detail === '' ? '' : ` (${detail})`}`,
  );
  return [say('steps', '步骤'), ...lines].join('\n');
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${(share * 100).toFixed(0)} %`;
}

function shown(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return '—';
  return digits === 1 ? String(Math.round(value * 10) / 10) : value.toFixed(digits);
}
