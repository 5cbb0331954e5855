import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `assess`. */
export const assessCodes = {
  ASSESS_METHOD_UNKNOWN: {
    http: 400,
    message: {
      en: 'indicator {where} uses the method "{found}"; registered are {expected}',
      zh: '指标 {where} 使用方法“{found}”；已登记的有 {expected}',
    },
    remedy: {
      en: 'Name a registered method, or add it under src/assess/formulas.',
      zh: '请使用已登记的方法，或在 src/assess/formulas 中添加。',
    },
  },
  ASSESS_PARAMETER_MISSING: {
    http: 400,
    message: {
      en: 'the catalog has no value in force for the parameter {where}',
      zh: '指标目录中没有参数 {where} 的现行值',
    },
    remedy: {
      en: 'Add catalog/parameters/{where}.yaml with a dated value and its reference.',
      zh: '请添加 catalog/parameters/{where}.yaml，写明起始日期、数值和依据。',
    },
  },
  ASSESS_DIRECTION_MISSING: {
    http: 400,
    message: {
      en: 'index node {where} cannot be scored: its indicator is better "{found}" and it has no goalposts',
      zh: '指数节点 {where} 无法评分：其指标方向为“{found}”，且没有上下限值',
    },
    remedy: {
      en: 'Set better to more or less, or give the leaf goalposts.',
      zh: '请将 better 设为 more 或 less，或给出上下限值 goalposts。',
    },
  },
  ASSESS_GOALPOSTS_MISSING: {
    http: 400,
    message: {
      en: 'index node {where} has {found}, expected two different goalposts, worst and best',
      zh: '指数节点 {where}：{found}，应有两个不同的上下限值（最差、最好）',
    },
    remedy: {
      en: 'Give the leaf goalposts, or normalise the index by minmax.',
      zh: '请给出上下限值，或将指数的标准化方法改为 minmax。',
    },
  },
  ASSESS_INDICATOR_UNKNOWN: {
    http: 404,
    message: { en: 'no indicator "{found}" at {where}', zh: '{where} 处没有指标“{found}”' },
    remedy: {
      en: '`afterlode catalog list` shows all indicators.',
      zh: '`afterlode catalog list` 列出全部指标。',
    },
  },
  ASSESS_AREAS_SUMMED: {
    http: 200,
    message: {
      en: '{where}: {found} values are sums over several areas: {en}',
      zh: '{where}：{found} 个数值为几个区域之和：{zh}',
    },
    remedy: {
      en: 'Compare with the areas named in the register.',
      zh: '请对照城市名录中列出的区域。',
    },
  },
  ASSESS_BOUNDARY_CHANGED: {
    http: 200,
    message: {
      en: '{where}: the boundary changed in {found}; figures before and after describe different areas',
      zh: '{where}：{found} 年行政区划有变动，前后数值所指区域不同',
    },
    remedy: {
      en: 'Judge change by the indicators on aligned boundaries; the trend of this unit is left open.',
      zh: '请用统一区划口径的指标判断变化；该单位的趋势不作判断。',
    },
  },
  ASSESS_NO_ROW: {
    http: 200,
    message: {
      en: '{where}: the tables of {found} have no row of its own for this unit',
      zh: '{where}：{found} 年的表中没有该单位自己的行',
    },
    remedy: { en: 'Import figures of the unit itself.', zh: '请导入该单位自身的数据。' },
  },
  ASSESS_UNDECIDED: {
    http: 200,
    message: {
      en: '{where}: {found} problems cannot be decided; values are missing or compare two areas: {en}',
      zh: '{where}：数值缺失或前后区划不同，{found} 个问题无法判断：{zh}',
    },
    remedy: {
      en: 'Import the missing values, or both years on one boundary.',
      zh: '请导入缺失的数值，或同一区划下的前后数值。',
    },
  },
  ASSESS_VALUES_DOUBTFUL: {
    http: 200,
    message: {
      en: '{where}: {found} values are doubtful: {en}',
      zh: '{where}：{found} 个数值存疑：{zh}',
    },
    remedy: {
      en: 'Open them with `afterlode explain` and check the source.',
      zh: '请用 `afterlode explain` 查看来源并核对。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
