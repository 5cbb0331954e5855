import { AfterlodeError, type CityId, type IndicatorId, id, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { PlanTarget } from './types.js';

const required = ['city', 'indicator', 'year', 'target', 'document'] as const;

/** What is needed to read a table of targets. */
export interface TargetContext {
  readonly catalog: Pick<Catalog, 'indicators' | 'units'>;
  /** The unit a word means; throws where there is none. */
  readonly cityOf: (word: string) => CityId;
}

/**
 * Reads plan targets from a table `city,indicator,year,target,document` with an optional `unit`; without one the target is in
 * the indicator's own unit. Every target names the document it was read in. The whole table is taken or none of it.
 *
 * @param rows the header and the rows, as text
 * @throws AfterlodeError EVALUATE_TABLE for the first fault, with its line; those of `cityOf`
 */
export function readTargets(
  rows: readonly (readonly string[])[],
  context: TargetContext,
): readonly PlanTarget[] {
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const lacking = required.filter((name) => !header.includes(name));
  if (lacking.length > 0) {
    throw new AfterlodeError('EVALUATE_TABLE', 'targets', {
      found: header.join(','),
      expected: lacking.join(', '),
    });
  }
  const seen = new Map<string, number>();
  return rows.slice(1).flatMap((row, at) => {
    const line = at + 2;
    if (row.every((cell) => cell.trim() === '')) return [];
    const cell = (name: string) => (row[header.indexOf(name)] ?? '').trim();
    const target = readTarget(cell, line, context);
    const key = `${target.city} ${target.indicator} ${target.year}`;
    const before = seen.get(key);
    if (before !== undefined)
      refuse(
        line,
        { en: `${key} a second time`, zh: `再次出现的 ${key}` },
        { en: `once, see line ${before}`, zh: `只出现一次，见第 ${before} 行` },
      );
    seen.set(key, line);
    return [target];
  });
}

function readTarget(cell: (name: string) => string, line: number, context: TargetContext): PlanTarget {
  const indicator = context.catalog.indicators.get(id<'indicator'>(cell('indicator')));
  if (!indicator)
    return refuse(line, cell('indicator'), {
      en: 'an indicator of `afterlode catalog list`',
      zh: '`afterlode catalog list` 列出的指标',
    });
  if (!/^\d{4}$/.test(cell('year'))) refuse(line, cell('year'), { en: 'a year', zh: '年份' });
  const value = cell('target') === '' ? Number.NaN : Number(cell('target'));
  if (!Number.isFinite(value)) refuse(line, cell('target'), phrases.number);
  if (cell('document') === '')
    refuse(
      line,
      { en: 'no document', zh: '没有文件' },
      { en: 'the document and page of the target', zh: '目标所在的文件与页码' },
    );
  return {
    city: context.cityOf(cell('city')),
    indicator: indicator.id as IndicatorId,
    year: id<'period'>(cell('year')),
    target: value * factorOf(cell('unit') || indicator.unit, indicator.unit, line, context),
    document: cell('document'),
  };
}

/** Base units of the indicator in one of the given unit. */
function factorOf(unit: string, own: string, line: number, { catalog }: TargetContext): number {
  const given =
    catalog.units.get(id<'unit'>(unit)) ??
    [...catalog.units.values()].find((one) => one.aliases.includes(unit));
  const base = (one: typeof given) => one?.base ?? one?.id;
  if (!given || base(given) !== base(catalog.units.get(id<'unit'>(own))))
    return refuse(line, unit || { en: 'no unit', zh: '没有单位' }, own);
  return given.factor;
}

function refuse(line: number, found: string | Text, expected: string | Text): never {
  throw new AfterlodeError(
    'EVALUATE_TABLE',
    { en: `targets, line ${line}`, zh: `targets 第 ${line} 行` },
    { found, expected },
  );
}
