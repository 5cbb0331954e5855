import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DisorderAnswer } from '../../src/app/index.js';
import { call, json, temporaryFolder } from './call.js';

const folder = temporaryFolder();
const scores = join(folder, 'scores.csv');
writeFileSync(
  scores,
  [
    'image,segment,element,present,auditor',
    '1,中山路,litter,1,甲',
    '1,中山路,litter,1,乙',
    '2,中山路,litter,0,甲',
    '2,中山路,litter,1,乙',
  ].join('\n'),
);

describe('disorder', () => {
  it('answers segments, city and agreement', () => {
    const answer = json<DisorderAnswer>(['disorder', '--scores', scores]);
    expect(answer.segments).toMatchObject([{ segment: '中山路', score: 0.75, images: 2 }]);
    expect(answer.city.score).toBe(0.75);
    expect(answer.agreement).toMatchObject([{ element: 'litter', images: 2 }, { element: 'all' }]);
  });

  it('prints tables in Chinese, and tells what is wrong in one line', () => {
    const printed = call(['disorder', '--scores', scores, '--lang', 'zh']);
    expect(printed.status).toBe(0);
    expect(printed.out).toMatch(/城市失序得分：0\.75/);
    expect(printed.out).toMatch(/中山路 +0\.75/);
    expect(printed.err).toMatch(/DISORDER_PARTLY: .*1 个街段中有 1 个/);
    const refused = call(['disorder', '--plan', '--lang', 'zh']);
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/^CALL_OPTION: .*--streets/);
  });
});
