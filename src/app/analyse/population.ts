import { type PopulationGrade, populationChange } from '../../assess/index.js';
import { toEdge } from '../../base/index.js';
import { addressed, addressedTable } from '../explained/addressed.js';
import type { Addressed, MaybeAddressed } from '../explained/prefix.js';
import { runForm, type TableCall, type TableForm } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { type AnalyseCall, allowOptions, spanOf } from './call.js';
import { type CohortRow, cohortsForm } from './cohorts-form.js';
import { gradeRules } from './panel.js';
import { type PopulationPlace, populationOfWorkspace } from './people.js';
import { readAnalysisTable, refuseNegative, refuseTwice } from './table.js';

/** One place of a table; percent, missing is null. */
export interface PopulationRow {
  readonly place: string;
  readonly changePercent: number | null;
  readonly annualPercent: number | null;
  readonly grade: PopulationGrade | null;
}

/**
 * Change and grade of the number of people, from a table or from the censuses of the workspace; from a table of cohorts what
 * becomes of them and of the services they need.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analysePopulation(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly ((PopulationFormRow & MaybeAddressed) | (PopulationPlace & Addressed))[]> {
  const { table } = call;
  if (table !== undefined) return runForm<PopulationFormRow>(ws, { ...call, table }, populationForms);
  allowOptions(call, 'population of the workspace', []);
  return addressed('population', call, await populationOfWorkspace(ws, call));
}

/** A row of either form of table. */
export type PopulationFormRow = PopulationRow | CohortRow;

const populationForms: readonly TableForm<PopulationFormRow>[] = [
  {
    columns: ['place', 'first', 'last'],
    run: (ws, call) => {
      allowOptions(call, 'population', ['years']);
      return twoCounts(ws, call);
    },
    addresses: (call, rows) => addressedTable('population', call, rows),
  },
  {
    columns: ['place', 'age', 'people', 'survival', 'children'],
    run: (ws, call) => {
      allowOptions(call, 'population', ['years', 'services']);
      return cohortsForm(ws, call);
    },
  },
];

async function twoCounts(ws: Workspace, call: TableCall): Promise<readonly PopulationRow[]> {
  const span = spanOf(call);
  const rules = gradeRules(ws);
  const { rows, name } = await readAnalysisTable(call.table, {
    texts: ['place'],
    numbers: ['first', 'last'],
  });
  refuseNegative(name, rows, ['first', 'last']);
  refuseTwice(name, rows, ({ text }) => text.place as string);
  return rows.map(({ text, number }) => {
    const { change, annual, grade } = populationChange(
      number.first as number,
      number.last as number,
      span,
      rules,
    );
    return {
      place: text.place as string,
      changePercent: percent(change),
      annualPercent: percent(annual),
      grade,
    };
  });
}

function percent(share: number): number | null {
  return toEdge(100 * share);
}
