import { AfterlodeError, type Text } from '../../base/index.js';
import { readPlanFile } from '../../catalog/index.js';
import { expectWritable, type RowSource, readTextFile } from '../../files/index.js';
import type { CityPlan } from '../../plan/index.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { readBudgets } from './budgets.js';
import { type NamedPlan, planContext, wrongPlan } from './context.js';
import { foundFindings, scenarioFindings } from './findings.js';
import { measureRows } from './measures.js';
import { workOut } from './scenario.js';
import { cityPlanSheets } from './sheets.js';

/** A plan with the files that were written. */
export interface CityPlanAnswer extends CityPlan {
  readonly files: readonly SavedFile[];
}

/** Plan files and budgets of a request. */
export interface CityPlanTables {
  readonly scenarios?: readonly { readonly name: string; readonly text: string }[];
  /** Table `year,budget`, in place of the budgets of every plan file. */
  readonly budget?: RowSource;
}

/** The command `plan`, as written: paths of files. */
export interface CityPlanCall {
  readonly period?: string;
  readonly scenario?: readonly string[];
  readonly budget?: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/**
 * The plan of a listed city: findings, measures with their conditions, and scenarios side by side (docs/methods/plan/plan.md).
 *
 * @param query code, id, Chinese or English name
 * @throws AfterlodeError PLAN_…, CITY_…, PERIOD_UNKNOWN, FILE_…; nothing is written then
 */
export async function cityPlan(ws: Workspace, query: string, call: CityPlanCall): Promise<CityPlanAnswer> {
  const { out, period } = call;
  if (out !== undefined) await expectWritable(out);
  const tables = await planTables(call);
  const answer = await cityPlanOf(ws, query, tables, period === undefined ? {} : { period });
  if (out === undefined) return answer;
  const title: Text = { en: `Plan of ${answer.name.en}`, zh: `${answer.name.zh}转型规划` };
  return { ...answer, files: await saveSheets(out, 'plan', title, cityPlanSheets(answer), []) };
}

/** The files that a call names. */
export async function planTables({
  scenario = [],
  budget,
}: Pick<CityPlanCall, 'scenario' | 'budget'>): Promise<CityPlanTables> {
  const scenarios: { readonly name: string; readonly text: string }[] = [];
  for (const name of scenario) scenarios.push({ name, text: await readTextFile(name) });
  return { scenarios, ...(budget !== undefined && { budget }) };
}

/** As `cityPlan`, of texts that are there; writes nothing. */
export async function cityPlanOf(
  ws: Workspace,
  query: string,
  { scenarios = [], budget }: CityPlanTables,
  words: { readonly period?: string } = {},
): Promise<CityPlanAnswer> {
  const plans = scenarios.map(({ name, text }): NamedPlan => ({ name, file: readPlanFile(text, name) }));
  refuseTwice(plans);
  const budgets = budget === undefined ? null : await readBudgets(budget);
  if (budgets !== null && plans.length === 0)
    throw new AfterlodeError('CALL_OPTION', '--budget', {
      found: { en: 'given alone', zh: '单独给出' },
      expected: { en: '--scenario beside it', zh: '同时给出 --scenario' },
    });
  const context = await planContext(ws, query, words.period);
  const found = foundFindings(context);
  const perPlan = plans.map((plan) => ({ plan, findings: scenarioFindings(context, found, plan) }));
  const worked = [];
  for (const { plan, findings } of perPlan) worked.push(await workOut(context, findings, plan, budgets));
  const stated = perPlan.flatMap(({ findings }) => findings.slice(found.length));
  const all = [...found, ...new Map(stated.map((one) => [one.finding, one])).values()];
  const { city, period, checkup } = context;
  return {
    city: city.id,
    name: city.name,
    period,
    findings: all,
    caveats: checkup.findings
      .filter(({ kind }) => kind === 'caveat')
      .map(({ label, advice, evidence }) => ({ label, advice, evidence })),
    measures: measureRows(
      context,
      all.map(({ finding }) => finding),
    ),
    scenarios: worked,
    issues: checkup.issues,
    files: [],
  };
}

function refuseTwice(plans: readonly NamedPlan[]): void {
  const seen = new Set<string>();
  for (const { name, file } of plans) {
    if (seen.has(file.scenario))
      throw wrongPlan(`${name}: scenario`, file.scenario, {
        en: 'a name that no other scenario has',
        zh: '与其他情景不同的名称',
      });
    seen.add(file.scenario);
  }
}
