import { AfterlodeError, type Issue, issue, present, quantile, type Text, toEdge } from '../../base/index.js';
import type { SuccessorRules } from '../../catalog/index.js';
import { expectWritable } from '../../files/index.js';
import type { ComplexitySettings } from '../../plan/index.js';
import { doubtIssues } from '../complexity/answer.js';
import { complexitySettings, leftOut } from '../complexity/call.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import type { SuccessorRow, SuccessorsAnswer } from './answer.js';
import {
  carbonMiddleOf,
  type SuccessorsCall,
  type SuccessorsTables,
  type SuccessorsWords,
  weightsOf,
} from './call.js';
import { gatesOf } from './gates.js';
import { type GivenPlace, placeOf } from './place.js';
import { groupsOf, type Placed, placed, placesWith, rowsOf } from './rows.js';
import { successorSheets } from './sheets.js';
import { type FigureRow, readFigures, readHas, readNeeds } from './tables.js';

/**
 * Activities that a place might take up after its resource, in the order in which it should look at them
 * (docs/methods/plan/successors.md).
 *
 * @param place of the table, exactly; without a table code, Chinese or English name of a city
 * @throws AfterlodeError SUCCESSORS_…, COMPLEXITY_TABLE, CITY_UNKNOWN, CALL_OPTION, FILE_…; nothing is written then
 */
export async function successors(
  ws: Workspace,
  place: string,
  call: SuccessorsCall,
): Promise<SuccessorsAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await successorsOf(ws, place, call, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Successor industries', zh: '接续产业' };
  return { ...answer, files: await saveSheets(out, 'successors', title, successorSheets(answer), []) };
}

/** As `successors`, of tables that are there; writes nothing. */
export async function successorsOf(
  ws: Workspace,
  place: string,
  tables: SuccessorsTables,
  words: SuccessorsWords,
): Promise<SuccessorsAnswer> {
  const [rules] = ws.catalog.successors?.values() ?? [];
  if (rules === undefined)
    throw new AfterlodeError('SUCCESSORS_RULES', 'catalog/successors', {
      expected: 'catalog/successors/*.yaml',
    });
  const weights = weightsOf(rules.weights, words.weights);
  const given = await placeOf(ws, rules, place, { ...words, ...tables });
  const settings = settingsOf(rules, given, words);
  const out = outOf(rules, given, words);
  const whole = placed(given, settings, []);
  const rest = out.length === 0 ? null : placed(given, settings, out);
  const figures =
    tables.figures === undefined
      ? new Map<string, FigureRow>()
      : await readFigures(tables.figures, given.table.activities);
  const needs = tables.needs === undefined ? [] : await readNeeds(tables.needs, given.table.activities);
  const has = tables.has === undefined ? new Map() : await readHas(tables.has, given.isPlace);
  const middle = carbonMiddleOf(words.carbonMiddle) ?? middleOf(figures);
  const gates = (activity: string) =>
    gatesOf(
      { ws, rules, needs, has, evidence: given.evidence, placesWith: (name) => placesWith(whole, name) },
      activity,
    );
  const groups = groupsOf(rules, given, whole);
  const rows = rowsOf({ given, whole, rest, groups, figures, gates, weights, middle });
  return {
    place: given.place,
    name: given.names.places.get(given.place) ?? given.name,
    period: given.period,
    periods: given.periods,
    eci: toEdge(whole.place.eci),
    diversity: whole.place.diversity,
    inTable: given.table.places.includes(given.place),
    weights,
    usualShare: rules.usualShare,
    carbonMiddle: toEdge(middle),
    rows,
    activitiesOut: out,
    present: groups.present,
    leftOut: groups.leftOut,
    unknown: groups.unknown,
    note: given.period === null ? null : rules.note,
    issues: issuesOf(given, whole, rows),
    files: [],
  };
}

/** A census counts a sample: branches with fewer than the catalog's least are not told from none. */
function settingsOf(
  { least }: SuccessorRules,
  { period }: GivenPlace,
  words: SuccessorsWords,
): ComplexitySettings {
  const settings = complexitySettings(words);
  return words.least === undefined && period !== null ? { ...settings, least } : settings;
}

function outOf(
  { extractive }: SuccessorRules,
  { table }: GivenPlace,
  words: SuccessorsWords,
): readonly string[] {
  if (words.without !== undefined) return leftOut(words, table.activities);
  const there = extractive.filter((one) => table.activities.includes(one));
  return there.length < table.activities.length ? there : [];
}

function middleOf(figures: ReadonlyMap<string, FigureRow>): number {
  const known = present([...figures.values()].map(({ carbon }) => carbon));
  return known.length < 2 ? Number.NaN : quantile(known, 0.5);
}

function issuesOf(given: GivenPlace, whole: Placed, rows: readonly SuccessorRow[]): readonly Issue[] {
  const unknown = rows.flatMap(({ gates }) => gates).filter(({ state }) => state === 'unknown').length;
  const ungated = rows.filter(({ gates }) => gates.length === 0).map(({ activity }) => activity);
  return [
    ...given.issues,
    ...doubtIssues(given.where, whole.found),
    ...(unknown === 0 ? [] : [issue('SUCCESSORS_GATES', 'warning', given.where, { found: unknown })]),
    ...(ungated.length === 0
      ? []
      : [issue('SUCCESSORS_UNGATED', 'warning', given.where, { found: ungated.slice(0, 30).join(', ') })]),
  ];
}
