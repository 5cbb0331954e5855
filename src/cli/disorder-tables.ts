import type { DisorderAnswer, PlanAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** The segments that a terminal shows; all are in the files. */
const shownSegments = 10;

type Say = (en: string, zh: string) => string;

/** The answer of `disorder` for people: the city, its worst segments, agreement, calibration, files. */
export function disorderTables(
  answer: DisorderAnswer,
  lang: Language,
  label: (id: string) => string,
): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  return [
    ...(answer.segments.length > 0
      ? [cityLines(answer, say, label), segmentsTable(answer, say, label)]
      : [say('no segment was scored', '没有可计算的街段')]),
    sharesLine(answer, say),
    agreementTable(answer, say, label),
    calibrationTable(answer, say, label),
    findingsLine(answer, say),
    answer.files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function cityLines({ city }: DisorderAnswer, say: Say, label: (id: string) => string): string {
  const colon = say(': ', '：');
  const lines = [
    [
      say('disorder of the city', '城市失序得分'),
      say(
        `${two(city.score)} (0 order, 1 disorder), ${city.scored} of ${city.segments} segments${
          city.byLength ? `, ${metres(city.lengthM)}` : ''
        }`,
        `${two(city.score)}（0 有序，1 失序），${city.segments} 个街段中 ${city.scored} 个有得分${
          city.byLength ? `，共 ${metres(city.lengthM)}` : ''
        }`,
      ),
    ],
    [
      say('pictures', '图片'),
      `${city.images}${city.years === null ? '' : `${say(', ', '，')}${[...new Set(city.years)].join('–')}`}`,
    ],
    ...Object.entries(city.dimensions).map(([name, value]) => [label(name), two(value)]),
    ...(city.reference === null
      ? []
      : [
          [
            say('above the reference city', '高于参照城市'),
            say(
              `${percent(city.reference.shareAbove)}; its threshold ${two(city.reference.threshold)}`,
              `${percent(city.reference.shareAbove)}；阈值 ${two(city.reference.threshold)}`,
            ),
          ],
        ]),
  ];
  return lines.map(([name, text]) => `${name}${colon}${text}`).join('\n');
}

function segmentsTable({ segments }: DisorderAnswer, say: Say, label: (id: string) => string): string {
  const worst = segments.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)).slice(0, shownSegments);
  const dimensions = Object.keys(worst[0]?.dimensions ?? {});
  const table = printTable(worst, [
    { title: say('segment', '街段'), of: (one) => one.segment },
    { title: say('score', '得分'), of: (one) => two(one.score), right: true },
    ...dimensions.map((name) => ({
      title: label(name),
      of: (one: (typeof worst)[number]) => two(one.dimensions[name] ?? null),
      right: true,
    })),
    { title: say('pictures', '图片'), of: (one) => String(one.images), right: true },
    { title: say('length', '长度'), of: (one) => metres(one.lengthM), right: true },
    ...(worst.some(({ above }) => above !== null)
      ? [
          {
            title: say('above', '高于阈值'),
            of: (one: (typeof worst)[number]) =>
              one.above === null ? '—' : one.above ? say('yes', '是') : say('no', '否'),
          },
        ]
      : []),
  ]);
  const more = segments.length - worst.length;
  return more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 个`)}` : table;
}

function sharesLine({ shares }: DisorderAnswer, say: Say): string {
  if (shares === null) return '';
  const largest = Object.entries(shares.classes)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(say(', ', '，'));
  return say(
    `mean shares of classes in ${shares.images} pictures: ${largest}`,
    `${shares.images} 张图片的平均类别占比：${largest}`,
  );
}

function agreementTable({ agreement }: DisorderAnswer, say: Say, label: (id: string) => string): string {
  if (agreement === null) return '';
  return printTable(agreement, [
    {
      title: say('agreement on', '一致性'),
      of: ({ element }) => (element === 'all' ? say('all', '全部') : label(element)),
    },
    { title: say('judged twice', '多人评判'), of: (one) => String(one.images), right: true },
    { title: say('auditors', '审计员'), of: (one) => String(one.auditors), right: true },
    { title: 'Cohen', of: (one) => two(one.kappa), right: true },
    { title: 'Fleiss', of: (one) => two(one.fleissKappa), right: true },
    { title: 'Krippendorff', of: (one) => two(one.alphaNominal), right: true },
  ]);
}

function calibrationTable({ calibration }: DisorderAnswer, say: Say, label: (id: string) => string): string {
  if (calibration === null) return '';
  return printTable(calibration, [
    { title: say('calibration of', '校准'), of: ({ element }) => label(element) },
    { title: say('used', '采用'), of: ({ used }) => (used ? say('yes', '是') : say('no', '否')) },
    { title: say('rated', '评分图片'), of: (one) => String(one.images), right: true },
    { title: say('seen', '出现率'), of: (one) => two(one.presence), right: true },
    { title: say('skill', '技巧得分'), of: (one) => two(one.skill), right: true },
    { title: say('bias', '偏差'), of: (one) => two(one.bias), right: true },
    { title: 'F1', of: (one) => two(one.f1), right: true },
  ]);
}

function findingsLine({ findings }: DisorderAnswer, say: Say): string {
  if (findings === null) return '';
  const [opened, known] = [findings.opened.length, findings.known.length];
  return say(
    `findings: ${opened} opened, ${known} were in the ledger`,
    `问题台账：新登记 ${opened} 项，已在台账 ${known} 项`,
  );
}

/** The answer of `disorder --plan` for people. */
export function planTables(answer: PlanAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { coverage } = answer;
  const lines = [
    say(
      `${answer.streets} streets, ${metres(answer.lengthM)}; ${answer.points} points at most ${answer.spacingM} m apart, ${answer.pictures} pictures`,
      `${answer.streets} 条街道，共 ${metres(answer.lengthM)}；采样点 ${answer.points} 个（间距不超过 ${answer.spacingM} 米），图片 ${answer.pictures} 张`,
    ),
    ...(coverage === null
      ? []
      : [
          say(
            `${coverage.points} points have a picture, ${coverage.complete} all four headings: ${percent(coverage.lengthShare)} of the length`,
            `已有图片的采样点 ${coverage.points} 个，四向齐全 ${coverage.complete} 个，占长度 ${percent(coverage.lengthShare)}`,
          ),
          say(
            `${coverage.pictures} pictures: ${coverage.leftOut} of another season or hour, ${coverage.far} near no point`,
            `图片 ${coverage.pictures} 张：季节或时段不符 ${coverage.leftOut} 张，不在采样点附近 ${coverage.far} 张`,
          ),
        ]),
    ...answer.files.map(({ path }) => path),
  ];
  return lines.join('\n');
}

function two(value: number | null): string {
  return value === null ? '—' : value.toFixed(2);
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}

function metres(length: number | null): string {
  if (length === null) return '—';
  return length < 10_000 ? `${length.toFixed(0)} m` : `${(length / 1000).toFixed(1)} km`;
}
