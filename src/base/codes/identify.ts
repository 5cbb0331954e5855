import type { CodeDefinition } from './definition.js';

/** Faults and doubts of identification, typing and the register's changes. */
export const identifyCodes = {
  REGISTER_CHANGE: {
    http: 409,
    message: {
      en: '{where} cannot {kind}: it is {found}',
      zh: '{where} 不能执行“{kind}”：{found}',
    },
    remedy: {
      en: '`afterlode decide {where}` lists what was decided about it.',
      zh: '`afterlode decide {where}` 列出已有的决定。',
    },
  },
  REGISTER_DOCUMENT: {
    http: 400,
    message: {
      en: 'a change of the register needs the number of a document; {where} has {found}',
      zh: '名录变动须有文号；{where} 为 {found}',
    },
    remedy: {
      en: 'Name the document with --document; the day is that of the call or --as-of.',
      zh: '请用 --document 写明文号；日期为当日或 --as-of 所给日期。',
    },
  },
  IDENTIFY_RESERVES: {
    http: 400,
    message: {
      en: 'reserves of {where}: {found}, expected {expected}',
      zh: '{where} 的储量数据：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; docs/methods/identify/exhaustion-clock.md shows its form.',
      zh: '请改正表格；格式见 docs/methods/identify/exhaustion-clock.md。',
    },
  },
  IDENTIFY_BASIS: {
    http: 400,
    message: {
      en: '{where}: the basis of reserves is "{found}", expected {expected}',
      zh: '{where}：储量口径为“{found}”，应为 {expected}',
    },
    remedy: {
      en: 'Say by what the reserves are counted: a city at 70 % of recoverable reserves may be at 45 % of total ones.',
      zh: '请写明储量口径：可采储量已采出70%的城市，按总储量可能只有45%。',
    },
  },
  IDENTIFY_LEVEL: {
    http: 400,
    message: {
      en: '{where} is a {found}; tests are made for units below the province',
      zh: '{where} 属于{found}；检验只针对省级以下单位',
    },
    remedy: { en: 'Name a prefecture, county, city or district.', zh: '请给出地级、县级单位或市辖区。' },
  },
  IDENTIFY_SET: {
    http: 400,
    message: {
      en: 'no threshold set "{found}"; there are {expected}',
      zh: '没有阈值组“{found}”；现有：{expected}',
    },
    remedy: {
      en: 'Choose one of these or add a file to catalog/threshold_sets.',
      zh: '请从中选择，或在 catalog/threshold_sets 中添加文件。',
    },
  },
  IDENTIFY_FOREIGN: {
    http: 400,
    message: { en: '{where} is {found}, expected {expected}', zh: '{where} 为 {found}，应为 {expected}' },
    remedy: { en: 'Give the figures of the country.', zh: '请给出全国数据。' },
  },
  DISTRESS_TABLE: {
    http: 400,
    message: { en: '{where}: {found}, expected {expected}', zh: '{where}：{found}，应为 {expected}' },
    remedy: {
      en: 'Correct the table; examples/county-distress shows its form.',
      zh: '请改正表格；格式见 examples/county-distress。',
    },
  },
  DISTRESS_CLASSES: {
    http: 400,
    message: {
      en: 'the pack has no classes of economic status ({where})',
      zh: '数据包没有县域经济状况的分级（{where}）',
    },
    remedy: {
      en: 'Use the shipped pack, or add the file with the classes and their bounds.',
      zh: '请使用随附的数据包，或加入写明分级及界限的文件。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
