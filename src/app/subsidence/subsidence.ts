import { basename, join } from 'node:path';
import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, issue, type Language, type Text } from '../../base/index.js';
import { expectWritable, placeName, writeAtomically } from '../../files/index.js';
import { stabilityOf } from '../../locate/index.js';
import { type AccessCall, demand, everywhere } from '../access/call.js';
import { noteKept } from '../access/note-kept.js';
import type { Workspace } from '../workspace.js';
import { answerOf, movesFacts, type SubsidenceAnswer, tieIssues } from './answer.js';
import type { SubsidenceCall } from './call.js';
import { changesOf } from './changes.js';
import { refuseIdleEngine } from './engine.js';
import { saveSubsidence } from './files.js';
import { type GroundResult, zonesAndFiles } from './ground.js';
import { answerName, answerText, checkLabel, keepRun } from './kept/keep.js';
import { incidenceOn } from './looks.js';
import { subsidenceOptions } from './options.js';
import { ratesOf, termsOf, withoutUntied } from './rates.js';
import { seriesOf } from './series.js';
import { joinTracks } from './tracks.js';
import { buildingWorkbook } from './workbook.js';

/** What a call says besides its options. */
export interface SubsidenceCalled {
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
  /** Folder with a stack of pairs, or file of a finished series. */
  readonly stack: string;
  /** What results call the stack; the last part of its path. */
  readonly name?: string;
  readonly progress?: (share: number) => void;
  /** Keeps the results in the workspace under this label. */
  readonly keep?: string;
  /** Of the workbook of buildings; English. */
  readonly language?: Language;
  /** Told of what the call waits for. */
  readonly note?: (text: Text) => void;
  /** Ends the work; the promise is rejected with its reason and nothing is written. */
  readonly signal?: AbortSignal;
}

/**
 * Measures displacement from a stack of unwrapped radar pairs, or takes a finished series, and writes series, rates and zones to
 * a folder.
 *
 * A named reference that seems to move is told as an issue; an automatic one is refused then, as nobody has vouched for it.
 *
 * @throws AfterlodeError CALL_OPTION, FILE_NOT_WRITABLE, DISPLACEMENT_REFERENCE_MOVES and the faults of `seriesOf`, `termsOf`
 *   and `joinTracks`; nothing is written then
 */
export async function subsidence(
  ws: Workspace,
  call: SubsidenceCall & SubsidenceCalled,
): Promise<SubsidenceAnswer> {
  const options = subsidenceOptions(call);
  const { second } = call;
  // Keys of addresses stay out of what is kept and told.
  const stack = placeName(call.stack);
  if (call.keep !== undefined) {
    checkLabel(call.keep);
    demand(ws, call.access?.actor ?? null, 'data.change', everywhere);
  }
  await refuseIdleEngine(options.engine, [call.stack, ...(second === undefined ? [] : [second])]);
  const limit = parameterValue(ws.catalog, 'subsidence_still_rate') * 1000;
  await expectWritable(call.out);
  const found = await seriesOf(call.stack, options, call);
  const { measured } = found;
  const { series } = measured;
  const incidence = await incidenceOn(series.grid, options.incidence, measured.points !== null);
  const all = ratesOf(series, termsOf(found, options, incidence, call.stack), options);
  const rates = options.keepUntied ? all : withoutUntied(all, series);
  const stability = stabilityOf(series, all.fit, limit);
  // Where nothing is tied there is nothing to test with; that is told in its own words.
  const untested = Number.isNaN(stability.medianSpeedMmPerYear);
  const moving = stability.stable || untested ? null : movesFacts(measured, stability, limit);
  if (moving && !found.chosen)
    throw new AfterlodeError('DISPLACEMENT_REFERENCE_MOVES', moving.where, moving.facts);
  const tracks =
    second === undefined
      ? null
      : await joinTracks({ ...call, second }, options, { found, fit: all.fit }, limit);
  const { zones, texts, buildings, findings } = await zonesAndFiles(ws, call, measured, {
    // The middle of a bowl is often not tied: its least-norm rates, which are too small, belong to the zone all the same.
    series,
    rate: all.fit,
    incidenceDegrees: incidence,
    referenceDoubtful: moving !== null,
  });
  const changes = changesOf(series, rates, parameterValue(ws.catalog, 'subsidence_change_level'));
  const issues = [
    ...(moving ? [issue('DISPLACEMENT_REFERENCE_MOVES', 'warning', moving.where, moving.facts)] : []),
    ...tieIssues(measured, stack),
    ...(tracks?.issues ?? []),
  ];
  const answer = answerOf({
    measured,
    fit: rates.fit,
    stability,
    changes: changes?.told ?? null,
    tracks,
    zones,
    files: [],
    issues,
  });
  const title = call.name ?? basename(stack);
  const book = (rows: NonNullable<GroundResult['buildings']>) => ({
    name: 'buildings.xlsx',
    content: () => buildingWorkbook(ws, { rows, answer, title }, call.language ?? 'en'),
  });
  const files = await saveSubsidence(call.out, {
    measured,
    rates,
    changes: changes?.cells ?? null,
    tracks,
    incidence,
    texts,
    streams: buildings === null ? [] : [book(buildings)],
    listing: (written) => ({ name: answerName, text: answerText({ ...answer, files: written }) }),
  });
  return finish(ws, call, { ...answer, files }, { path: stack, name: title }, findings);
}

/** Keeps the run, opens the findings, and last writes down what was answered. */
async function finish(
  ws: Workspace,
  call: SubsidenceCall & SubsidenceCalled,
  answer: SubsidenceAnswer,
  stack: { readonly path: string; readonly name: string },
  findings: GroundResult['findings'],
): Promise<SubsidenceAnswer> {
  const kept = call.keep === undefined ? null : await keepRun(ws, call.keep, stack, answer);
  if (kept !== null && call.access !== undefined) {
    const { id, label, from, to, zones } = kept;
    const told = { label, stack: kept.stack, from, to, zones };
    const actor = demand(ws, call.access.actor, 'data.change', everywhere);
    const change = { action: 'subsidence.keep', target: `subsidence/${id}`, old: null, new: told };
    await noteKept(ws, change, actor, call.access);
  }
  // The run is in the workspace before the ledger rests on it.
  const opened = await findings(
    kept === null ? join(call.out, 'zones.geojson') : `subsidence/${kept.id}/zones.geojson`,
  );
  const whole = { ...answer, kept, findings: opened };
  const path = join(call.out, answerName);
  const text = answerText(whole);
  await writeAtomically(path, text);
  return { ...whole, files: [...answer.files, { path, bytes: Buffer.byteLength(text) }] };
}
