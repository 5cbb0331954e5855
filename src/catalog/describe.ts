import type { IndicatorId, Language } from '../base/index.js';
import { methodRules } from './methods.js';
import type { Catalog, Condition, Formula, Indicator } from './types.js';
import { displayOf } from './units.js';

const signs: Readonly<Record<'lt' | 'le' | 'gt' | 'ge', string>> = { lt: '<', le: '≤', gt: '>', ge: '≥' };

/**
 * The formula of an indicator in words and symbols; empty for an observed one.
 *
 * @example `采矿业就业 ÷ 全部就业`
 */
export function describeFormula(indicator: Indicator, catalog: Catalog, language: Language): string {
  const { formula } = indicator;
  if (!formula) return '';
  const labels = formula.of.map((name) => labelOf(name, catalog, language));
  return operation(formula, labels, language);
}

function operation(formula: Formula, labels: readonly string[], language: Language): string {
  const zh = language === 'zh';
  const [first = '', second = ''] = labels;
  switch (formula.op) {
    case 'ratio':
      return `${first} ÷ ${second}`;
    case 'difference':
      return `${first} − ${second}`;
    case 'growth':
      return zh
        ? `${first} ÷ ${formula.years} 年前的${first} − 1`
        : `${first} ÷ ${first} ${formula.years} years before − 1`;
    case 'sum':
      return labels.join(' + ');
    case 'mean':
      return zh ? `以下各项的平均：${labels.join('、')}` : `mean of: ${labels.join(', ')}`;
    case 'first':
      return zh ? labels.join('；缺则用 ') : labels.join('; where missing ');
    case 'use': {
      const text = methodRules.get(formula.method)?.text[language] ?? formula.method;
      return text
        .replaceAll(/\{(\d)\}/g, (_, at: string) => labels[Number(at) - 1] ?? '')
        .replace('{list}', labels.join(zh ? '、' : ', '));
    }
  }
}

/** A condition in words and symbols, with values in the units readers expect. */
export function describeCondition(condition: Condition, catalog: Catalog, language: Language): string {
  return describe(condition, catalog, language, false);
}

function describe(condition: Condition, catalog: Catalog, language: Language, inner: boolean): string {
  const zh = language === 'zh';
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const word = 'all' in condition ? (zh ? ' 且 ' : ' and ') : zh ? ' 或 ' : ' or ';
    const text = parts.map((part) => describe(part, catalog, language, parts.length > 1)).join(word);
    return inner && parts.length > 1 ? (zh ? `（${text}）` : `(${text})`) : text;
  }
  if ('light' in condition) {
    const names = condition.in.map((name) => lightName(name, catalog, language)).join(zh ? '或' : ' or ');
    const label = labelOf(condition.light, catalog, language);
    return zh ? `${label}的灯为${names}` : `light of ${label} is ${names}`;
  }
  const right = rightSide(condition, catalog, language);
  return `${labelOf(condition.indicator, catalog, language)} ${signs[condition.is]} ${right}`;
}

function rightSide(
  condition: Extract<Condition, { readonly is: unknown }>,
  catalog: Catalog,
  language: Language,
): string {
  const { than } = condition;
  if (typeof than === 'number') return shown(than, condition.indicator, catalog, language);
  if ('indicator' in than) return labelOf(than.indicator, catalog, language);
  const parameter = catalog.parameters.get(than.parameter);
  if (!parameter) return than.parameter;
  const open = language === 'zh' ? '（' : ' (';
  const close = language === 'zh' ? '）' : ')';
  if (parameter.value === null) return parameter.label[language];
  return `${shown(parameter.value, condition.indicator, catalog, language)}${open}${parameter.label[language]}${close}`;
}

function shown(value: number, indicator: IndicatorId, catalog: Catalog, language: Language): string {
  const unit = catalog.indicators.get(indicator)?.unit;
  if (unit === undefined || !catalog.units.has(unit)) return String(value);
  const display = displayOf(unit, catalog);
  const number = Number((value / display.factor).toPrecision(12));
  const label = display.label[language];
  return label === '%' ? `${number}%` : `${number} ${label}`.trim();
}

function labelOf(name: IndicatorId, catalog: Catalog, language: Language): string {
  return catalog.indicators.get(name)?.label[language] ?? name;
}

function lightName(name: string, catalog: Catalog, language: Language): string {
  const classes = catalog.classes.get('light')?.classes ?? [];
  return classes.find((one) => one.id === name)?.label[language] ?? name;
}
