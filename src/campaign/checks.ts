import { type Code, type Facts, type IndicatorId, issue, type Text, type Unit } from '../base/index.js';
import { type Catalog, displayOf, type FormEntry, type Indicator } from '../catalog/index.js';
import { qualityLimit, scaled, scaleOf } from '../observe/index.js';
import type { EarlierValue, ReturnIssue, ReturnValue } from './types.js';

/** What a return is held against. */
export interface CheckContext {
  readonly catalog: Pick<Catalog, 'indicators' | 'units' | 'parameters'>;
  /** Of all forms of the round, in their order. */
  readonly entries: readonly FormEntry[];
  /** Values of the unit in the year before, by indicator. */
  readonly lastYear: ReadonlyMap<IndicatorId, EarlierValue>;
  /** Factor beyond which a change of a year is unusual, by indicator; `usualFactor` of the room observe. */
  readonly usual: (indicator: IndicatorId) => number;
  /** Indicators for which a file is attached. */
  readonly evidence: ReadonlySet<string>;
}

/** A value of the return with its entry, in the base unit. */
interface Checked {
  readonly entry: FormEntry;
  readonly indicator: Indicator;
  readonly value: ReturnValue | null;
  /** `NaN` is missing. */
  readonly base: number;
}

/**
 * Checks the values of a return: range, whole numbers, missing ones, sources and files, parts and their whole, and the step from the
 * year before. The last two kinds are warnings: an explanation beside the value settles them. See docs/methods/campaign/checks.
 *
 * @param values in force, by indicator
 */
export function checkReturn(
  values: ReadonlyMap<string, ReturnValue>,
  context: CheckContext,
): readonly ReturnIssue[] {
  const all = new Map<IndicatorId, Checked>();
  for (const entry of context.entries) {
    const indicator = context.catalog.indicators.get(entry.indicator);
    if (indicator === undefined) continue;
    const value = values.get(entry.indicator) ?? null;
    all.set(entry.indicator, { entry, indicator, value, base: baseOf(value, context) });
  }
  return [...all.values()].flatMap((one) => [
    ...checkOne(one, context),
    ...checkParts(one, all, context),
    ...checkLastYear(one, context),
  ]);
}

/** Errors, and warnings that nobody has explained: what stands between a return and its submission. */
export function openIssues(issues: readonly ReturnIssue[]): readonly ReturnIssue[] {
  return issues.filter(({ severity, explained }) => severity === 'error' || !explained);
}

function baseOf(value: ReturnValue | null, context: CheckContext): number {
  return value === null || value.value === null ? Number.NaN : inBase(value.value, value.unit, context);
}

function inBase(value: number, unit: Unit, { catalog }: CheckContext): number {
  const scale = scaleOf(unit, catalog);
  return scale === null ? value : scaled(value, scale);
}

function checkOne(one: Checked, context: CheckContext): readonly ReturnIssue[] {
  const { entry, indicator, value, base } = one;
  if (Number.isNaN(base)) {
    const isExcused = !entry.required || (value?.missing ?? '') !== '';
    return isExcused ? [] : [fault('ROUND_MISSING', one, context)];
  }
  const issues: ReturnIssue[] = [];
  const [low, high] = indicator.valid.map((bound) => inBase(bound, indicator.unit, context));
  if (base < (low as number) || base > (high as number)) {
    const [from, to] = [low, high].map((bound) => shown(bound as number, indicator.unit, context));
    const expected = { en: `${from?.en} – ${to?.en}`, zh: `${from?.zh} 至 ${to?.zh}` };
    issues.push(fault('ROUND_RANGE', one, context, { expected }));
  }
  if (entry.whole && !Number.isInteger(base)) issues.push(fault('ROUND_WHOLE', one, context));
  if (entry.asks !== 'nothing' && value?.source === '') issues.push(fault('ROUND_SOURCE', one, context));
  if (entry.asks === 'evidence' && !context.evidence.has(entry.indicator)) {
    issues.push(fault('ROUND_EVIDENCE', one, context));
  }
  return issues;
}

/** Parts that are there may not exceed the whole; all of them together come to it. */
function checkParts(
  one: Checked,
  all: ReadonlyMap<IndicatorId, Checked>,
  context: CheckContext,
): readonly ReturnIssue[] {
  const { parts, unit } = one.indicator;
  const known = parts.flatMap((part) => {
    const base = all.get(part)?.base ?? Number.NaN;
    return Number.isNaN(base) ? [] : [base];
  });
  if (known.length === 0 || Number.isNaN(one.base)) return [];
  const sum = known.reduce((a, b) => a + b, 0);
  const tolerance = qualityLimit('quality_sum_tolerance', context.catalog) * Math.abs(one.base);
  const facts = { found: shown(sum, unit, context), expected: shown(one.base, unit, context) };
  if (sum - one.base > tolerance) return [fault('ROUND_PARTS', one, context, facts)];
  if (known.length === parts.length && one.base - sum > tolerance)
    return [fault('ROUND_PARTS_DIFFER', one, context, facts, 'warning')];
  return [];
}

/** Repeats are told for amounts only: rates may well stay as they are. */
function checkLastYear(one: Checked, context: CheckContext): readonly ReturnIssue[] {
  const { base, indicator } = one;
  const before = context.lastYear.get(indicator.id)?.value ?? Number.NaN;
  if (Number.isNaN(base) || Number.isNaN(before)) return [];
  const expected = shown(before, indicator.unit, context);
  if (base === before && base !== 0 && indicator.additive)
    return [fault('ROUND_REPEAT', one, context, { expected }, 'warning')];
  if (!(base > 0 && before > 0)) return [];
  const times = base / before;
  if (Math.abs(Math.log(times)) <= Math.log(context.usual(indicator.id))) return [];
  return [fault('ROUND_CHANGE', one, context, { expected, times: Number(times.toPrecision(3)) }, 'warning')];
}

function fault(
  code: Code,
  one: Checked,
  context: CheckContext,
  facts: Facts = {},
  severity: 'error' | 'warning' = 'error',
): ReturnIssue {
  const all: Facts = { found: shown(one.base, one.indicator.unit, context), expected: '', ...facts };
  return {
    ...issue(code, severity, one.indicator.label, all),
    severity,
    indicator: one.indicator.id,
    found: plain(all['found'] ?? ''),
    expected: plain(all['expected'] ?? ''),
    explained: severity === 'warning' && (one.value?.explanation ?? '') !== '',
  };
}

function plain(fact: Facts[string]): string {
  return typeof fact === 'object' ? fact.en : String(fact);
}

/** A number of the base unit in the unit that readers expect; open bounds by a sign. */
function shown(base: number, unit: Unit, { catalog }: CheckContext): Text {
  if (Number.isNaN(base)) return { en: '', zh: '' };
  if (!Number.isFinite(base)) return base > 0 ? { en: '+∞', zh: '+∞' } : { en: '-∞', zh: '-∞' };
  const { factor, label } = displayOf(unit, catalog);
  const number = Number((base / factor).toPrecision(12));
  return { en: `${number} ${label.en}`, zh: `${number} ${label.zh}` };
}
