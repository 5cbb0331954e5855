import type { SubsidenceAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** The zones that a terminal shows; all are in the files. */
const shownZones = 10;

/** The answer of `subsidence` for people: what was measured, against what, which ground sank, where the files are. */
export function subsidenceTables(
  answer: SubsidenceAnswer,
  lang: Language,
  label: (scheme: string, id: string) => string,
): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { dates, pairs, pixels, tied, reference, rate, closure, zones } = answer;
  const rows: [string, string][] = [
    [
      say('dates', '日期'),
      say(
        `${dates.length}, ${dates[0]} to ${dates.at(-1)}${pairs === null ? '' : `, ${pairs} pairs`}`,
        `${dates.length} 期，${dates[0]} 至 ${dates.at(-1)}${pairs === null ? '' : `，${pairs} 个干涉对`}`,
      ),
    ],
    [say('pixels', '像元'), say(`${pixels}, ${tied} of them tied`, `${pixels} 个，其中 ${tied} 个已联测`)],
    [
      say('reference', '参考区'),
      `${say('row', '行')} ${reference.row ?? '–'}${say(', ', '，')}${say('column', '列')} ${reference.col ?? '–'}${say(': ', '：')}${stillness(
        reference,
        say,
      )}`,
    ],
    [
      say('rate, mm a year', '速率（毫米/年）'),
      say(
        `${mm(rate.min)} to ${mm(rate.max)}, median ${mm(rate.median)}; negative is away from the satellite`,
        `${mm(rate.min)} 至 ${mm(rate.max)}，中位数 ${mm(rate.median)}；负值表示远离卫星`,
      ),
    ],
  ];
  if (closure)
    rows.push([
      say('triangles', '闭合三角形'),
      say(
        `${closure.triangles}; ${closure.broken} of ${closure.checked} cells' triangles broken, ${closure.mended} values mended`,
        `${closure.triangles} 个；逐像元 ${closure.checked} 次检查中 ${closure.broken} 次不闭合，改正 ${closure.mended} 个值`,
      ),
    ]);
  rows.push(...changeRows(answer, say), ...trackRows(answer, say));
  return [
    rows.map(([name, text]) => `${name}${say(': ', '：')}${text}`).join('\n'),
    zonesTable(zones, say, label),
    remarksOf(zones, lang),
    findingsOf(answer, say),
    answer.kept && `${say('kept as', '已保存为')} ${answer.kept.id}: /subsidence/${answer.kept.id}`,
    answer.files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

type Say = (en: string, zh: string) => string;

/** How many cells change their rate, and when most of them do. */
function changeRows({ changes }: SubsidenceAnswer, say: Say): [string, string][] {
  if (changes === null) return [];
  const most = changes.dates.toSorted((a, b) => b.cells - a.cells)[0];
  const when =
    most &&
    say(`, most of them (${most.cells}) on ${most.date}`, `，最多（${most.cells} 个）在 ${most.date}`);
  return [
    [
      say('changes of rate', '速率转折'),
      say(
        `${changes.changed} of ${changes.tested} pixels${when ?? ''}; noise alone would show ${(changes.level * 100).toFixed(0)} %`,
        `${changes.tested} 个像元中有 ${changes.changed} 个${when ?? ''}；纯噪声约占 ${(changes.level * 100).toFixed(0)} %`,
      ),
    ],
  ];
}

/** Vertical and east motion of two tracks. */
function trackRows({ tracks }: SubsidenceAnswer, say: Say): [string, string][] {
  if (tracks === null) return [];
  const range = ({ min, max }: SubsidenceAnswer['rate']) =>
    say(`${mm(min)} to ${mm(max)}`, `${mm(min)} 至 ${mm(max)}`);
  const { spread, cells, second } = tracks;
  return [
    [
      say('second track', '第二条轨道'),
      say(
        `${second.dates.length} dates, ${second.dates[0]} to ${second.dates.at(-1)}; ${cells} pixels in both; reference ${stillness(second.reference, say)}`,
        `${second.dates.length} 期，${second.dates[0]} 至 ${second.dates.at(-1)}；两者共有 ${cells} 个像元；参考区${stillness(second.reference, say)}`,
      ),
    ],
    [
      say('vertical, mm a year', '垂直速率（毫米/年）'),
      say(
        `${range(tracks.up)}, negative is down; errors of the tracks times ${spread.up.toFixed(2)}`,
        `${range(tracks.up)}，负值为下沉；误差放大 ${spread.up.toFixed(2)} 倍`,
      ),
    ],
    [
      say('east, mm a year', '东西向速率（毫米/年）'),
      say(
        `${range(tracks.east)}, negative is to the west; errors of the tracks times ${spread.east.toFixed(2)}`,
        `${range(tracks.east)}，负值为向西；误差放大 ${spread.east.toFixed(2)} 倍`,
      ),
    ],
  ];
}

/** Without a tied pixel there is nothing to test a reference with. */
function stillness(
  { stable, medianSpeedMmPerYear }: Pick<SubsidenceAnswer['reference'], 'stable' | 'medianSpeedMmPerYear'>,
  say: Say,
): string {
  if (stable) return say('stands still with most ground', '与多数地面一致，稳定');
  return medianSpeedMmPerYear === null
    ? say('cannot be tested, as no pixel is tied', '没有已联测像元，无法检验')
    : say('may be moving', '可能在移动');
}

type Zone = SubsidenceAnswer['zones'][number];

function zonesTable(
  zones: SubsidenceAnswer['zones'],
  say: (en: string, zh: string) => string,
  label: (scheme: string, id: string) => string,
): string {
  if (zones.length === 0) return say('no ground sank to the edge of a basin', '没有地面下沉达到盆地边界值');
  const table = printTable(zones.slice(0, shownZones), [
    { title: say('zone', '沉陷区'), of: (one) => one.zone },
    { title: say('cells', '像元数'), of: (one) => String(one.cells), right: true },
    { title: say('tied', '已联测'), of: (one) => String(one.tied), right: true },
    { title: say('area, ha', '面积（公顷）'), of: (one) => mm(one.areaHa), right: true },
    { title: say('sunk by, mm', '最大下沉（毫米）'), of: (one) => mm(one.depthMm), right: true },
    {
      title: say('fastest, mm a year', '最快速率（毫米/年）'),
      of: (one) => mm(one.rateMmPerYear),
      right: true,
    },
    { title: say('tilt, mm/m', '倾斜（毫米/米）'), of: (one) => hundredths(one.tiltMmPerM), right: true },
    { title: say('hazard', '危险等级'), of: (one) => label('subsidence_grade', one.hazard) },
    { title: say('damage', '损坏等级'), of: (one) => one.damageClass ?? '—' },
    { title: say('trend', '趋势'), of: (one) => label('subsidence_trend', one.trend) },
    ...(zones.some(({ buildings }) => buildings !== null)
      ? [{ title: say('buildings', '建筑物'), of: (one: Zone) => String(one.buildings), right: true }]
      : []),
    ...(zones.some(({ persons }) => persons !== null)
      ? [{ title: say('persons', '人口'), of: (one: Zone) => one.persons?.toFixed(0) ?? '—', right: true }]
      : []),
    ...(zones.some(({ linesM }) => linesM !== null)
      ? [
          {
            title: say('lines, m', '线路（米）'),
            of: (one: Zone) => one.linesM?.toFixed(0) ?? '—',
            right: true,
          },
        ]
      : []),
  ]);
  const more = zones.length - shownZones;
  return more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 处`)}` : table;
}

/** Each remark once, with the zones that it is of. */
function remarksOf(zones: readonly Zone[], lang: Language): string {
  const shown = zones.slice(0, shownZones);
  const texts = new Map(shown.flatMap(({ remarks }) => remarks.map(({ id, text }) => [id, text[lang]])));
  return [...texts]
    .map(([id, text]) => {
      const of = shown.filter(({ remarks }) => remarks.some((one) => one.id === id)).map(({ zone }) => zone);
      return lang === 'zh' ? `沉陷区 ${of.join('、')}：${text}` : `zone ${of.join(', ')}: ${text}`;
    })
    .join('\n');
}

function findingsOf({ findings }: SubsidenceAnswer, say: (en: string, zh: string) => string): string {
  if (findings === null) return '';
  const [opened, known] = [findings.opened.length, findings.known.length];
  return say(
    `findings: ${opened} opened, ${known} were in the ledger, ${findings.guessed} zones left out that rest on guesses`,
    `问题台账：新登记 ${opened} 项，已在台账 ${known} 项，仅凭推测的 ${findings.guessed} 处未登记`,
  );
}

function hundredths(value: number | null): string {
  return value === null ? '—' : value.toFixed(2);
}

function mm(value: number | null): string {
  return value === null ? '—' : value.toFixed(1);
}
