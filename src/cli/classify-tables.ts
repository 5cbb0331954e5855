import type { Classification } from '../app/index.js';
import type { RecoveryRow } from '../assess/index.js';
import type { Language, Text } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { printTable } from './table.js';

/** Says a thing in the language of the call. */
type Say = (en: string, zh: string) => string;

interface Words {
  readonly lang: Language;
  readonly say: Say;
  readonly label: (scheme: string, word: string | null) => string;
  readonly share: (value: number | null, unit: string | null) => string;
}

function wordsOf(catalog: Catalog, lang: Language): Words {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const none = '—';
  return {
    lang,
    say,
    label: (scheme, word) =>
      word === null
        ? none
        : (catalog.classes.get(scheme)?.classes.find(({ id }) => id === word)?.label[lang] ?? word),
    share: (value, unit) => {
      if (value === null) return none;
      return unit === 'share' ? `${(value * 100).toFixed(2)} %` : String(Number(value.toPrecision(6)));
    },
  };
}

/** A line for each unit; official and computed type in columns of their own. */
export function classificationTable(
  rows: readonly Classification[],
  catalog: Catalog,
  lang: Language,
): string {
  const words = wordsOf(catalog, lang);
  const { say, label } = words;
  return printTable(rows, [
    { title: say('code', '代码'), of: (row) => row.adcode },
    { title: say('Chinese', '中文名'), of: (row) => row.name.zh },
    { title: say('English', '英文名'), of: (row) => row.name.en },
    { title: say('official type', '官方类型'), of: (row) => label('official_type', row.official.type) },
    { title: say('batch', '批次'), of: (row) => String(row.official.batch ?? '—'), right: true },
    { title: say('computed type', '测算类型'), of: (row) => computedWords(row, words) },
    {
      title: say('sets passed', '通过阈值组'),
      of: ({ sets }) =>
        say(
          `${sets.passed} of ${sets.decided} (${sets.of})`,
          `${sets.decided}组中${sets.passed}组（共${sets.of}组）`,
        ),
      right: true,
    },
    { title: say('exhausted', '枯竭'), of: (row) => yesNo(row.exhaustion.exhausted, say) },
    { title: say('enter', '列入'), of: (row) => signalWords(row.signals.entry.state, say) },
    { title: say('leave', '退出'), of: (row) => signalWords(row.signals.exit.state, say) },
  ]);
}

