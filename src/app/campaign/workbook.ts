import { type Language, officeTypes } from '../../base/index.js';
import { printFormWorkbook } from '../../print/index.js';
import type { AccessCall } from '../access/call.js';
import type { ReportFile } from '../report/report.js';
import type { Workspace } from '../workspace.js';
import { formBookOf } from './form-book.js';
import { returnOf } from './return-of.js';
import { knownRound } from './round-of.js';

/**
 * The workbook of a city's return: what is asked for, values of the year before, and what has been handed in so far.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED for who may not read the city's figures
 */
export async function returnWorkbook(
  ws: Workspace,
  round: string,
  city: string,
  lang: Language,
  call: AccessCall,
): Promise<ReportFile> {
  const answer = await returnOf(ws, round, city, call);
  const { definition } = await knownRound(ws, round);
  const bytes = await printFormWorkbook(formBookOf(ws, answer, definition), lang);
  const place = ws.register.byId.get(answer.view.unit)?.adcode ?? answer.view.unit;
  return { fileName: `${round}-${place}.xlsx`, mediaType: officeTypes.xlsx, bytes };
}
