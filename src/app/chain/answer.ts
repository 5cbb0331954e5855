import { classLabel, parameterValue } from '../../assess/index.js';
import { toEdge } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import {
  type Chain,
  type ChainBounds,
  type ChainRecord,
  type ChainVerdict,
  chainPartners,
  chainStates,
  chainVerdicts,
  missingRoles,
  type NodePartners,
  type PoolEntry,
  type PoolSum,
  poolSums,
} from '../../plan/index.js';
import type { ChainRow, ChainStory, PartnerRow, PoolRow, RecordRows } from '../../report/index.js';
import type { SavedFile } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { readPartners, readPools, readRecords } from './more-tables.js';
import { type ChainTables, readChain } from './tables.js';

/** The answer of `chain`. */
export interface ChainAnswer extends ChainStory {
  /** Pools that belong to no single node; null where the table was not given. */
  readonly poolsOfWhole: readonly PoolRow[] | null;
  readonly files: readonly SavedFile[];
}

/** Options of a chain as a command or a request writes them. */
export interface ChainWords {
  /** What the chain is called, on maps and reports. */
  readonly title?: string;
}

/**
 * What to do about each node of a chain, of tables that are there; writes nothing.
 *
 * @throws AfterlodeError CHAIN_TABLE, FILE_…
 */
export async function chainOf(
  { catalog }: Workspace,
  tables: ChainTables,
  { title }: ChainWords = {},
): Promise<ChainAnswer> {
  const chain = await readChain(tables);
  const ids = new Set(chain.nodes.map(({ id }) => id));
  const { records, pools, partners } = tables;
  const [recorded, pooled, offered] = [
    records === undefined ? null : await readRecords(records, ids, catalog),
    pools === undefined ? null : await readPools(pools, ids, catalog),
    partners === undefined ? null : await readPartners(partners, ids),
  ];
  const bounds = boundsOf(catalog);
  const sums = pooled && poolSums([...ids], pooled);
  const found = offered && chainPartners(chain, offered, { ...bounds, distance: reachOf(catalog) });
  return {
    title: title ?? null,
    rows: rowsOf(catalog, chain, bounds).map((row) => ({
      ...row,
      ...(sums !== null && { pools: poolRows(catalog, sums, row.node) }),
      ...partnersOf(catalog, found, row.node),
    })),
    edges: chain.edges,
    firms: chain.firms.map((firm) => ({ ...firm, output: toEdge(firm.output), jobs: toEdge(firm.jobs) })),
    records: recorded && recordRows(catalog, recorded),
    pools: pooled && pooled.map((entry) => entryRow(catalog, entry)),
    poolsOfWhole: sums && poolRows(catalog, sums, null),
    files: [],
  };
}

function rowsOf(catalog: Catalog, chain: Chain, bounds: ChainBounds): readonly ChainRow[] {
  const verdicts = chainVerdicts(chain, bounds);
  const states = chainStates(chain);
  return chain.nodes.map(({ id, name, stage }, at) => {
    const state = states[at] as (typeof states)[number];
    const { action, reason, evidence } = verdicts[at] as ChainVerdict;
    return {
      node: id,
      name,
      stage,
      action,
      rule: reason,
      says: classLabel(catalog, 'chain_reason', reason),
      evidence: Object.fromEntries(
        Object.entries(evidence).map(([key, value]) => [
          key,
          typeof value === 'number' ? toEdge(value) : value,
        ]),
      ),
      present: state.present,
      firms: state.firms,
      output: toEdge(state.output),
      jobs: toEdge(state.jobs),
      density: toEdge(state.density),
      largest: toEdge(state.largest),
    };
  });
}

function poolRows(catalog: Catalog, sums: readonly PoolSum[], node: string | null): readonly PoolRow[] {
  return sums
    .filter((sum) => sum.node === node)
    .map(({ pool, entries, amount, without }) => ({
      pool,
      label: classLabel(catalog, 'chain_pool', pool),
      entries,
      amount: toEdge(amount),
      without,
    }));
}

/** Partners of a node that is lacking; nothing for one that the place has. */
function partnersOf(
  catalog: Catalog,
  all: readonly NodePartners[] | null,
  node: string,
): { readonly partners?: PartnerRow } {
  const found = all?.find((one) => one.node === node);
  if (found === undefined) return {};
  const offers = found.offers.map(({ place, state, output, quotient, distance }) => ({
    place,
    state,
    says: classLabel(catalog, 'chain_partner', state),
    output: toEdge(output),
    quotient: toEdge(quotient),
    distance: toEdge(distance),
  }));
  return { partners: { partner: found.partner?.place ?? null, offers } };
}

function recordRows(catalog: Catalog, records: readonly ChainRecord[]): RecordRows {
  const label = (role: string) => classLabel(catalog, 'chain_role', role);
  return {
    records: records.map((one) => ({ ...one, label: label(one.role) })),
    missing: missingRoles(records).map((role) => ({ role, label: label(role) })),
  };
}

function entryRow(catalog: Catalog, entry: PoolEntry) {
  return { ...entry, label: classLabel(catalog, 'chain_pool', entry.pool), amount: toEdge(entry.amount) };
}

function boundsOf(catalog: Catalog): ChainBounds {
  const value = (name: string) => parameterValue(catalog, `chain_${name}`);
  return {
    strongQuotient: value('quotient_strong'),
    weakQuotient: value('quotient_weak'),
    users: value('users'),
    // At 0 nobody has set it: then only a single firm is a single supplier.
    largest: value('largest') || Number.POSITIVE_INFINITY,
  };
}

/** Kilometres, of metres in the catalog; at 0 nobody has set it, and no partner is too far. */
function reachOf(catalog: Catalog): number {
  return parameterValue(catalog, 'chain_partner_distance') / 1000 || Number.POSITIVE_INFINITY;
}
