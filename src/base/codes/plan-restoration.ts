import type { CodeDefinition } from './definition.js';

/** Codes of sunken land, legacy land and carbon of forests. */
export const restorationCodes = {
  RESTORATION_LAND: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the table of parcels, prices, years or paces; leave a cell empty where a figure is not known.',
      zh: '请更正地块、单价、年份或情景表；未知数值请留空。',
    },
  },
  RESTORATION_UNDECIDED: {
    http: 400,
    message: {
      en: '{where}: {found} parcels are undecided: depth is missing in {depth}, stability in {stability}, the water table in {water}; of {silent} the rule says nothing',
      zh: '{where}：{found} 个地块未定：缺深度 {depth} 个，缺稳沉判断 {stability} 个，缺潜水位 {water} 个；规则未涉及 {silent} 个',
    },
    remedy: {
      en: 'Measure what is missing; until then what is still possible is listed, and nothing is chosen.',
      zh: '请补测缺失项；在此之前只列出可能的方式，不作选择。',
    },
  },
  RESTORATION_UNPRICED: {
    http: 400,
    message: {
      en: '{where}: {found} treatments have no cost, as the price or the area of a parcel is missing',
      zh: '{where}：{found} 种方式没有成本，缺少单价或地块面积',
    },
    remedy: {
      en: 'Give a price for each treatment in yuan a mu with what it includes: published ones differ by a factor of ten, as their scope does.',
      zh: '请按方式给出每亩单价及所含内容：已公布的单价因口径不同可差十倍。',
    },
  },
  LEGACY_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: from {found} on the state of legacy land is not known, as a flow of that year is missing',
      zh: '{where}：自 {found} 年起缺少当年流量，历史遗留沉陷地状态未知',
    },
    remedy: {
      en: 'Give new subsidence and treatment of each year, 0 only where there was none, or what is registered and treated at the end of a later year.',
      zh: '请补充各年新增沉陷与治理面积（确无才填 0），或给出之后某年末的登记与累计治理面积。',
    },
  },
  LEGACY_RECOUNT: {
    http: 400,
    message: {
      en: '{where}: at the end of {year} {registered} are registered and {treated} treated, where the flows come to {expected}',
      zh: '{where}：{year} 年末登记 {registered}、已治理 {treated}，按流量推算应为 {expected}',
    },
    remedy: {
      en: 'Find out what was counted anew or left out; from that year on the count is used.',
      zh: '请查明重新统计或遗漏之处；该年起以登记数为准。',
    },
  },
  LEGACY_RATE: {
    http: 400,
    message: {
      en: '{where}: for {year} {published} % are published; with new subsidence below the line it is {rate} %, without it {start} %',
      zh: '{where}：{year} 年公布治理率 {published}%；新增沉陷计入分母为 {rate}%，不计入为 {start}%',
    },
    remedy: {
      en: 'Ask what the published rate is a share of, and whether land that sank since is in it.',
      zh: '请核实公布治理率的分母，以及是否包含其后新增的沉陷。',
    },
  },
  FOREST_TABLE: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the table of stands, factors or credits; leave a cell empty where a figure is not known.',
      zh: '请更正林分、系数或额度表；未知数值请留空。',
    },
  },
  FOREST_FACTORS: {
    http: 400,
    message: {
      en: '{where}: no stock of {found}: volume or a factor is missing',
      zh: '{where}：{found} 没有碳储量：缺少蓄积量或系数',
    },
    remedy: {
      en: 'Give density, expansion and roots of the species, or a and b of its continuous function, from the inventory or a study of the region.',
      zh: '请给出该树种的木材密度、扩展因子与根茎比，或连续函数的 a、b，取自森林清查或当地研究。',
    },
  },
  FOREST_CREDIT: {
    http: 400,
    message: {
      en: '{where}: {forest} has no credit or no value of it; missing: {found}',
      zh: '{where}：{forest} 没有可计额度或其价值；缺少：{found}',
    },
    remedy: {
      en: 'A sink is no credit: show additionality, baseline, leakage and the buffer against loss by a registered methodology, and a price.',
      zh: '碳汇不等于额度：请按已备案方法学给出额外性、基线、泄漏与非持久性缓冲，以及价格。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
