/** Pools of a chain: buyers, projects, money and people that could be won for it. */
export const chainPools = ['client', 'project', 'capital', 'talent'] as const;
export type ChainPool = (typeof chainPools)[number];

/** One of a pool. */
export interface PoolEntry {
  readonly pool: ChainPool;
  /** Node it belongs to; null for the whole chain. */
  readonly node: string | null;
  readonly name: string;
  /** How far it is, in the words of whoever keeps the pool. */
  readonly state: string;
  /** Money in one unit for clients, projects and capital, persons for talent; `NaN` where nobody has said it. */
  readonly amount: number;
  readonly source: string;
}

/** What a pool holds for a node. */
export interface PoolSum {
  readonly node: string | null;
  readonly pool: ChainPool;
  readonly entries: number;
  /** Of the entries that say one; `NaN` where none does. */
  readonly amount: number;
  /** Entries that say none: the sum is short of these. */
  readonly without: number;
}

/** Sums by node and pool, in the order of the nodes, what belongs to the whole chain last; pairs without entries are left out. */
export function poolSums(nodes: readonly string[], entries: readonly PoolEntry[]): readonly PoolSum[] {
  return [...nodes, null].flatMap((node) =>
    chainPools.flatMap((pool) => {
      const own = entries.filter((one) => one.node === node && one.pool === pool);
      const said = own.map(({ amount }) => amount).filter((amount) => !Number.isNaN(amount));
      if (own.length === 0) return [];
      const amount = said.length === 0 ? Number.NaN : said.reduce((sum, one) => sum + one, 0);
      return [{ node, pool, entries: own.length, amount, without: own.length - said.length }];
    }),
  );
}
