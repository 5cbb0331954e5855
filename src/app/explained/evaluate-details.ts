import type { EvaluateAsked } from './evaluate-asked.js';
import { cellInput } from './given-table.js';
import { type At, type NumberRule, simpleRule as rule, type Words } from './rule.js';

/** Rules of targets, aspects, funds and the quality of the figures. */
export function evaluateDetailRules(asked: EvaluateAsked): readonly NumberRule[] {
  return [...targetRules(asked), ...aspectRules(asked), ...fundRules(asked), ...qualityRules(asked)];
}

function targetRules({ row, targets, cityOf }: EvaluateAsked): readonly NumberRule[] {
  return row.targets.flatMap((one) => {
    const path = `targets/${one.indicator}.${one.year}`;
    const value = (year: string) => `value/${row.city}/${year}/${one.indicator}`;
    const named = (en: string, zh: string): Words => [`${en}: ${one.label.en}`, `${zh}：${one.label.zh}`];
    const method = 'evaluate/targets';
    return [
      rule(
        `${path}/target`,
        named(`Target for ${one.year}`, `${one.year} 年目标`),
        one.unit,
        [one.document, one.document],
        () => {
          const rows = (targets?.rows ?? []).filter(
            ({ cells }) =>
              cells.indicator?.trim() === one.indicator &&
              cells.year?.trim() === one.year &&
              cityOf(cells.city ?? '') === row.city,
          );
          return targets
            ? [cellInput(targets, rows, 'target', { label: named('Target', '目标'), unit: '' })]
            : [];
        },
        method,
      ),
      rule(
        `${path}/base`,
        named('Value at the beginning', '期初值'),
        one.unit,
        ['value at the beginning', '期初值'],
        () => [value(row.from)],
        method,
      ),
      rule(
        `${path}/actual`,
        named(`Value in ${one.year}`, `${one.year} 年数值`),
        one.unit,
        ["value in the target's year", '目标年数值'],
        () => [value(one.year)],
        method,
      ),
      rule(
        `${path}/difference`,
        named('Value less target', '数值与目标之差'),
        one.unit,
        ['actual − target', '实际 − 目标'],
        () => [`./${path}/actual`, `./${path}/target`],
        method,
      ),
      rule(
        `${path}/wayGone`,
        named('Part of the way gone', '完成进度'),
        'share',
        ['(actual − base) ÷ (target − base)', '（实际 − 期初）÷（目标 − 期初）'],
        () => [`./${path}/actual`, `./${path}/base`, `./${path}/target`],
        method,
      ),
    ];
  });
}

function aspectRules({ row }: EvaluateAsked): readonly NumberRule[] {
  const method = 'evaluate/aspects';
  return row.aspects.flatMap(({ aspect, values }) =>
    values.flatMap(({ id, indicator, label, unit }) => {
      const path = `aspects/${aspect}/values/${id}`;
      const value = (period: string) => `value/${row.city}/${period}/${indicator}`;
      const words = (en: string, zh: string): Words => [`${label.en}, ${en}`, `${label.zh}，${zh}`];
      return [
        rule(
          `${path}/from`,
          words('at the beginning', '期初'),
          unit,
          ['value at the beginning', '期初值'],
          () => [value(row.from)],
          method,
        ),
        rule(
          `${path}/to`,
          words('at the end', '期末'),
          unit,
          ['value at the end', '期末值'],
          () => [value(row.to)],
          method,
        ),
        rule(
          `${path}/change`,
          words('change', '变化'),
          unit,
          ['end − beginning', '期末 − 期初'],
          () => [value(row.to), value(row.from)],
          method,
        ),
        rule(
          `${path}/path/{period}/value`,
          words('value of a year', '当年值'),
          unit,
          ['value of the year', '当年值'],
          ({ period = '' }: At) => [value(period)],
          method,
        ),
      ];
    }),
  );
}

function fundRules({ row, periods }: EvaluateAsked): readonly NumberRule[] {
  const method = 'evaluate/aspects';
  const years = periods.filter((period) => period >= row.from && period <= row.to);
  const series = (indicator: string) => years.map((year) => `value/${row.city}/${year}/${indicator}`);
  return [
    rule(
      'funds/approved',
      ['Funds approved', '批复资金'],
      'CNY',
      ['sum over the years', '各年合计'],
      () => series('funds_approved'),
      method,
    ),
    rule(
      'funds/disbursed',
      ['Funds disbursed', '拨付资金'],
      'CNY',
      ['sum over the years', '各年合计'],
      () => series('funds_disbursed'),
      method,
    ),
    rule(
      'funds/effect',
      ['Jobs that a comparison ascribes to the funds', '经比较归因于资金的就业'],
      'person',
      ['latest imported estimate', '最近导入的估计'],
      () => series('funds_effect_jobs'),
      method,
    ),
    rule(
      'funds/disbursedShare',
      ['Share of the approved funds disbursed', '资金拨付率'],
      'share',
      ['disbursed ÷ approved', '拨付 ÷ 批复'],
      () => ['./funds/disbursed', './funds/approved'],
      method,
    ),
  ];
}

function qualityRules({ row, indicators }: EvaluateAsked): readonly NumberRule[] {
  const figures = () =>
    indicators.flatMap((indicator) =>
      [row.from, row.to].map((period) => `value/${row.city}/${period}/${indicator}`),
    );
  const counts: readonly (readonly [name: string, label: Words, unit: string, how: Words])[] = [
    [
      'usable',
      ['Share of the figures that can be used', '可用数据比例'],
      'share',
      ['figures at both ends that are there and not doubtful ÷ all', '两期有值且不存疑的数据 ÷ 全部'],
    ],
    [
      'of',
      ['Figures of the index at both ends', '两期指数所用数据'],
      'count',
      ['indicators · 2', '指标数 · 2'],
    ],
    ['missing', ['Figures missing', '缺失数据'], 'count', ['figures without a value', '无数值者']],
    ['doubtful', ['Figures doubtful', '存疑数据'], 'count', ['figures marked doubtful', '标为存疑者']],
    ['estimated', ['Figures estimated', '估计数据'], 'count', ['figures marked estimated', '标为估计者']],
  ];
  return counts.map(([name, label, unit, how]) =>
    rule(`quality/${name}`, label, unit, how, figures, 'evaluate/score'),
  );
}
