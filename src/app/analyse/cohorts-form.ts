import { projectCohorts, type ServiceAmount, serviceNeed } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text, toEdge } from '../../base/index.js';
import type { TableCall } from '../tables/forms.js';
import { linePlace } from '../tables/places.js';
import type { Workspace } from '../workspace.js';
import {
  type AnalysisRow,
  byPlace,
  readAnalysisTable,
  refuseNegative,
  refuseTwice,
  type TableSource,
} from './table.js';

type Edge = number | null;

/** People by age of a place in years to come, and the services that they need; missing is null. */
export interface CohortRow {
  readonly form: 'cohorts';
  readonly place: string;
  /** `with moves`: as the table has them; `closed`: nobody moves. */
  readonly scenario: 'with moves' | 'closed';
  readonly horizons: readonly {
    /** From now; 0 is now. */
    readonly years: number;
    readonly people: Edge;
    readonly changePercent: Edge;
    readonly groups: readonly { readonly age: number; readonly people: Edge }[];
  }[];
  readonly services: readonly {
    readonly service: string;
    readonly amount: Edge;
    readonly horizons: readonly {
      readonly years: number;
      /** People of the ages that use it. */
      readonly users: Edge;
      /** For each user if nothing is changed. */
      readonly perUser: Edge;
      readonly needed: Edge;
      readonly spare: Edge;
    }[];
  }[];
}

/** Cohorts of one place as its rows have them. */
interface PlaceCohorts {
  readonly ages: readonly number[];
  readonly width: number;
  readonly of: (column: string) => Float64Array;
}

/**
 * People by age after `--years` (default 10 and 20) from a table `place,age,people,survival,children[,migration]`, with and
 * without moves, and what `--services` (`place,service,amount[,from_age][,to_age][,standard]`) then need.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, CALL_OPTION for years that are no whole steps
 */
export async function cohortsForm(_: Workspace, call: TableCall): Promise<readonly CohortRow[]> {
  const figures = ['people', 'survival', 'children'];
  const table = { texts: ['place'], numbers: ['age', ...figures], optional: ['migration'] };
  const { rows, name, has } = await readAnalysisTable(call.table, table);
  refuseNegative(name, rows, ['age', ...figures]);
  refuseTwice(name, rows, ({ text, number }) => `${text.place} ${number.age}`);
  for (const row of rows) {
    if ((row.number.survival as number) > 1)
      throw wrong(linePlace(name, row.line, 'survival'), String(row.number.survival), phrases.share);
    if ((row.number.migration as number) < -1)
      throw wrong(linePlace(name, row.line, 'migration'), String(row.number.migration), {
        en: '−1 or more: no more can leave than there are',
        zh: '不小于 −1：迁出不能多于现有人数',
      });
  }
  const services = call.services === undefined ? [] : await servicesOf(call.services);
  const places = byPlace(rows);
  const stray = services.find((one) => !places.has(one.place));
  if (stray) {
    const known = [...places.keys()].slice(0, 10).join(', ');
    throw wrong(stray.where, stray.place, {
      en: `a place of the table: ${known}`,
      zh: `表中的地点：${known}`,
    });
  }
  return Array.from(places, ([place, own]) => {
    const cohorts = cohortsOf(name, place, own);
    const horizons = horizonsOf(call.years ?? '10,20', cohorts.width);
    const here = services
      .filter((one) => one.place === place)
      .map((one) => ({ ...one, groups: usersOf(one, cohorts) }));
    const scenarios = has.has('migration') ? (['with moves', 'closed'] as const) : (['closed'] as const);
    return scenarios.map((scenario) => rowOf(place, scenario, cohorts, horizons, here));
  }).flat();
}

type PlacedService = AskedService & { readonly groups: readonly boolean[] };

