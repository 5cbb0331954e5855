import {
  AfterlodeError,
  type CityId,
  type IndicatorId,
  type IsoDate,
  id,
  phrases,
  type Text,
} from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { ForeignRow } from '../../observe/index.js';
import { targetKey } from './in-force.js';
import { type TargetColumn, targetColumns } from './target-columns.js';
import type { PlanTarget } from './types.js';

/** What is needed to read a table of targets. */
export interface TargetContext {
  readonly catalog: Pick<Catalog, 'indicators' | 'units'>;
  /** The unit a word means; throws where there is none. */
  readonly cityOf: (word: string) => CityId;
  /** Whether every target must name the day of its document: what is kept has one. */
  readonly dated?: boolean;
}

/** A target and the row it stands in. */
export interface ReadTarget extends PlanTarget {
  readonly row: number;
}

type Cell = (name: TargetColumn) => string;

/**
 * Reads plan targets from a table `city,indicator,year,target,document` with, where given, `issued` (day of the document)
 * and `unit`; without one the target is in the indicator's own unit. Every target names the document it was read in. A
 * document of a later year than the target's is refused: it would fill a target from what came about. The whole table is
 * taken or none of it.
 *
 * @param rows with the heading as the first
 * @throws AfterlodeError EVALUATE_TABLE for the first fault, with its line; those of `cityOf`
 */
export function readTargets(rows: readonly ForeignRow[], context: TargetContext): readonly ReadTarget[] {
  const header = (rows[0]?.cells ?? []).map(plain);
  const places = Object.fromEntries(
    Object.entries(targetColumns).map(([name, { words }]) => [
      name,
      header.findIndex((cell) => words.some((word) => word === cell)),
    ]),
  ) as Record<TargetColumn, number>;
  const lacking = Object.entries(targetColumns)
    .filter(([name, { needed }]) => needed || (context.dated && name === 'issued'))
    .filter(([name]) => places[name as TargetColumn] < 0)
    .map(([name, { words }]) => `${name} (${words.join(', ')})`);
  if (lacking.length > 0) {
    const found = rows[0]?.cells.join(',') || phrases.nothing;
    throw new AfterlodeError('EVALUATE_TABLE', 'targets', { found, expected: lacking.join('; ') });
  }
  const seen = new Map<string, number>();
  return rows.slice(1).flatMap(({ row, cells }) => {
    if (cells.every((one) => one.trim() === '')) return [];
    const target = readTarget((name) => (cells[places[name]] ?? '').trim(), row, context);
    const key = `${targetKey(target)} ${target.issued ?? ''}`.trim();
    const before = seen.get(key);
    if (before !== undefined)
      refuse(
        row,
        { en: `${key} a second time`, zh: `再次出现的 ${key}` },
        { en: `once, see line ${before}`, zh: `只出现一次，见第 ${before} 行` },
      );
    seen.set(key, row);
    return [target];
  });
}

function readTarget(cell: Cell, row: number, context: TargetContext): ReadTarget {
  const indicator = context.catalog.indicators.get(id<'indicator'>(cell('indicator')));
  if (!indicator)
    return refuse(row, cell('indicator') || phrases.nothing, {
      en: 'an indicator of `afterlode catalog list`',
      zh: '`afterlode catalog list` 列出的指标',
    });
  const year = /^(\d{4})年?$/.exec(cell('year'))?.[1];
  if (year === undefined) return refuse(row, cell('year') || phrases.nothing, { en: 'a year', zh: '年份' });
  const value = cell('target') === '' ? Number.NaN : Number(cell('target'));
  if (!Number.isFinite(value)) refuse(row, cell('target') || phrases.nothing, phrases.number);
  if (cell('document') === '')
    refuse(
      row,
      { en: 'no document', zh: '没有文件' },
      { en: 'the document and page of the target', zh: '目标所在的文件与页码' },
    );
  return {
    city: context.cityOf(cell('city')),
    indicator: indicator.id as IndicatorId,
    year: id<'period'>(year),
    target: value * factorOf(cell('unit') || indicator.unit, indicator.unit, row, context),
    document: cell('document'),
    issued: readDay(cell('issued'), year, row, context.dated === true),
    row,
  };
}

/** The day of the document; a target is never taken from a document that is younger than its year. */
function readDay(text: string, year: string, row: number, needed: boolean): IsoDate | null {
  if (text === '' && !needed) return null;
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text);
  const [, of = '', month = '', dayOfMonth = ''] = parts ?? [];
  const day = `${of}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  if (!parts || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day)
    return refuse(row, text || phrases.nothing, {
      en: 'the day of the document such as 2013-11-12',
      zh: '文件日期，如 2013-11-12',
    });
  if (of > year)
    refuse(row, text, {
      en: `a document of ${year} or before: no target is filled in afterwards`,
      zh: `${year} 年或以前的文件：目标不得事后补填`,
    });
  return id<'date'>(day);
}

/** Base units of the indicator in one of the given unit. */
function factorOf(unit: string, own: string, row: number, { catalog }: TargetContext): number {
  const given =
    catalog.units.get(id<'unit'>(unit)) ??
    [...catalog.units.values()].find((one) => one.aliases.includes(unit));
  const base = (one: typeof given) => one?.base ?? one?.id;
  if (!given || base(given) !== base(catalog.units.get(id<'unit'>(own))))
    return refuse(row, unit || { en: 'no unit', zh: '没有单位' }, own);
  return given.factor;
}

function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

function refuse(row: number, found: string | Text, expected: string | Text): never {
  throw new AfterlodeError(
    'EVALUATE_TABLE',
    { en: `targets, line ${row}`, zh: `targets 第 ${row} 行` },
    { found, expected },
  );
}
