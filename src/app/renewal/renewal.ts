import { classLabel } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import {
  type Cause,
  neverFitting,
  precedenceCircle,
  type RenewalProblem,
  redLineRows,
} from '../../plan/index.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { balancesOf, plannedOf, type RenewalAnswer } from './answer.js';
import { type RenewalCall, type RenewalOptions, type RenewalWords, renewalOptions } from './call.js';
import { ganttPicture } from './gantt.js';
import { existingFloor, redLinesOf, rentsOf } from './lines.js';
import { readParcels } from './parcels.js';
import { renewalSheets } from './sheets.js';
import { type RenewalQuestion, type RenewalSolved, solveRenewal } from './solve.js';
import { readBudgets, readCapacities, readPrecedence, readProjects } from './tables.js';

/** Tables of a request. */
export interface RenewalTables {
  /** `project,kind,cost,value,livelihood[,…]`. */
  readonly projects: RowSource;
  /** `year,budget[,rent]`. */
  readonly budget: RowSource;
  /** `before,after`. */
  readonly precedence?: RowSource;
  /** `resource,year,capacity`. */
  readonly capacity?: RowSource;
  /** `parcel,unit,…`. */
  readonly parcels?: RowSource;
}

/**
 * Projects of urban renewal in the years of a budget (docs/methods/plan/renewal.md).
 *
 * @throws AfterlodeError RENEWAL_…, CALL_OPTION, FILE_…; nothing is written then
 */
export async function renewal(ws: Workspace, call: RenewalCall): Promise<RenewalAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await renewalOf(ws, call, call, solveRenewal);
  if (out === undefined) return answer;
  const title: Text = { en: 'Urban renewal', zh: '城市更新' };
  const picture = (['en', 'zh'] as const).map((lang) => ({
    name: `gantt.${lang}.svg`,
    text: ganttPicture(answer, lang),
  }));
  return { ...answer, files: await saveSheets(out, 'renewal', title, renewalSheets(answer), picture) };
}

/**
 * As `renewal`, of tables that are there; writes nothing.
 *
 * @param solve where the work is done: here, or in a thread
 */
export async function renewalOf(
  { catalog }: Pick<Workspace, 'catalog'>,
  tables: RenewalTables,
  words: RenewalWords,
  solve: (question: RenewalQuestion) => Promise<RenewalSolved>,
): Promise<RenewalAnswer> {
  const options = renewalOptions(words, catalog);
  const { table, problem, rents, parcels, existing } = await readProblem(tables, options, catalog);
  const solved = await solve({ problem, options: { limits: options.limits, robust: options.robust } });
  const { plan, causes } = solved;
  if (plan.status === 'infeasible')
    throw new AfterlodeError('RENEWAL_INFEASIBLE', table.name, { found: causeWords(causes, catalog) });
  const lines = redLinesOf(table.name, table.projects, existing, plan.starts, options);
  const rent = rentsOf(problem.years, rents, options.rentRise);
  const balance = balancesOf(table.name, table.projects, options);
  return {
    status: plan.status,
    ...plannedOf(table.projects, problem.years, problem.budgets, solved, options),
    valueUnit: table.valueUnit,
    redLines: lines.rows,
    exemptions: lines.exemptions,
    rents: rent.rows,
    balance: balance.rows,
    parcels: parcels?.parcels ?? [],
    issues: [
      ...planIssues(table.name, problem, solved, catalog),
      ...lines.issues,
      ...rent.issues,
      ...balance.issues,
      ...(parcels?.issues ?? []),
    ],
    files: [],
  };
}

async function readProblem(tables: RenewalTables, options: RenewalOptions, catalog: Catalog) {
  const { years, budgets, rents } = await readBudgets(tables.budget);
  const capacities = tables.capacity === undefined ? [] : await readCapacities(tables.capacity, years);
  const table = await readProjects(
    tables.projects,
    capacities.map(({ resource }) => resource),
  );
  const names = table.projects.map(({ project }) => project);
  const order = tables.precedence === undefined ? null : await readPrecedence(tables.precedence, names);
  const circle = order === null ? null : precedenceCircle(names.length, order.pairs);
  if (circle !== null)
    throw new AfterlodeError('RENEWAL_CIRCLE', order?.name ?? '', {
      found: circle.map((at) => names[at] as string).join(' → '),
    });
  const parcels = tables.parcels === undefined ? null : await readParcels(tables.parcels, catalog);
  const existing = existingFloor(table.projects, parcels);
  const problem: RenewalProblem = {
    projects: table.projects.map(({ project, cost, value, livelihood, required, uses }) => ({
      project,
      cost,
      value,
      livelihood,
      required,
      uses,
    })),
    years,
    budgets,
    discount: options.discount,
    livelihoodShare: options.livelihoodShare,
    precedence: order?.pairs ?? [],
    capacities,
    lines: redLineRows(table.projects, existing, options.bounds),
  };
  return { table, problem, rents, parcels, existing };
}

function causeWords(causes: readonly Cause[], catalog: Catalog): Text {
  if (causes.length === 0)
    return { en: 'several rules together, none alone', zh: '多项条件共同作用，并非单独一项' };
  const words = causes.map((cause) => classLabel(catalog, 'renewal_cause', cause));
  return { en: words.map(({ en }) => en).join(', or '), zh: words.map(({ zh }) => zh).join('，或') };
}

function planIssues(
  where: string,
  problem: RenewalProblem,
  { plan, causes }: RenewalSolved,
  catalog: Catalog,
): readonly Issue[] {
  const never = neverFitting(problem).map((at) => problem.projects[at]?.project as string);
  const empty = plan.starts.every((start) => start < 0);
  return [
    ...(empty ? [issue('RENEWAL_EMPTY', 'warning', where, { found: causeWords(causes, catalog) })] : []),
    ...(never.length > 0 ? [issue('RENEWAL_NEVER', 'warning', where, { found: never.join(', ') })] : []),
    ...(plan.status === 'feasible'
      ? [issue('RENEWAL_GAP', 'warning', where, { found: `${(100 * plan.gap).toPrecision(2)} %` })]
      : []),
  ];
}
