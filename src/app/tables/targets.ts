import { basename, join } from 'node:path';
import {
  type DatedTarget,
  lastDay,
  type PlanTarget,
  readTargets,
  type TargetsOfYear,
  targetKey,
  targetsInForce,
  targetsOfYear,
} from '../../assess/index.js';
import { sameText } from '../../base/index.js';
import { exists, openRows, sha256File, type TableRow } from '../../files/index.js';
import { cityOf } from '../../register/index.js';
import type { TargetRecord } from '../../store/index.js';
import { type AccessCall, demand, everywhere, recordedBy, signedBy } from '../access/call.js';
import type { PlanTargetAnswer, TargetImportAnswer } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';

/** A table of plan targets to be imported. */
export interface TargetCall {
  readonly path: string;
  /** Name for messages and records where it differs from the path's: an upload. */
  readonly fileName?: string;
  readonly dryRun: boolean;
}

/**
 * Imports plan targets with the day of their document: all of the table or nothing. A later document supersedes an earlier
 * one, which stays; another reading of the same document is its next revision; the same again changes nothing.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, EVALUATE_TABLE, CITY_UNKNOWN, CITY_AMBIGUOUS, the faults of files and the store
 */
export async function importTargets(
  ws: Workspace,
  call: TargetCall,
  access: AccessCall,
): Promise<TargetImportAnswer> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const file = call.fileName ?? basename(call.path);
  const targets = (await readTable(ws, call.path, true)) as readonly (DatedTarget & { row: number })[];
  const answer = { file, read: targets.length, accepted: targets.length, revised: 0, unchanged: 0 };
  if (call.dryRun) return { ...answer, dryRun: true };
  const store = await ws.store();
  const signed = signedBy(actor, access);
  const by = recordedBy(actor, undefined);
  const source = { file, sha256: await sha256File(call.path), by, at: signed.at };
  const saved = await store.saveTargets(source, targets, signed);
  ws.changed();
  return { ...answer, ...saved, dryRun: false };
}

/** Which targets to list. */
export interface TargetFilter {
  readonly city?: string;
  readonly year?: string;
  /** Superseded versions and earlier readings too. */
  readonly history?: boolean;
}

/**
 * Plan targets that were imported, by city, indicator, year and day: those in force on the day of the catalog, or all with
 * what became of them.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function planTargets(ws: Workspace, filter: TargetFilter): Promise<readonly PlanTargetAnswer[]> {
  const city = filter.city === undefined ? null : cityOf(ws.register, filter.city).id;
  const all = await records(ws);
  const last = new Map(all.map((one) => [versionKey(one), one.revision]));
  const current = all.filter((one) => last.get(versionKey(one)) === one.revision);
  const inForce = new Set(
    [...new Set(current.map((one) => one.year))].flatMap((year) =>
      targetsInForce(
        current.filter((one) => one.year === year),
        lastDay(year, ws.catalog.on),
      ).map((stand) => stand.inForce as TargetRecord),
    ),
  );
  const stateOf = (one: TargetRecord): PlanTargetAnswer['state'] => {
    if (inForce.has(one)) return 'in-force';
    if (last.get(versionKey(one)) !== one.revision) return 'corrected';
    return one.issued > ws.catalog.on ? 'not-yet' : 'superseded';
  };
  return all
    .filter((one) => city === null || one.city === city)
    .filter((one) => filter.year === undefined || one.year === filter.year)
    .map((one) => ({ one, state: stateOf(one) }))
    .filter(({ state }) => filter.history === true || state === 'in-force' || state === 'not-yet')
    .map(({ one, state }) => {
      const indicator = ws.catalog.indicators.get(one.indicator);
      return {
        ...one,
        name: ws.register.byId.get(one.city)?.name ?? sameText(one.city),
        label: indicator?.label ?? sameText(one.indicator),
        unit: indicator?.unit ?? '',
        state,
      };
    });
}

/** What judging by plan targets needs; null where none was imported. */
export function targetsOf(ws: Workspace): Promise<TargetsOfYear | null> {
  return ws.derived('targets', async () => {
    const kept = await keptTargets(ws);
    return kept.length === 0 ? null : targetsOfYear(kept, ws.catalog.on);
  });
}

/**
 * The targets of an evaluation: those of the named table; else those imported, and for what none was imported those of
 * `targets.csv` of the workspace.
 *
 * @throws AfterlodeError EVALUATE_TABLE, CALL_FILE_MISSING
 */
export async function evaluationTargets(
  ws: Workspace,
  file: string | undefined,
): Promise<readonly PlanTarget[]> {
  if (file !== undefined) return readTable(ws, file, false);
  const kept = await keptTargets(ws);
  const own = join(ws.options.folder, 'targets.csv');
  if (!(await exists(own))) return kept;
  const imported = new Set(kept.map(targetKey));
  const rest = await readTable(ws, own, false);
  return [...kept, ...rest.filter((one) => !imported.has(targetKey(one)))];
}

/** The readings in force of all documents, without what the store says of their import. */
async function keptTargets(ws: Workspace): Promise<readonly DatedTarget[]> {
  const last = new Map((await records(ws)).map((one) => [versionKey(one), one]));
  return Array.from(last.values(), ({ city, indicator, year, target, document, issued }) => ({
    city,
    indicator,
    year,
    target,
    document,
    issued,
  }));
}

/** All that is stored, revisions in their order. */
async function records(ws: Workspace): Promise<readonly TargetRecord[]> {
  return (await (await ws.existingStore())?.targets()) ?? [];
}

function versionKey(one: DatedTarget): string {
  return `${targetKey(one)} ${one.issued}`;
}

async function readTable(ws: Workspace, path: string, dated: boolean) {
  const rows: TableRow[] = [];
  for await (const batch of openRows(path)) rows.push(...batch);
  const { catalog, register } = ws;
  return readTargets(rows, { catalog, dated, cityOf: (word) => cityOf(register, word).id });
}
