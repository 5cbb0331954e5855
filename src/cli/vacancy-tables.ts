import type { VacancyAnswer, VacancyRow } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Estates that a terminal shows; all are in the files and in JSON. */
const shownEstates = 20;

/** The answer of `vacancy` for people: the city, its sources, the emptiest estates, where the files are. */
export function vacancyTables(
  answer: VacancyAnswer,
  lang: Language,
  label: (scheme: string, id: string) => string,
): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { rows, city, confidence, meters, calibration, findings, files } = answer;
  const sure = (confidence * 100).toFixed(0);
  const coverage = percent(city.coverage);
  const head = [
    city.rate === null
      ? say('the rate of the city is not known', '城市空置率无法得出')
      : say(
          `city: ${percent(city.rate.mid)} vacant (${sure} % interval ${percent(city.rate.low)} to ${percent(city.rate.high)}), ${coverage} of ${city.unitsAll} units covered`,
          `全市空置率 ${percent(city.rate.mid)}（${sure}% 区间 ${percent(city.rate.low)} 至 ${percent(city.rate.high)}），覆盖 ${city.unitsAll} 套中的 ${coverage}`,
        ),
    meters === null
      ? ''
      : say(
          `meters: ${meters.readings} readings of ${meters.units} units, ${meters.from} to ${meters.to}`,
          `水电表：${meters.units} 户 ${meters.readings} 条读数，${meters.from} 至 ${meters.to}`,
        ),
  ];
  const sources = printTable(calibration, [
    { title: say('source', '来源'), of: ({ source }) => label('vacancy_source', source) },
    { title: say('estates visited', '核查小区'), of: ({ estates }) => String(estates), right: true },
    { title: say('bias', '偏差'), of: ({ bias }) => percent(bias), right: true },
    { title: say('its error', '偏差误差'), of: ({ biasError }) => percent(biasError), right: true },
  ]);
  const sorted = rows.toSorted((a, b) => (b.rate?.mid ?? -1) - (a.rate?.mid ?? -1));
  const table = printTable(sorted.slice(0, shownEstates), [
    { title: say('estate', '小区'), of: ({ estate }) => estate },
    { title: say('units', '套数'), of: ({ units }) => String(units), right: true },
    { title: say('vacant', '空置率'), of: (row) => rateText(row, say), right: true },
    { title: say('from', '下限'), of: ({ rate }) => percent(rate?.low ?? null), right: true },
    { title: say('to', '上限'), of: ({ rate }) => percent(rate?.high ?? null), right: true },
    ...(rows.some(({ seasonal }) => seasonal !== null)
      ? [
          {
            title: say('part of the year', '季节性居住'),
            of: ({ seasonal }: VacancyRow) => (seasonal === null ? '—' : String(seasonal)),
            right: true,
          },
        ]
      : []),
    {
      title: say('sources', '来源'),
      of: (row) => row.sources.map(({ source }) => label('vacancy_source', source)).join(say(', ', '、')),
    },
  ]);
  const more = rows.length - shownEstates;
  const opened =
    findings === null
      ? ''
      : say(
          `findings: ${findings.opened.length} opened, ${findings.known.length} were in the ledger`,
          `问题台账：新登记 ${findings.opened.length} 项，已在台账 ${findings.known.length} 项`,
        );
  return [
    head.filter(Boolean).join('\n'),
    calibration.length > 0 ? sources : '',
    more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 个`)}` : table,
    opened,
    files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function rateText({ rate, suppressed }: VacancyRow, say: (en: string, zh: string) => string): string {
  return suppressed ? say('not told', '不公布') : percent(rate?.mid ?? null);
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
