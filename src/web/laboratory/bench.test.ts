import { describe, expect, it } from 'vitest';
import { rankDescending } from '../../base/index.js';
import { agreementOf, shiftsOf } from './agreement.js';
import { makeBench } from './bench.js';
import type { Answer, Picture } from './messages.js';
import { type Settings, usualSettings } from './settings.js';

const data = [
  'uCode,uName,Time,a,b,c',
  'x,Xi,2019,1,4,2',
  'y,Ypsilon,2019,2,2,9',
  'z,Zeta,2019,5,1,4',
  'x,Xi,2020,2,4,2',
  'y,Ypsilon,2020,3,3,8',
  'z,Zeta,2020,4,,3',
].join('\n');
const meta = [
  'iCode,iName,Level,Parent,Direction,Weight,Type',
  'a,Amount,1,X,1,1,Indicator',
  'b,Burden,1,X,-1,3,Indicator',
  'c,Catch,1,T,1,1,Indicator',
  'X,Group,2,T,1,1,Aggregate',
  'T,Total,3,,1,1,Aggregate',
].join('\n');

/** A bench with the tables on it; `ask` gives what it says to settings, all of it. */
async function opened() {
  const said: Answer[] = [];
  let round = 0;
  const instantly = () => Promise.resolve();
  const take = makeBench((answer) => said.push(answer), { pause: instantly, rest: instantly });
  await take({ kind: 'read', round, data, meta });
  const ask = async (change: Partial<Settings>, time = 2020) => {
    const from = said.length;
    round += 1;
    await take({ kind: 'score', round, settings: { ...usualSettings, ...change }, time });
    return said.slice(from);
  };
  return { said, ask, take };
}

function pictureIn(answers: readonly Answer[]): Picture {
  const found = answers.find((answer) => answer.kind === 'picture');
  if (found?.kind !== 'picture') throw new Error(JSON.stringify(answers));
  return found.picture;
}

const step = (change: Partial<Settings['steps']>): Partial<Settings> => ({
  steps: { ...usualSettings.steps, ...change },
});

