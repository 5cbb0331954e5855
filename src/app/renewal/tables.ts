import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { Operation, ProjectAreas, RenewalCapacity, RenewalProject } from '../../plan/index.js';
import { type NamedColumn, type NamedRow, readNamedRows } from '../tables/named-rows.js';

/** What is wrong with a table of renewal. */
export const tableFault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('RENEWAL_TABLE', where, { found, expected });

const optional = (...also: string[]): NamedColumn => ({ also, needed: false });
const needed = (...also: string[]): NamedColumn => ({ also, needed: true });

const projectColumns = {
  project: needed('项目'),
  kind: optional('类型'),
  cost: needed('费用'),
  value: needed('价值'),
  livelihood: needed('民生'),
  value_unit: optional('价值单位'),
  required: optional('必做'),
  unit: optional('更新单元'),
  existing_area: optional('现状建筑面积'),
  demolished_area: optional('拆除建筑面积'),
  exempt_area: optional('例外建筑面积'),
  exempt_reason: optional('例外理由'),
  new_area: optional('新建建筑面积'),
  households: optional('搬迁户数'),
  resettled_near: optional('就近安置户数'),
  rent: optional('年租金'),
  fees: optional('年收费'),
  subsidy: optional('年补贴'),
  running: optional('年运营费'),
  land_sale: optional('土地出让收入'),
} as const;
type ProjectRow = NamedRow<keyof typeof projectColumns | string>;

/** A row of the table of projects. */
export interface GivenProject extends RenewalProject, ProjectAreas {
  readonly kind: string;
  /** Floor of the unit that stands on the project's ground; `NaN`: not known. */
  readonly existing: number;
  readonly exemptReason: string;
  /** `null` where the table has no column of operation. */
  readonly operation: Operation | null;
}

export interface ProjectTable {
  readonly name: string;
  readonly projects: readonly GivenProject[];
  /** `null` where the table does not say. */
  readonly valueUnit: 'yuan' | 'score' | null;
}

/** A whole year from 1. @throws AfterlodeError RENEWAL_TABLE */
function yearIn<Name extends string>(row: NamedRow<Name | 'year'>): number {
  const year = row.number('year');
  if (Number.isInteger(year) && year >= 1 && year <= 9999) return year;
  throw row.wrong('year', row.text('year') || phrases.empty, {
    en: 'a year such as 2027, or 1 for the first',
    zh: '年份，如 2027，或以 1 表示第一年',
  });
}

/** A number from 0, which must stand there. @throws AfterlodeError RENEWAL_TABLE */
function amountIn<Name extends string>(row: NamedRow<Name>, column: Name): number {
  const value = row.number(column);
  if (value >= 0) return value;
  throw row.wrong(column, row.text(column) || phrases.empty, phrases.numberFrom0);
}

/** A number from 0; `NaN` where nothing stands there. @throws AfterlodeError RENEWAL_TABLE */
export function perhapsIn<Name extends string>(row: NamedRow<Name>, column: Name): number {
  return row.text(column) === '' ? Number.NaN : amountIn(row, column);
}

function yesIn<Name extends string>(row: NamedRow<Name>, column: Name, usual: boolean | null): boolean {
  const text = row.text(column);
  if (text === '1' || text === '0') return text === '1';
  if (text === '' && usual !== null) return usual;
  throw row.wrong(column, text || phrases.empty, phrases.oneOf('0, 1'));
}

/**
 * Reads budgets: `year,budget[,rent]`.
 *
 * @returns years ascending; `rents` are `NaN` where nobody has said
 * @throws AfterlodeError RENEWAL_TABLE, FILE_…
 */
export async function readBudgets(source: RowSource) {
  const columns = { year: needed('年份'), budget: needed('预算'), rent: optional('租金') } as const;
  const { rows } = await readNamedRows(source, columns, tableFault);
  const found = rows.map((row) => ({
    year: yearIn(row),
    budget: amountIn(row, 'budget'),
    rent: perhapsIn(row, 'rent'),
  }));
  for (const [at, { year }] of found.entries())
    if (found.findIndex((one) => one.year === year) < at)
      throw (rows[at] as (typeof rows)[number]).wrong('year', String(year), {
        en: 'each year once',
        zh: '每年一行',
      });
  const sorted = found.toSorted((a, b) => a.year - b.year);
  return {
    years: sorted.map(({ year }) => year),
    budgets: sorted.map(({ budget }) => budget),
    rents: sorted.map(({ rent }) => rent),
  };
}

