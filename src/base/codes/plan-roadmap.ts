import type { CodeDefinition } from './definition.js';

/** Codes of roadmaps of carbon and of jobs. */
export const roadmapCodes = {
  ROADMAP_TABLE: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the table; an empty cell is allowed only where a year is to be left out.',
      zh: '请更正该表；只有需要略去的年份才可留空。',
    },
  },
  ROADMAP_SCENARIOS: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the scenario file; docs/methods/plan/roadmap-carbon.md and roadmap-jobs.md describe it, examples/roadmap holds one.',
      zh: '请更正情景文件；格式见 docs/methods/plan/roadmap-carbon.md 与 roadmap-jobs.md，示例见 examples/roadmap。',
    },
  },
  ROADMAP_YEARS: {
    http: 400,
    message: {
      en: '{where}: {found} complete years; a regression on {terms} needs {expected}',
      zh: '{where}：仅有 {found} 个完整年份；以 {terms} 回归需要 {expected} 个',
    },
    remedy: {
      en: 'Add years, name fewer drivers, leave fewer years out (leave_out), or state a path of carbon_intensity, which needs one year.',
      zh: '请补充年份、减少驱动因素、减少留出年数（leave_out），或改为给定 carbon_intensity 路径（只需一年数据）。',
    },
  },
  ROADMAP_DRIVERS: {
    http: 400,
    message: { en: '{where}: no regression, as {found}', zh: '{where}：无法回归，{found}' },
    remedy: {
      en: 'Leave that driver out of model.drivers, or ask for a ridge above 0.',
      zh: '请从 model.drivers 中删去该因素，或使用大于 0 的岭参数。',
    },
  },
  ROADMAP_LEFT_OUT: {
    http: 400,
    message: {
      en: '{where}: years without a value of every column are left out: {found}',
      zh: '{where}：缺少某列数值的年份已略去：{found}',
    },
    remedy: {
      en: 'Fill the cells in where the figures are known.',
      zh: '如有数据请补齐单元格。',
    },
  },
  ROADMAP_EXTRAPOLATION: {
    http: 400,
    message: {
      en: '{where}: {found} leaves its data from {year} on, being {times} times beyond its range; more than {limit} is not supported by them',
      zh: '{where}：{found} 自 {year} 年起超出数据范围，达范围端点的 {times} 倍；超过 {limit} 倍即无数据支持',
    },
    remedy: {
      en: 'Read the path after that year as an assumption, shorten the horizon, or take milder growth.',
      zh: '该年之后的路径只应视为假设；也可缩短年限或采用较小的增速。',
    },
  },
  ROADMAP_PASSIVE: {
    http: 400,
    message: {
      en: '{where}: people and output per head make {found} of the fall after the peak: a passive decline, no transition',
      zh: '{where}：达峰后的下降有 {found} 来自人口与人均产出的变化：属被动下降，并非转型',
    },
    remedy: {
      en: 'Show population and jobs beside the path, and look for what lowers emissions for each yuan.',
      zh: '请同时列出人口与就业，并寻找降低单位产出排放的措施。',
    },
  },
  ROADMAP_BEHIND: {
    http: 400,
    message: {
      en: '{where}: emissions were higher in {found} than anywhere on this path',
      zh: '{where}：{found} 年的排放高于该路径上的任何一年',
    },
    remedy: {
      en: '`afterlode analyse carbon` tells whether that year was a peak; the peak year here is that of the path alone.',
      zh: '该年是否为峰值请用 `afterlode analyse carbon` 判断；此处峰值年份仅就该路径而言。',
    },
  },
  ROADMAP_SIGN: {
    http: 400,
    message: {
      en: '{where}: the regression gives {found} a coefficient below 0 ({value}): more of it lowers the path',
      zh: '{where}：回归给出 {found} 的系数为负（{value}）：该因素增加反而使路径下降',
    },
    remedy: {
      en: 'Do not read it as a cause; in a place that lost people both moved together. Use other drivers or a stated path.',
      zh: '不可视为因果；在人口流失地区两者只是同时变化。请更换驱动因素或改用给定路径。',
    },
  },
  ROADMAP_FORETOLD: {
    http: 400,
    message: {
      en: '{where}: in the years left out the regression errs by {found}, and no change at all by {unchanged}',
      zh: '{where}：在留出的年份，回归误差为 {found}，而假定不变的误差为 {unchanged}',
    },
    remedy: {
      en: 'The drivers explain the past and do not foretell: use others, or state a path of carbon_intensity.',
      zh: '这些因素能解释过去但不能预测：请更换因素，或给定 carbon_intensity 路径。',
    },
  },
  ROADMAP_STATED: {
    http: 400,
    message: {
      en: '{where}: the path of emissions per GDP is stated, nothing is estimated: there is no interval',
      zh: '{where}：单位产出排放路径为给定值，没有估计，因此没有区间',
    },
    remedy: {
      en: 'Compare scenarios to see how far assumptions carry.',
      zh: '请比较不同情景，以了解假设的影响。',
    },
  },
  ROADMAP_SAME_PATHS: {
    http: 400,
    message: {
      en: '{where}: one set of growth rates stands for {found} places',
      zh: '{where}：{found} 个地区使用同一组增速',
    },
    remedy: {
      en: 'Give each place its own under `places`; cities at other stages must not copy one another.',
      zh: '请在 `places` 下为各地区分别给定；所处阶段不同的城市不可照搬。',
    },
  },
  ROADMAP_CAPPED: {
    http: 400,
    message: {
      en: '{where}: output of {found} moved so little that its elasticity was held at a change of {limit}',
      zh: '{where}：{found} 的产出变化过小，弹性按变化 {limit} 计算',
    },
    remedy: {
      en: 'Take years further apart, or give an elasticity with its source.',
      zh: '请取间隔更长的年份，或直接给出有来源的弹性。',
    },
  },
  ROADMAP_UNMATCHED: {
    http: 400,
    message: {
      en: '{where}: nobody has said which displaced workers fit {found}: who finds a job there is not known',
      zh: '{where}：未给出失业职工与 {found} 岗位的匹配比例：再就业人数未知',
    },
    remedy: {
      en: 'Fill the column match, or give --matches; `afterlode analyse jobs` computes shares from skills.',
      zh: '请填写 match 列，或提供 --matches；`afterlode analyse jobs` 可由技能计算匹配比例。',
    },
  },
  ROADMAP_FEWER_PEOPLE: {
    http: 400,
    message: {
      en: '{where}: unemployment falls while employment falls: the labour force shrinks faster than jobs do',
      zh: '{where}：失业与就业同时下降：劳动力减少快于岗位减少',
    },
    remedy: {
      en: 'Do not call it a success; show labour force, employment and population together.',
      zh: '这不是成效；请同时列出劳动力、就业与人口。',
    },
  },
  ROADMAP_OUTSIDE: {
    http: 400,
    message: {
      en: '{where}: {found} jobs end in years outside {from} to {to} and are left out',
      zh: '{where}：{found} 个岗位的关闭年份不在 {from} 至 {to} 年之间，未计入',
    },
    remedy: {
      en: 'Lengthen the horizon, or take jobs that are gone already out of the schedule.',
      zh: '请延长年限，或从计划中删去已消失的岗位。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
