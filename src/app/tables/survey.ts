import { basename } from 'node:path';
import {
  type JudgedAnswer,
  judgeAnswers,
  type PeopleLights,
  peopleLights,
  readSurvey,
} from '../../assess/index.js';
import { type Interval, id, sameText, toEdge } from '../../base/index.js';
import { openRows, sha256File, type TableRow } from '../../files/index.js';
import { cityOf, findCity, nearMatches } from '../../register/index.js';
import type { SurveyRecord } from '../../store/index.js';
import { type AccessCall, demand, everywhere, recordedBy, signedBy } from '../access/call.js';
import type { ShareAnswer, SurveyImportAnswer, SurveyItemAnswer } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';
import { writeRejects } from './rejects.js';

/** A survey table to be imported. */
export interface SurveyCall {
  readonly path: string;
  /** Name for messages and records where it differs from the path's: an upload. */
  readonly fileName?: string;
  readonly dryRun: boolean;
}

/**
 * Imports a residents' survey. Rows that are refused are written with their reasons; the same figures again change
 * nothing, other figures become the next revision.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, SURVEY_COLUMN, the faults of files and the store
 */
export async function importSurvey(
  ws: Workspace,
  call: SurveyCall,
  access: AccessCall,
): Promise<SurveyImportAnswer> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const file = call.fileName ?? basename(call.path);
  const rows: TableRow[] = [];
  for await (const batch of openRows(call.path)) rows.push(...batch);
  const found = readSurvey(rows, {
    file,
    catalog: ws.catalog,
    findCity: (query) => findCity(ws.register, query),
    nearMatches: (query) => nearMatches(ws.register, query),
  });
  const answer = {
    file,
    read: found.read,
    accepted: found.accepted.length,
    unchanged: found.repeated,
    revised: 0,
    rejected: found.rejected.length,
    rejects: null,
    rejectsId: null,
    dryRun: call.dryRun,
    issues: found.issues,
  };
  if (call.dryRun) return answer;
  const sha256 = await sha256File(call.path);
  const rejectsId = found.rejected.length === 0 ? null : sha256.slice(0, 12);
  const rejects = rejectsId === null ? null : await writeRejects(ws, rejectsId, found.rejected);
  const store = await ws.store();
  const signed = signedBy(actor, access);
  const source = { file, sha256, by: recordedBy(actor, undefined), at: signed.at };
  const saved = await store.saveSurvey(source, found.accepted, signed);
  ws.changed();
  const unchanged = saved.unchanged + found.repeated;
  return { ...answer, accepted: saved.accepted, revised: saved.revised, unchanged, rejects, rejectsId };
}

/** Residents' answers in force with their light and margin of error. */
export async function surveys(
  ws: Workspace,
  filter: { readonly city?: string; readonly period?: string },
): Promise<readonly SurveyItemAnswer[]> {
  const city = filter.city === undefined ? null : cityOf(ws.register, filter.city).id;
  const all = await judgedSurveys(ws);
  return all
    .filter(({ answer }) => city === null || answer.city === city)
    .filter(({ answer }) => filter.period === undefined || answer.period === filter.period)
    .map((one) => itemAnswer(ws, one));
}

/** The lights that residents give; null where no survey was imported. */
export function peopleOf(ws: Workspace): Promise<PeopleLights | null> {
  return ws.derived('people', async () => {
    const judged = await judgedSurveys(ws);
    return judged.length === 0 ? null : peopleLights(judged);
  });
}

/** A judged answer with the record it comes from. */
export type JudgedRecord = JudgedAnswer & { readonly answer: SurveyRecord };

function judgedSurveys(ws: Workspace): Promise<readonly JudgedRecord[]> {
  return ws.derived('survey', async () => {
    const records = (await (await ws.existingStore())?.surveys()) ?? [];
    return judgeAnswers(records, ws.catalog) as readonly JudgedRecord[];
  });
}

function itemAnswer(ws: Workspace, { answer, label, judgement, indicators }: JudgedRecord): SurveyItemAnswer {
  const { city, period, item, asked, satisfied, dissatisfied, source, note, revision, file, row } = answer;
  return {
    city,
    period,
    item,
    label,
    asked,
    satisfied,
    dissatisfied,
    light: judgement.light,
    satisfiedShare: shareAnswer(judgement.satisfied),
    dissatisfiedShare: shareAnswer(judgement.dissatisfied),
    indicators: indicators.map((name) => ({
      id: name,
      label: ws.catalog.indicators.get(id<'indicator'>(name))?.label ?? sameText(name),
    })),
    source,
    note,
    revision,
    file,
    row,
    by: answer.by,
    at: answer.at,
  };
}

function shareAnswer({ low, mid, high }: Interval): ShareAnswer {
  return { low: toEdge(low), mid: toEdge(mid), high: toEdge(high) };
}
