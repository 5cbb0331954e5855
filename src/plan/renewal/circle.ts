/**
 * A circle of precedence: places of projects that each wait for the one before, the first for the last; `null` where there is none.
 *
 * @param count projects
 */
export function precedenceCircle(
  count: number,
  precedence: readonly (readonly [before: number, after: number])[],
): readonly number[] | null {
  const after = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of precedence) after[from]?.push(to);
  /** 0 not seen, 1 on the way, 2 done. */
  const state = new Uint8Array(count);
  for (const root of after.keys()) {
    const way: number[] = [];
    const open = [root];
    while (open.length > 0) {
      const at = open.at(-1) as number;
      if (state[at] === 0) {
        state[at] = 1;
        way.push(at);
      }
      const next = (after[at] as readonly number[]).find((one) => state[one] !== 2);
      if (next === undefined || state[at] === 2) {
        if (way.at(-1) === at) way.pop();
        state[at] = 2;
        open.pop();
      } else if (state[next] === 1) return way.slice(way.indexOf(next));
      else open.push(next);
    }
  }
  return null;
}
