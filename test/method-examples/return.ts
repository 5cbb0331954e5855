import { type IndicatorId, id, type Unit } from '../../src/base/index.js';
import { checkReturn, emptyValue, type ReturnValue } from '../../src/campaign/index.js';
import type { FormEntry } from '../../src/catalog/index.js';
import { sampleCatalog, sampleIndicator } from '../../src/observe/testing/sample.js';
import type { Example, Examples } from './example.js';

interface Given {
  readonly factor: number;
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly whole: readonly string[];
  readonly values: Readonly<Record<string, number | null>>;
  readonly before: Readonly<Record<string, number>>;
  readonly explained: readonly string[];
}

/** What the checks say as `kind CODE indicator`, in alphabetical order. */
const check: Example = (raw) => {
  const given = raw as unknown as Given;
  const names = Object.keys(given.values) as IndicatorId[];
  const catalog = sampleCatalog(
    names.map((name) =>
      sampleIndicator(name, 'CNY', { parts: (given.parts[name] ?? []) as readonly IndicatorId[] }),
    ),
  );
  const entries = names.map(
    (indicator): FormEntry => ({
      indicator,
      unit: 'CNY' as Unit,
      required: true,
      whole: given.whole.includes(indicator),
      asks: 'nothing',
      note: null,
    }),
  );
  const values = new Map(
    entries.map((entry): [string, ReturnValue] => {
      const explanation = given.explained.includes(entry.indicator) ? 'so it is' : '';
      return [
        entry.indicator,
        { ...emptyValue(entry), value: given.values[entry.indicator] ?? null, explanation },
      ];
    }),
  );
  const lastYear = new Map(
    Object.entries(given.before).map(([name, value]) => {
      const indicator = name as IndicatorId;
      return [indicator, { indicator, period: id<'period'>('2024'), value }] as const;
    }),
  );
  return checkReturn(values, { catalog, entries, lastYear, usual: () => given.factor, evidence: new Set() })
    .map(
      ({ code, indicator, severity, explained }) =>
        `${explained ? 'explained' : severity} ${code} ${indicator}`,
    )
    .sort();
};

/** Example of the page docs/methods/quality/return.md. */
export const returnExamples: Examples = { 'quality.return': check };
