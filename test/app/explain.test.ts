import { beforeAll, describe, expect, it } from 'vitest';
import { checkup, explainNumber, type Workspace } from '../../src/app/index.js';
import { type Explanation, formatAddress } from '../../src/assess/index.js';
import { seededRandom } from '../../src/base/index.js';
import { testWorkspace } from './workspace.js';

let ws: Workspace;

beforeAll(async () => {
  ws = await testWorkspace();
});

describe('why this number', () => {
  it('walks 1,000 random numbers to sources with licence, settings or honest gaps', async () => {
    const addresses = await randomAddresses(1000, 20260115);
    let sources = 0;
    for (const address of addresses) {
      const tree = await explainNumber(ws, address);
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

/** Addresses of values, lights, class medians, scores and ranks, drawn with a seed. */
async function randomAddresses(count: number, seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const byPeriod = new Map<string, Awaited<ReturnType<typeof checkup>>>();
  for (const period of ['2010', '2012', '2020']) byPeriod.set(period, await checkup(ws, { period }));
  const indicators = [...ws.catalog.indicators.keys()];
  return Array.from({ length: count }, () => {
    const [period, checkups] = pick([...byPeriod]);
    const one = pick(checkups);
    const place = { city: one.city, period };
    switch (pick(['value', 'light', 'peers', 'score', 'rank'] as const)) {
      case 'value':
        return formatAddress({ kind: 'value', ...place, indicator: pick(indicators) });
      case 'light':
        return formatAddress({ kind: 'light', ...place, indicator: pick(Object.keys(one.lights)) });
      case 'peers':
        return formatAddress({ kind: 'peers', ...place, indicator: pick(Object.keys(one.lights)) });
      case 'score':
        return formatAddress({ kind: 'score', ...place, node: pick(Object.keys(one.scores)) });
      case 'rank':
        return formatAddress({ kind: 'rank', ...place, index: pick(Object.keys(one.standing)) });
    }
  });
}