describe('the bench', () => {
  it('says what is on it', async () => {
    const { said } = await opened();
    expect(said[0]).toMatchObject({ kind: 'opened', sheet: { times: [2019, 2020], units: 6 } });
  });

  it('scores one time as worked out by hand', async () => {
    const { ask } = await opened();
    const picture = pictureIn(await ask({ runs: 0 }));
    // over both years: a from 1 to 5, b from 4 down to 1, c from 2 to 9
    const x = 25 / 4 / 2;
    const y = (50 * 1 + (100 / 3) * 3) / 4 / 2 + 600 / 7 / 2;
    const z = 75 / 2 + 100 / 7 / 2;
    expect(picture.units).toEqual(['x', 'y', 'z']);
    [x, y, z].forEach((score, at) => expect(picture.scores[at]).toBeCloseTo(score, 9));
    expect([...picture.ranks]).toEqual([3, 1, 2]);
    expect([...picture.ranks]).toEqual([...picture.ownRanks]);
  });

  it('gives the same for moved weights whether they come at once or after others', async () => {
    const moved = {
      ...step({ weigh: 'moved' }),
      weights: new Map([
        ['a', 0.9],
        ['b', 0.1],
      ]),
      runs: 0,
    };
    const one = await opened();
    const at = pictureIn(await one.ask(moved));
    const two = await opened();
    await two.ask({ ...moved, weights: new Map([['a', 0.2]]) });
    const after = pictureIn(await two.ask(moved));
    expect([...after.scores]).toEqual([...at.scores]);
    expect([...after.wholeWeights]).toEqual([...at.wholeWeights]);
    expect([...at.scores]).not.toEqual([...pictureIn(await two.ask({ runs: 0 })).scores]);
  });

  it('tells a unit’s parts, which add up, and its steps', async () => {
    const { ask } = await opened();
    const { detail, scores } = pictureIn(await ask({ chosen: 'z', runs: 0 }));
    const of = (code: string) => detail?.nodes.find((node) => node.code === code);
    expect((of('X')?.part ?? 0) + (of('c')?.part ?? 0)).toBeCloseTo(scores[2] as number, 9);
    // b is missing, so a carries the whole group
    expect(of('a')?.part).toBeCloseTo(75, 9);
    expect(of('b')?.part).toBeNaN();
    expect(of('a')?.leaf).toMatchObject({ raw: 4, treated: 4, imputed: false, direction: 1 });
    const obstacles = ['a', 'b', 'c'].map((code) => of(code)?.obstacle ?? 0);
    expect(obstacles.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(of('X')?.obstacle).toBeCloseTo((obstacles[0] ?? 0) + (obstacles[1] ?? 0), 9);
  });

  it('tells a refused choice and works on after it', async () => {
    const { ask } = await opened();
    const [answer] = await ask(step({ normalise: 'zscore', aggregate: 'gmean' }));
    expect(answer).toMatchObject({
      kind: 'failed',
      during: 'score',
      problem: { code: 'INDEX_NOT_POSITIVE' },
    });
    expect(pictureIn(await ask({ runs: 0 })).ranked).toBe(3);
  });

  it('varies ranks: the same for the same seed, from 1 to the number of units', async () => {
    const { ask } = await opened();
    const last = async (change: Partial<Settings>) => {
      const answer = (await ask(change)).findLast(({ kind }) => kind === 'variation');
      return answer?.kind === 'variation' ? answer.variation : null;
    };
    const settings = { spread: 1, vary: new Set(['normalise', 'leave-out'] as const), runs: 200, seed: 5 };
    const one = await last(settings);
    expect(one).toMatchObject({ done: 200, runs: 200, seed: 5 });
    for (const [at, low] of (one?.low ?? []).entries()) {
      expect(low).toBeGreaterThanOrEqual(1);
      expect(one?.high[at]).toBeGreaterThanOrEqual(low);
      expect(one?.high[at]).toBeLessThanOrEqual(3);
    }
    await last({ ...settings, seed: 6 });
    expect(await last(settings)).toEqual(one);
    expect(await last({ spread: 0 })).toBeNull();
  });

  it('does not start anew where only another unit is looked at', async () => {
    const { ask } = await opened();
    const first = await ask({ runs: 64 });
    expect(first.map(({ kind }) => kind)).toEqual(['picture', 'variation']);
    // Told again for the new round, as the page drops words of an older one; not computed again.
    const [, again] = await ask({ runs: 64, chosen: 'x' });
    expect(again?.round).toBeGreaterThan(first[1]?.round as number);
    expect({ ...again, round: 0 }).toEqual({ ...first[1], round: 0 });
  });

  it('finds which choice moves ranks', async () => {
    const { ask } = await opened();
    const settings = {
      influence: true,
      chosen: 'x',
      spread: 1,
      vary: new Set(['leave-out'] as const),
      runs: 512,
    };
    const answer = (await ask(settings)).findLast(({ kind }) => kind === 'influence');
    if (answer?.kind !== 'influence') throw new Error('no influence');
    expect(answer.influence.factors).toEqual(['weights', 'leave-out']);
    expect(answer.influence.done).toBe(answer.influence.runs);
    expect(answer.influence.onShift?.total[1]?.value).toBeGreaterThan(0.3);
    expect(answer.influence.onUnit?.first).toHaveLength(2);
  });

  it('says where a table is wrong', async () => {
    const said: Answer[] = [];
    const instantly = () => Promise.resolve();
    const take = makeBench((answer) => said.push(answer), { pause: instantly, rest: instantly });
    await take({ kind: 'read', round: 1, data, meta: meta.replace('a,Amount,1,X', 'a,Amount,1,Q') });
    expect(said).toMatchObject([{ kind: 'failed', during: 'open', problem: { code: 'INDEX_TABLE' } }]);
    await take({ kind: 'score', round: 2, settings: usualSettings, time: null });
    expect(said).toHaveLength(1);
  });
});

describe('the agreement of two rankings', () => {
  it('is Spearman’s correlation, over the units that both rank', () => {
    const of = (...values: number[]) => rankDescending(Float64Array.from(values));
    expect(agreementOf(of(1, 2, 3), of(10, 20, 30))).toBeCloseTo(1, 12);
    expect(agreementOf(of(1, 2, 3), of(3, 2, 1))).toBeCloseTo(-1, 12);
    // by hand: 1 − 6 · 2 ÷ (4 · 15)
    expect(agreementOf(of(4, 3, 2, 1), of(3, 4, 2, 1))).toBeCloseTo(0.8, 12);
    expect(agreementOf(of(1, Number.NaN, 3), of(1, 2, 3))).toBeCloseTo(1, 12);
    expect(agreementOf(of(1, 1), of(1, 2))).toBeNaN();
  });

  it('says how far ranks lie apart', () => {
    expect(shiftsOf([1, 2, 3, Number.NaN], [3, 2, 1, 4])).toEqual({ mean: 4 / 3, most: 2 });
  });
});
