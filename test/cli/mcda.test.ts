import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { McdaAnswer } from '../../src/app/index.js';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const matrix = file('matrix.csv', 'site,jobs,cost,note\n北坡,2,3,7\nB,1,2,7\nC,2,6,7\n');
const criteria = file('criteria.csv', 'code,type,weight\njobs,benefit,0.6\ncost,cost,0.4\n');
const holed = file('holed.csv', 'site,jobs,cost\nA,2,3\nB,1,2\nC,2,6\nD,,4\n');
const unweighted = file('unweighted.csv', 'criterion,type\njobs,1\ncost,-1\n');
const given = ['mcda', '--matrix', matrix, '--criteria', criteria];

const digits = (value: number | null) => (value === null ? null : Number(value.toFixed(6)));

describe('mcda', () => {
  it('answers with weights, scores and ranks, TOPSIS with the given weights if nothing is said', () => {
    const answer = json<McdaAnswer>(given);
    expect(answer.weights.map(({ code, type, weight }) => [code, type, weight])).toEqual([
      ['jobs', 'benefit', 0.6],
      ['cost', 'cost', 0.4],
    ]);
    expect(answer.results.map(({ alternative, score, rank }) => [alternative, digits(score), rank])).toEqual([
      ['北坡', 0.82174, 1],
      ['B', 0.533333, 2],
      ['C', 0.466667, 3],
    ]);
    expect(digits(answer.results[0]?.details.distanceToBest ?? null)).toBe(0.057143);
    expect([answer.method, answer.higherIsBetter]).toEqual(['topsis', true]);
    expect(answer.issues.map(({ code }) => code)).toEqual(['DECISION_COLUMN_UNUSED']);
  });

  it('of VIKOR scores by Q, smaller is better', async () => {
    const answer = await jsonHere<McdaAnswer>([...given, '--method', 'vikor']);
    expect(answer.results.map(({ score, rank }) => [digits(score), rank])).toEqual([
      [0, 1],
      [1, 3],
      [0.6, 2],
    ]);
    expect(answer.facts.acceptableAdvantage).toBe(true);
  });

  it('takes entropy weights on the raw columns', async () => {
    const answer = await jsonHere<McdaAnswer>([
      'mcda',
      '--matrix',
      matrix,
      '--criteria',
      unweighted,
      '--weights',
      'entropy',
    ]);
    const divergence = (values: readonly number[]) => {
      const sum = values.reduce((total, value) => total + value, 0);
      return (
        1 + values.reduce((total, value) => total + (value / sum) * Math.log(value / sum), 0) / Math.log(3)
      );
    };
    const [jobs, cost] = [divergence([2, 1, 2]), divergence([3, 2, 6])];
    expect(answer.weights[0]?.weight).toBeCloseTo(jobs / (jobs + cost), 12);
  });

  it('takes judgements of several people', async () => {
    const judgements = file('j.csv', 'judge,row,column,value\nMa,jobs,cost,9\nLi,jobs,cost,1\n');
    const words = ['mcda', '--matrix', matrix, '--criteria', unweighted, '--weights', 'ahp'];
    const answer = await jsonHere<McdaAnswer>([...words, '--judgements', judgements]);
    expect(answer.weights[0]?.weight).toBeCloseTo(0.75, 12);
    expect((await callHere(words)).err).toMatch(
      /^CALL_OPTION: option --weights is ahp, expected ahp with --judgements/,
    );
  });

  it('names the alternative with a missing value, and leaves it out when told to', async () => {
    const words = ['mcda', '--matrix', holed, '--criteria', criteria];
    const refused = await callHere(words);
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/^DECISION_MISSING: .*D \(jobs\)/);
    const { results } = await jsonHere<McdaAnswer>([...words, '--missing', 'leave-out']);
    expect(results.map(({ score, rank }) => [digits(score), rank]).at(-1)).toEqual([null, null]);
    expect(digits(results[0]?.score ?? null)).toBe(0.82174);
    const dropped = await jsonHere<McdaAnswer>([...words, '--missing', 'drop', '--method', 'wsm']);
    expect(digits(dropped.results[3]?.score ?? null)).toBe(0.5);
  });

  it('tells dominance, pairs, stability and reversal when asked', async () => {
    const asked = ['--dominance', '--pairs', '--stability', '--reversal', '--method', 'promethee1'];
    const answer = await jsonHere<McdaAnswer>([...given, ...asked]);
    const dominating = answer.dominance?.filter(({ dominates }) => dominates);
    expect(dominating?.map(({ alternative, over }) => [alternative, over])).toEqual([['北坡', 'C']]);
    expect(answer.pairs).toHaveLength(6);
    expect(answer.pairs?.[0]?.details).toEqual({ preference: 0.6, preferred: 1, incomparable: 0 });
    expect(answer.stability?.map(({ code }) => code)).toEqual(['jobs', 'cost']);
    expect(answer.reversal).toHaveLength(6);
  });

  it('prints tables for people in either language', async () => {
    const { out, err } = await callHere([...given, '--dominance', '--lang', 'zh']);
    expect(out).toMatch(/^名次 +方案 +topsis \(越大越好\)/);
    expect(out).toMatch(/北坡 > C: 1 项更优，1 项相同/);
    expect(err).toMatch(/DECISION_COLUMN_UNUSED: .*note/);
    expect((await callHere([...given, '--quiet'])).out).toMatch(
      /^rank {2}alternative +topsis \(larger is better\)/,
    );
  });
});