function rowOf(
  place: string,
  scenario: CohortRow['scenario'],
  { ages, width, of }: PlaceCohorts,
  horizons: readonly number[],
  services: readonly PlacedService[],
): CohortRow {
  const people = of('people');
  const migration = scenario === 'closed' ? people.map(() => 0) : of('migration');
  const given = { width, people, survival: of('survival'), children: of('children'), migration };
  const course = projectCohorts(given, Math.max(...horizons) / width);
  const at = (years: number) => course[years / width] as Float64Array;
  const users = ({ groups }: PlacedService, years: number) =>
    sum(at(years).filter((_, group) => groups[group]));
  return {
    form: 'cohorts',
    place,
    scenario,
    horizons: horizons.map((years) => ({
      years,
      people: toEdge(sum(at(years))),
      changePercent: toEdge(100 * (sum(at(years)) / sum(people) - 1)),
      groups: ages.map((age, group) => ({ age, people: toEdge(at(years)[group] as number) })),
    })),
    services: services.map((one) => ({
      service: one.service,
      amount: toEdge(one.amount),
      horizons: horizons.map((years) => {
        const { perUser, needed, spare } = serviceNeed(one, users(one, 0), users(one, years));
        return {
          years,
          users: toEdge(users(one, years)),
          perUser: toEdge(perUser),
          needed: toEdge(needed),
          spare: toEdge(spare),
        };
      }),
    })),
  };
}

/** Groups in order, of one width, the youngest from 0. */
function cohortsOf(name: string, place: string, rows: readonly AnalysisRow[]): PlaceCohorts {
  const own = [...rows].sort((a, b) => (a.number.age as number) - (b.number.age as number));
  const ages = own.map(({ number }) => number.age as number);
  const width = (ages[1] ?? Number.NaN) - (ages[0] ?? Number.NaN);
  const even = width > 0 && ages.every((age, at) => age === at * width);
  if (!even) {
    throw wrong({ en: `${name}, ${place}, column age`, zh: `${name} ${place} 的 age 列` }, ages.join(', '), {
      en: 'first ages of groups of one width from 0, such as 0, 5, 10, …; the last group is open',
      zh: '自 0 起等宽年龄组的起始年龄，如 0, 5, 10, …；最后一组为开口组',
    });
  }
  return { ages, width, of: (column) => Float64Array.from(own, ({ number }) => number[column] as number) };
}

/** Now and the years asked for, each a whole number of steps. */
function horizonsOf(text: string, width: number): readonly number[] {
  const years = text.split(',').map((one) => (one.trim() === '' ? Number.NaN : Number(one)));
  if (years.every((one) => one > 0 && one <= 100 && Number.isInteger(one / width)))
    return [...new Set([0, ...years])].sort((a, b) => a - b);
  throw new AfterlodeError('CALL_OPTION', '--years', {
    found: text || phrases.nothing,
    expected: {
      en: `multiples of ${width} up to 100, such as ${2 * width},${4 * width}`,
      zh: `${width} 的倍数且不超过 100，如 ${2 * width},${4 * width}`,
    },
  });
}

interface AskedService extends ServiceAmount {
  readonly place: string;
  readonly service: string;
  readonly fromAge: number;
  readonly toAge: number;
  readonly where: Text;
}

async function servicesOf(source: TableSource): Promise<readonly AskedService[]> {
  const { rows, name } = await readAnalysisTable(source, {
    texts: ['place', 'service'],
    numbers: ['amount'],
    optional: ['from_age', 'to_age', 'standard'],
  });
  refuseNegative(name, rows, ['amount', 'from_age', 'to_age', 'standard']);
  refuseTwice(name, rows, ({ text }) => `${text.place} ${text.service}`);
  const or = (value: number | undefined, other: number) =>
    value === undefined || Number.isNaN(value) ? other : value;
  return rows.map(({ line, text, number }) => ({
    place: text.place as string,
    service: text.service as string,
    amount: number.amount as number,
    standard: number.standard ?? Number.NaN,
    fromAge: or(number.from_age, 0),
    toAge: or(number.to_age, Number.POSITIVE_INFINITY),
    where: linePlace(name, line),
  }));
}

/** Groups that use a service; ages are from the first to below the last. */
function usersOf({ fromAge, toAge, where }: AskedService, { ages }: PlaceCohorts): readonly boolean[] {
  const fits = ages.includes(fromAge) && (toAge === Number.POSITIVE_INFINITY || ages.includes(toAge));
  if (!fits || fromAge >= toAge) {
    throw wrong(where, `${fromAge}–${toAge}`, {
      en: `ages at which groups begin, the first below the last: ${ages.join(', ')}`,
      zh: `年龄组的起始年龄，且起小于止：${ages.join(', ')}`,
    });
  }
  return ages.map((age) => age >= fromAge && age < toAge);
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}

function wrong(where: string | Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('ANALYSIS_TABLE', where, { found, expected });
}