/** Everything about one unit, with what is missing and the import that would fill it. */
export function classificationDetails(row: Classification, catalog: Catalog, lang: Language): string {
  const words = wordsOf(catalog, lang);
  return [
    headLines(row, words),
    testTable(row, words),
    axisTable(row, words),
    quotientLine(row, catalog, words),
    decouplingLine(row, words),
    exhaustionLines(row, words),
    signalLines(row, words),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headLines(row: Classification, words: Words): string {
  const { say, label } = words;
  const official = label('official_type', row.official.type);
  const { passed, decided, of } = row.sets;
  return [
    `${row.adcode} ${row.name.zh} ${row.name.en}`,
    row.listed
      ? `${say('official type', '官方类型')}: ${official}`
      : say('not on the official list', '不在官方名单上'),
    `${say('computed type', '测算类型')}: ${computedWords(row, words)}`,
    say(
      `passes ${passed} of the ${decided} threshold sets that could be decided, of ${of}`,
      `在可判定的${decided}组阈值中通过${passed}组，共${of}组`,
    ),
  ].join('\n');
}

function testTable({ tests }: Classification, { lang, say, share }: Words): string {
  const table = printTable(tests, [
    { title: say('set', '组'), of: (test) => test.set },
    { title: say('test', '检验'), of: (test) => test.label[lang] },
    { title: say('value', '数值'), of: (test) => share(test.value, test.unit), right: true },
    { title: say('year', '年份'), of: (test) => test.period ?? '—' },
    { title: say('threshold', '阈值'), of: (test) => share(test.threshold, test.unit), right: true },
    { title: say('margin', '差距'), of: (test) => share(test.margin, test.unit), right: true },
    { title: say('passes', '通过'), of: (test) => yesNo(test.pass, say) },
    {
      title: say('basis', '口径'),
      of: (test) =>
        test.value === null ? '' : test.standIn ? say('stand-in', '替代指标') : say('as meant', '原指标'),
    },
    {
      title: say('mark', '标记'),
      of: (test) => (test.mark === 'M' ? say('M unverified', 'M 未核实') : test.mark),
    },
  ]);
  const gaps = new Set(tests.flatMap(({ fill }) => (fill ? [fill[lang]] : [])));
  return [table, ...[...gaps].map((gap) => `${say('missing, to be imported', '缺失，可导入')}: ${gap}`)].join(
    '\n',
  );
}

function axisTable({ computed }: Classification, { lang, say }: Words): string {
  const rows = [computed.security, computed.sustainability].flatMap((axis, at) =>
    axis.inputs.map((input) => ({ ...input, axis: at === 0 ? 'R' : 'S', score: axis.score })),
  );
  return printTable(rows, [
    { title: say('axis', '轴'), of: (row) => row.axis },
    { title: say('input', '输入'), of: (row) => row.label[lang] },
    { title: say('value', '数值'), of: (row) => shown(row.value), right: true },
    { title: say('year', '年份'), of: (row) => row.period ?? '—' },
    { title: say('place 0–1', '位次 0–1'), of: (row) => shown(row.place), right: true },
    { title: say('to be imported', '可导入'), of: (row) => row.fill?.[lang] ?? '' },
  ]);
}

function quotientLine({ quotients }: Classification, catalog: Catalog, { lang, say }: Words): string {
  const known = quotients.values.filter(({ value }) => value !== null);
  if (known.length === 0) return '';
  const largest = [...known].sort((a, b) => (b.value as number) - (a.value as number)).slice(0, 3);
  const mining = known.find(({ indicator }) => indicator === 'employed_mining');
  const chosen = new Set(mining ? [mining, ...largest] : largest);
  const parts = [...chosen].map(
    ({ indicator, value }) =>
      `${catalog.indicators.get(indicator)?.label[lang] ?? indicator} ${shown(value)}`,
  );
  return `${say('location quotients', '区位商')} ${quotients.period ?? ''}: ${parts.join('; ')}`;
}

function decouplingLine({ decoupling }: Classification, { label, say }: Words): string {
  const state = decoupling
    ? `${label('resource_decoupling', decoupling.state)} (${decoupling.from}–${decoupling.to})`
    : say(
        'not known; import value_added_manufacturing and value_added_mining',
        '未知；可导入 value_added_manufacturing 与 value_added_mining',
      );
  return `${say('resource decoupling', '资源脱钩')}: ${state}`;
}

function exhaustionLines({ exhaustion }: Classification, { say }: Words): string {
  if (exhaustion.clocks.length === 0) {
    return `${say('exhaustion', '枯竭')}: ${say('not known; give reserves with --reserves', '未知；可用 --reserves 给出储量')}`;
  }
  const verdict = yesNo(exhaustion.exhausted, say);
  const table = printTable(exhaustion.clocks, [
    { title: say('resource', '资源'), of: (clock) => clock.resource },
    {
      title: say('basis', '口径'),
      of: (clock) => (clock.basis === 'total' ? say('total', '总储量') : say('recoverable', '可采储量')),
    },
    { title: say('extracted', '已采出'), of: (clock) => percent(clock.extractedShare), right: true },
    { title: say('threshold', '阈值'), of: (clock) => percent(clock.threshold), right: true },
    { title: say('years left', '剩余年数'), of: (clock) => shown(clock.yearsLeft), right: true },
    { title: say('threshold reached', '达到阈值'), of: (clock) => shown(clock.thresholdYear), right: true },
    { title: say('gaps', '缺年'), of: (clock) => clock.gaps.join(' ') },
  ]);
  return `${say('exhausted', '枯竭')}: ${verdict} (${exhaustion.resource ?? say('no leading resource', '主导资源未定')})\n${table}`;
}

function signalLines({ signals }: Classification, { say }: Words): string {
  const line = (title: string, { state, judged, needed }: Classification['signals']['exit']) =>
    `${title}: ${signalWords(state, say)} ${say(`(${judged} of ${needed} years in a row judged)`, `（连续可判年数${judged}，须${needed}）`)}`;
  return [
    line(say('signal to enter the list', '列入名单信号'), signals.entry),
    line(say('signal to leave the list', '退出名单信号'), signals.exit),
    say(
      'A signal is a recommendation; the register changes only by `afterlode decide` with a document.',
      '信号仅为建议；名录只能由附文号的 `afterlode decide` 变更。',
    ),
  ].join('\n');
}

function computedWords({ computed }: Classification, { say, label }: Words): string {
  const { type, border, reason } = computed;
  if (type === null) {
    return {
      'no-security': say('— too little on resources', '— 资源数据不足'),
      'no-sustainability': say('— too little on development', '— 发展数据不足'),
      'no-axis': say('— too little data', '— 数据不足'),
      'no-growth': say('— output growth unknown', '— 产量增长未知'),
    }[reason ?? 'no-axis'];
  }
  const between = border?.between?.map((one) => label('official_type', one));
  if (!between) return label('official_type', type);
  return say(`between ${between.join(' and ')}`, `介于${between.join('与')}之间`);
}

/** The recovery table for people. */
export function recoveryLines(rows: readonly RecoveryRow[], catalog: Catalog, lang: Language): string {
  const { say, share } = wordsOf(catalog, lang);
  const scopes: Readonly<Record<RecoveryRow['scope'], Text>> = {
    prefecture: { en: 'prefectures', zh: '地级' },
    county: { en: 'counties', zh: '县级' },
    'county-outside': { en: 'counties outside listed prefectures', zh: '名单地级单位以外的县级' },
  };
  const interval = (low: number | null, high: number | null, unit: string | null) =>
    low === null ? '—' : `${share(low, unit)} – ${share(high, unit)}`;
  const known = rows.filter(({ tested }) => tested > 0);
  const table = printTable(known, [
    { title: say('year', '年份'), of: (row) => row.period },
    { title: say('among', '范围'), of: (row) => scopes[row.scope][lang] },
    { title: say('set', '组'), of: (row) => row.set },
    { title: say('measure', '指标'), of: (row) => row.indicator },
    { title: say('threshold', '阈值'), of: (row) => share(row.threshold, row.unit), right: true },
    { title: say('units', '单位数'), of: (row) => `${row.listed}/${row.tested}`, right: true },
    { title: say('pass', '通过'), of: (row) => `${row.hits}/${row.passing}`, right: true },
    { title: say('precision', '查准率'), of: (row) => percent(row.precision), right: true },
    { title: say('recall', '查全率'), of: (row) => percent(row.recall), right: true },
    { title: 'F1', of: (row) => shown(row.f1), right: true },
    { title: say('ROC area', 'ROC面积'), of: (row) => shown(row.area), right: true },
    { title: '95 %', of: (row) => interval(row.areaLow, row.areaHigh, null) },
    { title: say('best threshold', '最佳阈值'), of: (row) => share(row.best, row.unit), right: true },
    { title: '95 %', of: (row) => interval(row.bestLow, row.bestHigh, row.unit) },
  ]);
  const gaps = new Map(
    rows.flatMap((row) => (row.fill ? [[`${row.set} ${row.label[lang]}`, row.fill[lang]]] : [])),
  );
  const lines = [...gaps].map(
    ([test, fill]) => `${test}: ${say('no data; import', '无数据；可导入')} ${fill}`,
  );
  return [table, ...lines].join('\n');
}

function yesNo(value: boolean | null, say: Say): string {
  if (value === null) return '—';
  return value ? say('yes', '是') : say('no', '否');
}

function signalWords(state: Classification['signals']['exit']['state'], say: Say): string {
  return {
    recommended: say('recommended', '建议'),
    'not-met': say('not met', '不满足'),
    'not-enough-years': say('not enough years', '年数不足'),
  }[state];
}

function shown(value: number | null): string {
  return value === null ? '—' : String(Number(value.toPrecision(4)));
}

function percent(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(1)} %`;
}
