import { beforeAll, describe, expect, it } from 'vitest';
import { checkup, explainNumber, type Workspace } from '../../src/app/index.js';
import { listedPanel } from '../../src/app/panel.js';
import { type Explanation, formatAddress } from '../../src/assess/index.js';
import { seededRandom } from '../../src/base/index.js';
import { readingWorkspace } from './workspace.js';

let ws: Workspace;

beforeAll(async () => {
  ws = await readingWorkspace();
});

describe('why this number', () => {
  it('walks 1,000 random numbers to sources with licence, settings or honest gaps', async () => {
    const numbers = await randomNumbers(1000, 20260115);
    let sources = 0;
    for (const { address, shown } of numbers) {
      const tree = await explainNumber(ws, address);
      if (shown === null || Number.isNaN(shown)) expect(tree.value).toBeNull();
      else if (shown !== undefined) {
        const difference = Math.abs((tree.value ?? Number.NaN) - shown);
        expect(difference).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(shown)));
      }
      for (const leaf of leavesOf(tree)) {
        expect(['source', 'parameter', 'judgement', 'missing']).toContain(leaf.kind);
        if (leaf.kind !== 'source') continue;
        sources += 1;
        expect(leaf.source?.licence).not.toBe('');
        expect(leaf.source?.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(leaf.source?.locator).toMatch(/^row .+ column /);
      }
      if (tree.value !== null) expect(leavesOf(tree).some((leaf) => leaf.kind === 'source')).toBe(true);
    }
    expect(sources).toBeGreaterThan(1000);
  }, 120_000);

  it('takes a city by its name', async () => {
    const tree = await explainNumber(ws, 'value/鹤岗/2020/mining_share_employment');
    expect(tree.id).toBe('value/cn-230400/2020/mining_share_employment');
    expect(tree.inputs.map((input) => input.id)).toEqual([
      'value/cn-230400/2020/employed_mining',
      'value/cn-230400/2020/employed',
    ]);
  });

  it('tells of a slip that was mended and of what stood there', async () => {
    const tree = await explainNumber(ws, 'value/cn-371200/2020/population');
    expect(leavesOf(tree)).toHaveLength(2);
    expect(tree.value).toBe(1256598);
  });

  it.each(['nonsense', 'value/cn-230400/2020', 'score/cn-230400/2020/no_index'])(
    'refuses %s with the forms there are',
    async (address) => {
      await expect(explainNumber(ws, address)).rejects.toMatchObject({ code: 'NUMBER_UNKNOWN' });
    },
  );
});

function leavesOf(tree: Explanation): readonly Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leavesOf);
}

interface Shown {
  readonly address: string;
  /** What the check-up or the panel shows; undefined for lights, which are no numbers, and for class medians. */
  readonly shown?: number | null | undefined;
}

/** Values, lights, class medians, scores and ranks, drawn with a seed, with what is shown of each. */
async function randomNumbers(count: number, seed: number): Promise<readonly Shown[]> {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const byPeriod = new Map<string, Awaited<ReturnType<typeof checkup>>>();
  for (const period of ['2010', '2012', '2020']) byPeriod.set(period, await checkup(ws, { period }));
  const { value: panel } = await listedPanel(ws);
  const indicators = [...ws.catalog.indicators.keys()];
  return Array.from({ length: count }, (): Shown => {
    const [period, checkups] = pick([...byPeriod]);
    const one = pick(checkups);
    const place = { city: one.city, period };
    const kind = pick(['value', 'light', 'peers', 'score', 'rank'] as const);
    if (kind === 'value') {
      const indicator = pick(indicators);
      const cell = panel.cities.indexOf(one.city) * panel.periods.length + panel.periods.indexOf(one.period);
      const shown = panel.columns.get(indicator)?.values[cell];
      return { address: formatAddress({ kind, ...place, indicator }), shown };
    }
    if (kind === 'score') {
      const node = pick(Object.keys(one.scores));
      return { address: formatAddress({ kind, ...place, node }), shown: one.scores[node] };
    }
    if (kind === 'rank') {
      const index = pick(Object.keys(one.standing));
      return { address: formatAddress({ kind, ...place, index }), shown: one.standing[index]?.rank };
    }
    return { address: formatAddress({ kind, ...place, indicator: pick(Object.keys(one.lights)) }) };
  });
}
