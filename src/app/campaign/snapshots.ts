import { parseHead } from '../../access/index.js';
import { AfterlodeError, type IsoDate, id, sortedJson } from '../../base/index.js';
import { compareFigures, inputsHash, readSnapshot, type Snapshot } from '../../campaign/index.js';
import { expectCatalog, resolveCatalog } from '../../catalog/index.js';
import { type AccessCall, demand, everywhere } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { SnapshotCheck, SnapshotRow } from './answers.js';
import { readKept } from './compute.js';
import { resultsOf } from './results.js';
import { campaignOf } from './round-of.js';

/** All snapshots, the first one first. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function snapshots(ws: Workspace, call: AccessCall): Promise<readonly SnapshotRow[]> {
  demand(ws, call.actor, 'published.read', everywhere);
  const campaign = await campaignOf(ws);
  const rows: SnapshotRow[] = [];
  for (const { id: round, label, period } of (await campaign?.rounds()) ?? []) {
    const events = (await campaign?.events(round, null)) ?? [];
    for (const { by, at, content } of events.filter(({ kind }) => kind === 'publish')) {
      const { snapshot: hash } = content as { readonly snapshot: string };
      rows.push({ hash, round, label, period, at, by });
    }
  }
  return rows;
}

/**
 * The document of a snapshot, as text that has the hash by which it is asked for.
 *
 * @param address hash, or its first eight digits or more
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, SNAPSHOT_UNKNOWN, SNAPSHOT_BROKEN
 */
export async function snapshot(
  ws: Workspace,
  address: string,
  call: AccessCall,
): Promise<{ readonly row: SnapshotRow; readonly text: string; readonly document: Snapshot }> {
  const all = await snapshots(ws, call);
  const found = /^[0-9a-f]{8,64}$/.test(address) ? all.filter(({ hash }) => hash.startsWith(address)) : [];
  const [row] = found;
  const campaign = await campaignOf(ws);
  if (row === undefined || found.length > 1 || campaign === null) {
    throw new AfterlodeError('SNAPSHOT_UNKNOWN', address.slice(0, 64), { found: address.slice(0, 64) });
  }
  const text = await readKept(campaign, row.hash);
  return { row, text, document: readSnapshot(row.hash, text) };
}

/**
 * Computes a snapshot again from the values and the catalog that are kept inside it, whatever has happened to data and catalog since,
 * and says what differs.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, SNAPSHOT_UNKNOWN, SNAPSHOT_BROKEN
 */
export async function verifySnapshot(
  ws: Workspace,
  address: string,
  call: AccessCall,
): Promise<SnapshotCheck> {
  const { row, document } = await snapshot(ws, address, call);
  const { inputs, results, catalog: kept, first } = document;
  const on: IsoDate = id<'date'>(kept.on);
  const catalog = expectCatalog(resolveCatalog(kept.files, on, kept.overlays));
  for (const [found, expected] of [
    [catalog.hash, kept.hash],
    [inputs.catalog, kept.hash],
    [inputsHash(inputs), first.inputs],
  ] as const) {
    if (found !== expected) throw new AfterlodeError('SNAPSHOT_BROKEN', row.hash, { found, expected });
  }
  const now = resultsOf(inputs, catalog);
  const comparison = compareFigures(results.figures, now.figures);
  const ranksDiffer = differing(results.ranks, now.ranks);
  const findingsDiffer = differing(results.findings, now.findings);
  const auditWhole = await isAuditWhole(ws, document);
  return {
    hash: row.hash,
    round: row.round,
    equal: comparison.equal && ranksDiffer === 0 && findingsDiffer === 0,
    comparison,
    ranksDiffer,
    findingsDiffer,
    program: { then: document.program, now: ws.options.version },
    catalogOn: on,
    auditWhole,
  };
}

/** Rows that only one of two lists has; scores inside ranks were held against one another as figures. */
function differing(before: readonly object[], now: readonly object[]): number {
  const plain = (row: object) => sortedJson({ ...row, score: null });
  const [old, fresh] = [new Set(before.map(plain)), new Set(now.map(plain))];
  return [...old].filter((row) => !fresh.has(row)).length + [...fresh].filter((row) => !old.has(row)).length;
}

async function isAuditWhole(ws: Workspace, { auditHead }: Snapshot): Promise<boolean> {
  const head = auditHead === null ? null : parseHead(auditHead);
  const store = await ws.existingStore();
  return (await store?.audit.verify(head))?.whole ?? false;
}