/** Reads `resource,year,capacity`; a year without a row has no limit. @throws AfterlodeError RENEWAL_TABLE, FILE_… */
export async function readCapacities(
  source: RowSource,
  years: readonly number[],
): Promise<readonly RenewalCapacity[]> {
  const columns = { resource: needed('资源'), year: needed('年份'), capacity: needed('能力') } as const;
  const { rows } = await readNamedRows(source, columns, tableFault);
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const resource = row.word('resource', { en: 'a resource', zh: '资源名称' });
    const year = yearIn(row);
    const at = years.indexOf(year);
    if (at < 0) throw row.wrong('year', String(year), { en: 'a year of the budgets', zh: '预算表中的年份' });
    const limits = found.get(resource) ?? years.map(() => Number.NaN);
    if (!Number.isNaN(limits[at] as number))
      throw row.wrong('year', String(year), { en: 'each year once for a resource', zh: '每种资源每年一行' });
    limits[at] = amountIn(row, 'capacity');
    found.set(resource, limits);
  }
  return Array.from(found, ([resource, limits]) => ({ resource, limits }));
}

/**
 * Reads the table of projects.
 *
 * @param resources of which each project must say what it takes
 * @throws AfterlodeError RENEWAL_TABLE naming the cell, FILE_…
 */
export async function readProjects(source: RowSource, resources: readonly string[]): Promise<ProjectTable> {
  const columns: Record<string, NamedColumn> = { ...projectColumns };
  for (const resource of resources) columns[resource] = needed();
  const { name, rows, has } = await readNamedRows(source, columns, tableFault);
  const operates = ['rent', 'fees', 'subsidy'].some(has);
  const projects = rows.map((row) => projectOf(row, resources, operates));
  for (const [at, { project }] of projects.entries())
    if (projects.findIndex((one) => one.project === project) < at)
      throw (rows[at] as ProjectRow).wrong('project', phrases.twice(project), {
        en: 'each project once',
        zh: '每个项目一行',
      });
  return { name, projects, valueUnit: valueUnitOf(rows) };
}

/** Points and yuan cannot be added. @throws AfterlodeError RENEWAL_TABLE */
function valueUnitOf(rows: readonly ProjectRow[]): ProjectTable['valueUnit'] {
  const first = rows[0]?.text('value_unit') ?? '';
  for (const row of rows) {
    const unit = row.text('value_unit');
    if (unit !== '' && unit !== 'yuan' && unit !== 'score')
      throw row.wrong('value_unit', unit, phrases.oneOf('yuan, score'));
    if (unit !== first)
      throw row.wrong('value_unit', unit || phrases.empty, {
        en: `${first || 'nothing'}, as in the first row: points and yuan are not mixed`,
        zh: `与首行相同的 ${first || '空'}：评分与金额不可混用`,
      });
  }
  return first === '' ? null : (first as 'yuan' | 'score');
}

function projectOf(row: ProjectRow, resources: readonly string[], operates: boolean): GivenProject {
  const value = row.number('value');
  if (Number.isNaN(value)) throw row.wrong('value', phrases.empty, phrases.number);
  const cost = amountIn(row, 'cost');
  const once = (column: string) => (row.text(column) === '' ? 0 : amountIn(row, column));
  const demolished = perhapsIn(row, 'demolished_area');
  const exempt = once('exempt_area');
  const [households, near] = [perhapsIn(row, 'households'), perhapsIn(row, 'resettled_near')];
  if (exempt > demolished)
    throw row.wrong('exempt_area', String(exempt), {
      en: 'no more than demolished_area',
      zh: '不超过 demolished_area 的数',
    });
  if (near > households)
    throw row.wrong('resettled_near', String(near), {
      en: 'no more than households',
      zh: '不超过 households 的数',
    });
  return {
    project: row.word('project', { en: 'a project', zh: '项目名称' }),
    kind: row.text('kind'),
    cost,
    value,
    livelihood: yesIn(row, 'livelihood', null),
    required: yesIn(row, 'required', false),
    uses: resources.map((resource) => amountIn(row, resource)),
    unit: row.text('unit'),
    existing: perhapsIn(row, 'existing_area'),
    demolished,
    exempt,
    exemptReason: row.text('exempt_reason'),
    built: perhapsIn(row, 'new_area'),
    households,
    near,
    operation: operates ? operationOf(row, cost, once('land_sale')) : null,
  };
}

function operationOf(row: ProjectRow, cost: number, landSale: number): Operation {
  const of = (column: string) => perhapsIn(row, column);
  return {
    cost,
    rent: of('rent'),
    fees: of('fees'),
    subsidy: of('subsidy'),
    running: of('running'),
    landSale,
  };
}

/**
 * Reads `before,after` as places in the list of projects.
 *
 * @throws AfterlodeError RENEWAL_TABLE for a name that is no project, FILE_…
 */
export async function readPrecedence(source: RowSource, projects: readonly string[]) {
  const columns = { before: needed('先'), after: needed('后') } as const;
  const { name, rows } = await readNamedRows(source, columns, tableFault);
  const placeOf = (row: NamedRow<'before' | 'after'>, column: 'before' | 'after') => {
    const at = projects.indexOf(row.text(column));
    if (at >= 0) return at;
    throw row.wrong(column, row.text(column) || phrases.empty, {
      en: 'a project of the table',
      zh: '项目表中的项目',
    });
  };
  return { name, pairs: rows.map((row) => [placeOf(row, 'before'), placeOf(row, 'after')] as const) };
}
