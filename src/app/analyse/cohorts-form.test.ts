import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { type AnalyseCall, analysePopulation, type CohortRow, type Workspace } from '../index.js';

const ws = {} as unknown as Workspace;
const source = (name: string, lines: readonly string[]) => ({
  name,
  cells: lines.map((line) => line.split(',')),
});
const run = (lines: readonly string[], services?: readonly string[], more: Partial<AnalyseCall> = {}) =>
  analysePopulation(ws, {
    cities: [],
    table: source('table', lines),
    years: '10,20',
    ...(services && { services: source('services', services) }),
    ...more,
  }) as unknown as Promise<readonly CohortRow[]>;

// A step of ten years: 100 children become adults, of whom a tenth leaves; half a child for each adult.
const heading = 'place,age,people,survival,children,migration';
const lines = [heading, 'A,0,100,1,0,-0.1', 'A,10,200,0.9,0.5,0', 'A,20,300,0.5,0,0'];

describe('analyse population, cohorts', () => {
  it('carries people on with and without moves', async () => {
    const [moving, closed] = await run(lines);
    expect(moving?.horizons[1]?.groups.map(({ people }) => people)).toEqual([100, 90, 330]);
    expect(closed?.horizons.map(({ years, people }) => [years, people])).toEqual([
      [0, 600],
      [10, 530],
      [20, 405],
    ]);
    expect(closed?.horizons[2]?.changePercent).toBeCloseTo(-32.5, 12);
    expect(await run(lines.map((line) => line.split(',').slice(0, 5).join(',')))).toHaveLength(1);
  });

  it('says what services then need: of their ages, at what each has today or at a standard', async () => {
    const services = [
      'place,service,amount,from_age,to_age,standard',
      'A,school,50,0,10,',
      'A,pipe,6,,,0.02',
    ];
    const [, closed] = await run(lines, services);
    const [school, pipe] = closed?.services ?? [];
    expect(school?.horizons[2]).toEqual({ years: 20, users: 50, perUser: 1, needed: 25, spare: 25 });
    expect(pipe?.horizons[1]?.needed).toBeCloseTo(10.6, 12);
    expect(pipe?.horizons[1]?.spare).toBeCloseTo(-4.6, 12);
  });

  it('keeps a gap a gap', async () => {
    const [, closed] = await run([heading, 'A,0,,1,0,', 'A,10,200,0.9,0.5,', 'A,20,300,0.5,0,']);
    expect(closed?.horizons[1]).toMatchObject({ people: null, changePercent: null });
    expect(closed?.horizons[1]?.groups[2]?.people).toBe(330);
  });

  it('refuses what does not fit together', async () => {
    const row = (text: string) => [heading, 'A,0,1,1,0,0', text];
    for (const bad of ['A,10,1,1.1,0,0', 'A,10,1,1,0,-1.1', 'A,0,1,1,0,0', 'A,-5,1,1,0,0', 'A,10,-1,1,0,0'])
      await expect(run(row(bad))).rejects.toThrow(AfterlodeError);
    await expect(run([...lines, 'A,25,1,1,0,0'])).rejects.toThrow(/groups of one width/);
    for (const years of ['15', '0', '10,soon', '', '200'])
      await expect(run(lines, undefined, { years })).rejects.toThrow(/--years/);
    const service = (text: string) => ['place,service,amount,from_age,to_age', text];
    await expect(run(lines, service('A,school,50,5,10'))).rejects.toThrow(/ages at which groups begin/);
    await expect(run(lines, service('A,school,50,10,10'))).rejects.toThrow(/first below the last/);
    await expect(run(lines, service('B,school,50,0,10'))).rejects.toThrow(/a place of the table: A/);
  });
});