describe('a call of mcda at fault ends with status 2 and one clear line', () => {
  const bad = file('bad.csv', 'site,jobs,cost\nA,two,3\n');
  const negative = file('negative.csv', 'code,type,weight\njobs,benefit,-1\ncost,cost,2\n');
  it.each([
    [[...given, '--method', 'magic'], /^CALL_OPTION: option --method is magic, expected topsis, vikor/],
    [
      [...given, '--method', 'vikor', '--normalise', 'minmax'],
      /^CALL_OPTION: option --normalise is given with vikor/,
    ],
    [[...given, '--normalise', 'best'], /^CALL_OPTION: option --normalise is best/],
    [[...given, '--ties', 'dice'], /^CALL_OPTION: option --ties/],
    [[...given, '--tie-digits', '0'], /^CALL_OPTION: option --tie-digits is 0/],
    [[...given, '--method', 'waspas', '--lambda', 'half'], /^CALL_OPTION: option --lambda is half/],
    [[...given, '--method', 'vikor', '--v', '3'], /^DECISION_OPTION: v is 3/],
    [[...given, '--method', 'promethee2', '--strict', '5'], /^CALL_OPTION: option --strict is given without/],
    [[...given, '--method', 'promethee2', '--preference', 'level'], /^DECISION_OPTION: indifference of jobs/],
    [[...given, '--judgements', criteria], /^CALL_OPTION: option --judgements is given with given/],
    [
      ['mcda', '--matrix', bad, '--criteria', criteria],
      /^DECISION_TABLE: matrix row 2, column jobs: found "two"/,
    ],
    [['mcda', '--matrix', matrix, '--criteria', negative], /^DECISION_WEIGHTS: weight of jobs is -1/],
    [
      ['mcda', '--matrix', matrix, '--criteria', unweighted],
      /^DECISION_WEIGHTS: weight of jobs is not given/,
    ],
    [['mcda', '--matrix', '/nowhere.csv', '--criteria', criteria], /^CALL_FILE_MISSING: .*nowhere/],
    [['mcda', '--matrix', matrix], /^CALL_COMMAND: .*--criteria/],
  ])('%#', async (words, said) => {
    const { status, err, out } = await callHere(words);
    expect(err.trim()).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([2, '']);
  });
});
