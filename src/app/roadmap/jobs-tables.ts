import { employmentElasticity } from '../../assess/index.js';
import { phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { type Closure, type LabourBase, matchKey, type SuccessorSector } from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { aPlace, placeColumn, tableFault, yearOf } from './tables.js';

/** A successor of a place, and whether its elasticity was held because output hardly moved. */
export interface PlaceSuccessor extends SuccessorSector {
  readonly capped: boolean;
}

const aSector = { en: 'a sector', zh: '部门名称' };
const sector = { also: ['部门', '行业'], needed: true } as const;
const optional = { needed: false } as const;

/** @throws AfterlodeError ROADMAP_TABLE for a place that the table of drivers has not */
function placeOf(row: NamedRow<'place'>, known: readonly string[]): string {
  const place = row.word('place', aPlace);
  if (known.includes(place)) return place;
  throw row.wrong('place', place, phrases.oneOf(known.slice(0, 30).join(', ')));
}

function within<Name extends string>(
  row: NamedRow<Name>,
  column: Name,
  expected: Text,
  holds: (value: number) => boolean,
): number {
  const value = row.number(column);
  if (holds(value)) return value;
  throw row.wrong(column, row.text(column) || phrases.empty, expected);
}

/**
 * Reads `place,year,sector,jobs[,occupation][,retiring]`: jobs that end. Without the column `retiring` nobody is taken to retire.
 *
 * @throws AfterlodeError ROADMAP_TABLE naming the cell, FILE_… of reading
 */
export async function readClosures(
  source: RowSource,
  known: readonly string[],
): Promise<ReadonlyMap<string, readonly Closure[]>> {
  const { rows, has } = await readNamedRows(
    source,
    {
      place: placeColumn,
      year: { also: ['年份'], needed: true },
      sector,
      jobs: { also: ['岗位', '人数'], needed: true },
      occupation: { also: ['职业', '工种'], needed: false },
      retiring: { also: ['退休'], needed: false },
    },
    tableFault,
  );
  const found = new Map<string, Closure[]>();
  for (const row of rows) {
    const place = placeOf(row, known);
    const jobs = within(row, 'jobs', phrases.numberFrom0, (value) => value >= 0);
    const share = {
      en: `a number from 0 to ${jobs}, the jobs of this row`,
      zh: `0 到 ${jobs}（该行岗位数）之间的数`,
    };
    const closure = {
      year: yearOf(row),
      sector: row.word('sector', aSector),
      occupation: row.text('occupation'),
      jobs,
      retiring: has('retiring') ? within(row, 'retiring', share, (value) => value >= 0 && value <= jobs) : 0,
    };
    found.set(place, [...(found.get(place) ?? []), closure]);
  }
  return found;
}

/**
 * Reads `place,sector,jobs` with `elasticity` or with `jobs_before,output_before,output`, and `match,cost_per_job,wage_ratio` where they
 * are known.
 *
 * @param smallestGrowth of output below which an elasticity is held
 * @throws AfterlodeError ROADMAP_TABLE naming the cell, FILE_… of reading
 */
export async function readSuccessors(
  source: RowSource,
  known: readonly string[],
  smallestGrowth: number,
): Promise<ReadonlyMap<string, readonly PlaceSuccessor[]>> {
  const { rows } = await readNamedRows(
    source,
    {
      place: placeColumn,
      sector,
      jobs: { also: ['岗位', '就业人数'], needed: true },
      elasticity: { also: ['就业弹性'], needed: false },
      jobs_before: optional,
      output_before: optional,
      output: optional,
      match: { also: ['匹配比例'], needed: false },
      cost_per_job: optional,
      wage_ratio: optional,
    },
    tableFault,
  );
  const found = new Map<string, PlaceSuccessor[]>();
  for (const row of rows) {
    const place = placeOf(row, known);
    const name = row.word('sector', aSector);
    const own = found.get(place) ?? [];
    if (own.some((one) => one.sector === name))
      throw row.wrong('sector', name, { en: 'each sector once for a place', zh: '每个地区每个部门一行' });
    const orNone = (holds: (value: number) => boolean) => (value: number) =>
      Number.isNaN(value) || holds(value);
    const jobs = within(row, 'jobs', phrases.numberFrom0, (value) => value >= 0);
    const successor = {
      sector: name,
      jobs,
      ...elasticityOf(row, jobs, smallestGrowth),
      match: within(
        row,
        'match',
        phrases.share,
        orNone((value) => value >= 0 && value <= 1),
      ),
      costPerJob: within(
        row,
        'cost_per_job',
        phrases.numberFrom0,
        orNone((value) => value >= 0),
      ),
      wageRatio: within(
        row,
        'wage_ratio',
        phrases.numberAbove0,
        orNone((value) => value > 0),
      ),
    };
    found.set(place, [...own, successor]);
  }
  return found;
}

function elasticityOf(
  row: NamedRow<'elasticity' | 'jobs_before' | 'output_before' | 'output'>,
  jobs: number,
  smallestGrowth: number,
) {
  const stated = row.number('elasticity');
  if (!Number.isNaN(stated)) return { elasticity: stated, capped: false };
  const before = (['jobs_before', 'output_before', 'output'] as const).map((column) => row.number(column));
  const [jobsBefore, outputBefore, output] = before as [number, number, number];
  const { value, capped } = employmentElasticity([jobsBefore, jobs], [outputBefore, output], smallestGrowth);
  if (!Number.isNaN(value)) return { elasticity: value, capped };
  throw row.wrong('elasticity', phrases.empty, {
    en: 'an elasticity, or jobs_before, output_before and an output that differs from it',
    zh: '弹性，或 jobs_before、output_before 及与之不同的 output',
  });
}

/**
 * Reads `occupation,sector,match`: shares of the displaced of an occupation who fit a sector.
 *
 * @throws AfterlodeError ROADMAP_TABLE naming the cell, FILE_… of reading
 */
export async function readMatches(source: RowSource): Promise<ReadonlyMap<string, number>> {
  const { rows } = await readNamedRows(
    source,
    {
      occupation: { also: ['职业', '工种'], needed: true },
      sector,
      match: { also: ['匹配比例'], needed: true },
    },
    tableFault,
  );
  const found = new Map<string, number>();
  for (const row of rows) {
    const key = matchKey(
      row.word('occupation', { en: 'an occupation', zh: '职业' }),
      row.word('sector', aSector),
    );
    if (found.has(key))
      throw row.wrong('sector', row.text('sector'), { en: 'each pair once', zh: '每对只出现一次' });
    found.set(
      key,
      within(row, 'match', phrases.share, (value) => value >= 0 && value <= 1),
    );
  }
  return found;
}

/**
 * Reads `place,labour_force,employed` of the last year with data.
 *
 * @throws AfterlodeError ROADMAP_TABLE naming the cell, FILE_… of reading
 */
export async function readLabour(
  source: RowSource,
  known: readonly string[],
): Promise<ReadonlyMap<string, LabourBase>> {
  const { rows } = await readNamedRows(
    source,
    {
      place: placeColumn,
      labour_force: { also: ['劳动力'], needed: true },
      employed: { also: ['就业人数', '就业'], needed: true },
    },
    tableFault,
  );
  const found = new Map<string, LabourBase>();
  for (const row of rows) {
    const place = placeOf(row, known);
    if (found.has(place)) throw row.wrong('place', place, { en: 'each place once', zh: '每个地区一行' });
    const labourForce = within(row, 'labour_force', phrases.numberAbove0, (value) => value > 0);
    const most = {
      en: `a number from 0 to ${labourForce}, the labour force`,
      zh: `0 到 ${labourForce}（劳动力）之间的数`,
    };
    found.set(place, {
      labourForce,
      employed: within(row, 'employed', most, (value) => value >= 0 && value <= labourForce),
    });
  }
  return found;
}
