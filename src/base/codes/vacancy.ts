import type { CodeDefinition } from './definition.js';

/** Faults and doubts of estates, their occupied units and their meters. Messages never quote an identifier of a household. */
export const vacancyCodes = {
  VACANCY_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; its columns stand in docs/methods/locate/vacancy.md.',
      zh: '请改正表格；列的说明见 docs/methods/locate/vacancy.md。',
    },
  },
  VACANCY_ESTATE_UNKNOWN: {
    http: 400,
    message: {
      en: '{where} names {found} estates that are not in the table of estates',
      zh: '{where} 中有 {found} 个小区不在小区表中',
    },
    remedy: {
      en: 'Check how the estates are written, or add them with their units.',
      zh: '请核对小区写法，或补充小区及其住房套数。',
    },
  },
  VACANCY_NOT_KNOWN: {
    http: 400,
    message: {
      en: 'no source tells of {found} of {expected} estates with an error: they have no rate',
      zh: '{expected} 个小区中有 {found} 个没有带误差的来源：没有空置率',
    },
    remedy: {
      en: 'Give an estimate with its standard error, or visit three estates so that the error of the source can be told.',
      zh: '请提供带标准误差的估计，或至少核查三个小区以推断来源误差。',
    },
  },
  VACANCY_BIAS: {
    http: 400,
    message: {
      en: 'nobody checked the sources {found}: a bias that they share stays unseen, and the rate of the city with it',
      zh: '来源 {found} 未经核查：其共同偏差无从得知，城市空置率亦受影响',
    },
    remedy: {
      en: 'Visit units in at least three estates and give a table of these visits (`--checked`).',
      zh: '请在至少三个小区实地核查，并提供核查表（`--checked`）。',
    },
  },
  VACANCY_METERS_COLUMNS: {
    http: 400,
    message: {
      en: '{where}: found no column {found}, expected {expected}',
      zh: '{where}：缺少 {found} 列，应有 {expected}',
    },
    remedy: {
      en: 'Give readings with these headings; other columns are not read.',
      zh: '请按这些表头提供抄表数据；其他列不会被读取。',
    },
  },
  VACANCY_METERS_LEFT_OUT: {
    http: 400,
    message: {
      en: '{where}: {found} rows were left out for what stands as {column}, the first is row {first}',
      zh: '{where}：{found} 行因 {column} 的内容被略去，首个为第 {first} 行',
    },
    remedy: {
      en: 'Readings are numbers from 0, months such as 2025-03; estate and unit may not be empty.',
      zh: '读数为不小于 0 的数，月份形如 2025-03；小区和户号不能为空。',
    },
  },
  VACANCY_METERS_REPEATED: {
    http: 400,
    message: {
      en: '{where}: {found} units have several readings of a meter in a month: those of one date count once, the greatest, and those of several dates are added up',
      zh: '{where}：{found} 户在同一月内同一表有多条读数：同一日期只计最大一条，不同日期相加',
    },
    remedy: {
      en: 'Nothing needs to be done where meters are read daily; else look for rows that were given twice.',
      zh: '若为逐日抄表则无需处理，否则请检查是否有重复的行。',
    },
  },
  VACANCY_METERS_MONTHS: {
    http: 400,
    message: {
      en: '{where}: the readings are of {found} months, expected {expected}',
      zh: '{where}：抄表数据含 {found} 个月，应为 {expected}',
    },
    remedy: {
      en: 'Give the readings of the last months of one or two years.',
      zh: '请提供最近一两年的逐月抄表数据。',
    },
  },
  VACANCY_HEATING: {
    http: 400,
    message: {
      en: '{where}: homes that are lived in for a part of the year were not told apart: {found}',
      zh: '{where}：未区分季节性居住的住房：{found}',
    },
    remedy: {
      en: 'In the north name the months of the heating season (`--heating 11-3`) and give readings of twelve months.',
      zh: '北方城市请给出采暖期的起止月份（`--heating 11-3`）及十二个月的抄表数据。',
    },
  },
  VACANCY_LIMIT: {
    http: 400,
    message: {
      en: '{where}: no rate is known from which vacancy is a finding: the parameter vacancy_finding is not set',
      zh: '{where}：未设定登记问题的空置率：参数 vacancy_finding 未设定',
    },
    remedy: {
      en: 'Say from which rate an estate is a finding (`--finding-rate 0.3`), or fill the parameter in.',
      zh: '请给出登记问题的空置率（`--finding-rate 0.3`），或填写该参数。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
