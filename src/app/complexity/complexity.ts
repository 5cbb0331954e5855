import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import { complexityOf as compute } from '../../plan/index.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { type ComplexityAnswer, doubtIssues, resultOf } from './answer.js';
import { type ComplexityCall, type ComplexityWords, complexitySettings, leftOut } from './call.js';
import { censusTable, type Given } from './census.js';
import { complexitySheets } from './sheets.js';
import { readActivities } from './table.js';
import { without } from './without.js';

/**
 * Economic complexity of places and activities (docs/methods/plan/complexity.md), of a table or of the employment of a shipped census.
 *
 * @throws AfterlodeError CALL_OPTION, COMPLEXITY_TABLE, FILE_…; nothing is written then
 */
export async function complexity(ws: Workspace, call: ComplexityCall): Promise<ComplexityAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await complexityOf(ws, call, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Economic complexity', zh: '经济复杂度' };
  return { ...answer, files: await saveSheets(out, 'complexity', title, complexitySheets(answer), []) };
}

/** As `complexity`, of a table that is there; writes nothing. */
export async function complexityOf(
  ws: Workspace,
  asked: { readonly table?: RowSource; readonly census?: string },
  words: ComplexityWords,
): Promise<ComplexityAnswer> {
  const settings = complexitySettings(words);
  const given = await givenTable(ws, asked);
  const out = leftOut(words, given.table.activities);
  const found = compute(given.table, settings);
  const rest = out.length === 0 ? null : without(given.table, out);
  const other = rest === null ? null : compute(rest, settings);
  return {
    ...resultOf(given.table, found, given.names),
    without:
      rest === null || other === null ? null : { ...resultOf(rest, other, given.names), activitiesOut: out },
    issues: [
      ...given.issues,
      ...doubtIssues(given.where, found),
      ...(other === null
        ? []
        : doubtIssues(phrases.within(given.where, `--without ${out.join(',')}`), other)),
    ],
    period: given.period,
    periods: given.periods,
    files: [],
  };
}

/** A table that is brought, or else the employment of a census. */
export async function givenTable(
  ws: Workspace,
  { table: source, census }: { readonly table?: RowSource; readonly census?: string },
): Promise<Given> {
  if (source === undefined) return censusTable(ws, census);
  if (census !== undefined)
    throw new AfterlodeError('CALL_OPTION', '--census', {
      found: { en: 'a table as well', zh: '同时给出了表格' },
      expected: { en: 'either a table or a census', zh: '表格或普查，二者之一' },
    });
  const { table, issues } = await readActivities(source);
  const where = typeof source === 'string' ? source : source.name;
  return {
    where,
    table,
    issues,
    names: { places: new Map(), activities: new Map() },
    period: null,
    periods: [],
  };
}
