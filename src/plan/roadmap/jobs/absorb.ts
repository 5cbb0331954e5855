/** Displaced workers of a kind: who waits, and who ever fitted each successor. */
export interface Pool {
  /** Without those who retire. */
  displaced: number;
  waiting: number;
  /** By successor. */
  readonly taken: Float64Array;
}

/**
 * Gives new jobs of a year to displaced workers, in place. Of a kind no more ever go to a sector than fit it, and no more than wait. Where
 * more fit a sector than it has jobs, kinds have them in proportion; where sectors want more of a kind than wait, they have these in
 * proportion: no order of rows or sectors is of influence.
 *
 * @param openings new jobs by successor, 0 or more
 * @param fit share of the kind that fits each successor, 0 to 1
 */
export function absorb(
  pools: readonly Pool[],
  openings: ArrayLike<number>,
  fit: (pool: number, successor: number) => number,
): void {
  const wanted = pools.map(() => new Float64Array(openings.length));
  for (let s = 0; s < openings.length; s++) {
    const eligible = pools.map(({ displaced, waiting, taken }, g) =>
      Math.min(waiting, Math.max(0, fit(g, s) * displaced - (taken[s] as number))),
    );
    const all = eligible.reduce((sum, count) => sum + count, 0);
    const part = all > 0 ? Math.min(1, (openings[s] as number) / all) : 0;
    for (const [g, count] of eligible.entries()) (wanted[g] as Float64Array)[s] = count * part;
  }
  for (const [g, pool] of pools.entries()) {
    const own = wanted[g] as Float64Array;
    const all = own.reduce((sum, count) => sum + count, 0);
    const part = all > pool.waiting ? pool.waiting / all : 1;
    for (const [s, count] of own.entries()) pool.taken[s] = (pool.taken[s] as number) + count * part;
    pool.waiting = Math.max(0, pool.waiting - all * part);
  }
}
