import type { TreatmentAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** The answer of `restoration --parcels` for people: the rule, areas and costs by treatment, parcels with their reasons. */
export function treatmentTables(answer: TreatmentAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { parcels, areas, totalMu, rule, labels, files } = answer;
  const named = (id: string | null) => (id === null ? say('undecided', '未定') : (labels[id]?.[lang] ?? id));
  const { shallowM, deepM, settlementMm, months } = rule;
  const parts = [
    say(
      `${parcels.length} parcels, ${amount(totalMu)} mu; bounds ${shallowM} and ${deepM} m, at rest up to ${settlementMm} mm in ${months} months`,
      `${parcels.length} 个地块，${amount(totalMu)} 亩；深度界限 ${shallowM}、${deepM} 米，${months} 个月累计不超过 ${settlementMm} 毫米为稳沉`,
    ),
    printTable(areas, [
      { title: say('treatment', '方式'), of: ({ treatment }) => named(treatment) },
      { title: say('parcels', '地块'), of: (area) => String(area.parcels), right: true },
      { title: say('mu', '亩'), of: ({ areaMu }) => amount(areaMu), right: true },
      {
        title: say('cost, million yuan', '成本（百万元）'),
        of: ({ low, high }) => (low === null || high === null ? '—' : `${million(low)}–${million(high)}`),
        right: true,
      },
    ]),
    printTable(parcels, [
      { title: say('parcel', '地块'), of: ({ id }) => id },
      { title: say('treatment', '方式'), of: ({ treatment }) => named(treatment) },
      { title: say('at rest later', '稳沉后'), of: ({ later }) => (later === null ? '—' : named(later)) },
      { title: say('reason', '依据'), of: ({ reason }) => reason[lang] },
    ]),
    filesLine(files, lang),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const amount = (value: number) => value.toFixed(0);
const million = (yuan: number) => (yuan / 1e6).toFixed(1);
