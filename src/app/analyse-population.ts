import { type PopulationGrade, populationChange } from '../assess/index.js';
import { toEdge } from '../base/index.js';
import { type AnalyseCall, refuseOptions, spanOf } from './analyse-call.js';
import { gradeRules } from './analyse-panel.js';
import { type PopulationPlace, populationOfWorkspace } from './analyse-people.js';
import { addressed } from './explained/addressed.js';
import type { Addressed } from './explained/prefix.js';
import { readAnalysisTable, refuseNegative, refuseTwice } from './analyse-table.js';
import type { Workspace } from './workspace.js';

/** One place of a table; percent, missing is null. */
export interface PopulationRow {
  readonly place: string;
  readonly changePercent: number | null;
  readonly annualPercent: number | null;
  readonly grade: PopulationGrade | null;
}

/**
 * Change and grade of the number of people, from a table or from the censuses of the workspace.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analysePopulation(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly ((PopulationRow | PopulationPlace) & Addressed)[]> {
  refuseOptions(call, 'population', ['reference', 'chained', 'interval', 'sectors']);
  if (call.table === undefined) {
    refuseOptions(call, 'population of the workspace', ['years']);
    return addressed('population', call, await populationOfWorkspace(ws, call));
  }
  const span = spanOf(call);
  const rules = gradeRules(ws);
  const { rows } = await readAnalysisTable(call.table, { texts: ['place'], numbers: ['first', 'last'] });
  refuseNegative(call.table, rows, ['first', 'last']);
  refuseTwice(call.table, rows, ({ text }) => text.place as string);
  const found = rows.map(({ text, number }): PopulationRow => {
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
  return addressed('population', call, found);
}

function percent(share: number): number | null {
  return toEdge(100 * share);
}
