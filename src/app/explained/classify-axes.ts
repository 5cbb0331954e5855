import { provinceOf, type ResultInput } from '../../assess/index.js';
import type { IndicatorId, Period } from '../../base/index.js';
import type { AxisInput } from '../../catalog/index.js';
import type { Classification } from '../classify/answer.js';
import { type ClassifyAsked, groupInput } from './classify-group.js';
import type { NumberRule, Words } from './rule.js';

type AxisName = 'security' | 'sustainability';
const axisIds: Readonly<Record<AxisName, string>> = {
  security: 'resource_security',
  sustainability: 'sustainable_development',
};
const page = 'identify/two-axis-type';

/** Score of an axis, and value and place of each of its inputs. */
export function axisRules(asked: ClassifyAsked, name: AxisName): readonly NumberRule[] {
  const { row, catalog } = asked;
  const axis = catalog.axes.get(axisIds[name]);
  const words: Words = [axis?.label.en ?? name, axis?.label.zh ?? name];
  const found = row.computed[name].inputs;
  const placed = found.filter(({ place }) => place !== null);
  return [
    {
      path: `computed/${name}/score`,
      label: words,
      unit: 'ratio',
      how: [
        'mean of the places there are, by weight; enough of the weight must be known',
        '已知各项位次的加权均值；已知权重须足够',
      ],
      method: page,
      inputs: () => [
        ...(placed.length > 0 ? placed : found).map((one) => `./computed/${name}/inputs/${one.id}/place`),
        ...placed.map((one) => weightOf(asked, name, one.id)),
        'parameter/typing_minimum_inputs',
      ],
    },
    ...(axis?.inputs ?? []).flatMap((input) => inputRules(asked, name, input)),
  ];
}

function weightOf({ catalog }: ClassifyAsked, name: AxisName, id: string): ResultInput {
  const axis = catalog.axes.get(axisIds[name]);
  const input = axis?.inputs.find((one) => one.id === id);
  return {
    input: 'setting',
    label: { en: `Weight of ${input?.label.en ?? id}`, zh: `${input?.label.zh ?? id}的权重` },
    value: input?.weight ?? Number.NaN,
    unit: 'ratio',
    how: { en: 'set in the axis', zh: '在轴的定义中设定' },
    references: axis?.references ?? [],
    file: axis?.file ?? '',
  };
}

function inputRules(asked: ClassifyAsked, name: AxisName, input: AxisInput): readonly NumberRule[] {
  const found = asked.row.computed[name].inputs.find(({ id }) => id === input.id);
  const path = `computed/${name}/inputs/${input.id}`;
  const label: Words = [input.label.en, input.label.zh];
  const relative = 'indicators' in input.from && input.from.relativeTo === 'province';
  return [
    {
      path: `${path}/value`,
      label,
      unit: 'ratio',
      how: relative
        ? ['value ÷ median of the units of the level in the province', '数值 ÷ 本省同级单位的中位数']
        : ['latest year in which enough units of the level have a value', '同级足够多单位有数值的最近年份'],
      method: page,
      inputs: () => valueInputs(asked, input, found, relative),
    },
    {
      path: `${path}/place`,
      label: [`Place by: ${label[0]}`, `位次：${label[1]}`],
      unit: 'ratio',
      how: [
        'place among the units of the level, 0 is worst and 1 best; ties share the middle',
        '在同级单位中的位次，0 最差、1 最好；同值取中',
      ],
      method: page,
      inputs: () => [
        `./${path}/value`,
        ...(found?.indicator && found.period ? [groupInput(asked, found.indicator, found.period)] : []),
        'parameter/peers_minimum',
      ],
    },
  ];
}

type Found = Classification['computed']['security']['inputs'][number] | undefined;

function valueInputs(
  asked: ClassifyAsked,
  input: AxisInput,
  found: Found,
  relative: boolean,
): readonly ResultInput[] {
  const { city, row } = asked;
  if ('reserves' in input.from) return row.exhaustion.clocks.length === 0 ? [] : reserveInputs(row);
  if (!found?.indicator || !found.period)
    return input.from.indicators.map((one) => `value/${city.id}/${row.period}/${one}`);
  const own = `value/${city.id}/${found.period}/${found.indicator}`;
  return relative ? [own, provinceInput(asked, found.indicator, found.period)] : [own];
}

function reserveInputs(row: Classification): readonly string[] {
  return row.exhaustion.clocks.flatMap(({ resource, basis }) =>
    ['extractedShare', 'yearsLeft', 'output'].map(
      (name) => `./exhaustion/clocks/${resource}.${basis}/${name}`,
    ),
  );
}

/** Units of the level in the unit's province. */
function provinceInput(asked: ClassifyAsked, indicator: IndicatorId, period: Period): ResultInput {
  const byCode = new Map(asked.register.cities.map((city) => [city.adcode, city]));
  const own = provinceOf(asked.city, byCode);
  return groupInput(asked, indicator, period, (city) => provinceOf(city, byCode) === own);
}

/** Distance to the nearest border between two types. */
export function borderRule(row: Classification): NumberRule {
  const axis = row.computed.border?.axis;
  const scores = axis ? [axis] : (['security', 'sustainability'] as const);
  return {
    path: 'computed/border/distance',
    label: ['Distance to the nearest border between types', '与最近类型边界的距离'],
    unit: 'ratio',
    how: ['|score − cut| of the nearer axis', '较近轴的 |得分 − 分界|'],
    method: page,
    inputs: () => [
      ...scores.map((one) => `./computed/${one}/score`),
      'parameter/typing_cut',
      'parameter/typing_border_band',
    ],
  };
}
