import { AfterlodeError, type CityId, type IndicatorId, id } from '../../base/index.js';
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
    if (before !== undefined) refuse(line, `${key} a second time`, `once, see line ${before}`);
    seen.set(key, line);
    return [target];
  });
}

function readTarget(cell: (name: string) => string, line: number, context: TargetContext): PlanTarget {
  const indicator = context.catalog.indicators.get(id<'indicator'>(cell('indicator')));
  if (!indicator) return refuse(line, cell('indicator'), 'an indicator of `afterlode catalog list`');
  if (!/^\d{4}$/.test(cell('year'))) refuse(line, cell('year'), 'a year');
  const value = cell('target') === '' ? Number.NaN : Number(cell('target'));
  if (!Number.isFinite(value)) refuse(line, cell('target'), 'a number');
  if (cell('document') === '') refuse(line, 'no document', 'the document and page of the target');
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
    return refuse(line, unit || 'no unit', own);
  return given.factor;
}

function refuse(line: number, found: string, expected: string): never {
  throw new AfterlodeError('EVALUATE_TABLE', `targets, line ${line}`, { found, expected });
}
