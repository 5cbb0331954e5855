import { beforeAll, describe, expect, it } from 'vitest';
import { placesComparison } from '../../src/api/schemas-places.js';
import { cityPage, compare, comparePlaces, overview, type Workspace } from '../../src/app/index.js';
import { readingWorkspace } from './workspace.js';

let ws: Workspace;
beforeAll(async () => {
  ws = await readingWorkspace();
});

const share = 'mining_share_employment';

describe('comparePlaces', () => {
  it('gives the score, rank and interval of the overview, and nothing to units off the list', async () => {
    const answer = await comparePlaces(ws, { measures: ['people_work'], places: ['鹤岗', '济南'] });
    const { rows } = await overview(ws, { period: '2020', index: 'people_work' });
    const hegang = rows.find((one) => one.id === 'cn-230400');
    const last = answer.measures[0]?.places.map(({ points }) => points.at(-1));
    expect(last?.[0]).toMatchObject({
      value: hegang?.score,
      rank: hegang?.rank,
      rankInterval: hegang?.rankInterval,
      id: 'score/cn-230400/2020/people_work',
    });
    expect(last?.[1]).toMatchObject({ value: null, rank: null, rankInterval: null, flags: [] });
    expect(placesComparison.parse(answer)).toEqual(answer);
  });

  it('gives the median and quartiles of the fixed groups and of the class of a place', async () => {
    const groups = ['listed@prefecture', 'others', 'like:230400'];
    const answer = await comparePlaces(ws, { measures: [share], groups });
    const at = (group: number) =>
      answer.measures[0]?.groups[group]?.points.find(({ period }) => period === '2020');
    const fixed = (await compare(ws, { indicator: share, period: '2020' })).groups;
    for (const [number, { count, median, q1, q3 }] of fixed.entries())
      expect(at(number)).toMatchObject({ count, median, q1, q3 });
    const { figures } = await cityPage(ws, '230400', { period: '2020' });
    const peers = figures.find(({ indicator }) => indicator === share)?.peers;
    expect(at(2)).toMatchObject({ ...peers, id: `peers/cn-230400/2020/${share}` });
  });

  it('ranks among the listed units of the level, the better first', async () => {
    const places = ['230400', '340700'];
    const answer = await comparePlaces(ws, { measures: [share], places });
    const [hegang, tongling] = answer.measures[0]?.places.map(({ points }) => points.at(-1)) ?? [];
    expect(hegang?.ranked).toBe(126);
    // less mining is better: the larger share has the larger rank
    expect((hegang?.value ?? 0) > (tongling?.value ?? 0)).toBe((hegang?.rank ?? 0) > (tongling?.rank ?? 0));
    expect(hegang?.rankInterval).toBe(null);
  });

  it('marks the change of an area between two values', async () => {
    const answer = await comparePlaces(ws, { measures: [share], places: ['铜陵', '鹤岗'] });
    const breaks = answer.measures[0]?.places.map(({ points }) =>
      points.map((one) => one.breaks.map(({ year }) => year)),
    );
    expect(breaks).toEqual([
      [[], [2015]],
      [[], []],
    ]);
  });

  it('counts a list by its places, and what stands twice once', async () => {
    const answer = await comparePlaces(ws, {
      measures: [share, share],
      places: ['鹤岗', '230400'],
      groups: ['list:two=鹤岗+双鸭山'],
    });
    expect([answer.measures.length, answer.places.length]).toEqual([1, 1]);
    expect(answer.groups).toMatchObject([{ group: 'list:two=鹤岗+双鸭山', label: { en: 'two' }, units: 2 }]);
    const point = answer.measures[0]?.groups[0]?.points.at(-1);
    expect(point?.count).toBe(2);
  });

  it.each([
    [{ measures: ['nothing'], places: ['鹤岗'] }, /CALL_OPTION: option indicators is nothing/],
    [{ measures: [], places: ['鹤岗'] }, /CALL_OPTION: option indicators/],
    [{ measures: [share] }, /CALL_OPTION: option --places/],
    [{ measures: [share], groups: ['type:round'] }, /CALL_OPTION: option --groups is type:round/],
    [{ measures: [share], groups: ['listed@moon'] }, /CALL_OPTION: option --groups is moon/],
    [{ measures: [share], places: ['Hegamg'] }, /CITY_UNKNOWN/],
    [{ measures: [share], places: Array.from({ length: 25 }, (_, at) => String(at)) }, /at most 24/],
  ])('refuses %j', async (call, message) => {
    await expect(comparePlaces(ws, call)).rejects.toThrow(message);
  });
});
