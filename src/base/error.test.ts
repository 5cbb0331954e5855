import { describe, expect, it } from 'vitest';
import { AfterlodeError, renamedIn } from './error.js';

describe('an error with another name in it', () => {
  it('names it in place, texts and words of both languages', () => {
    const where = { en: '/tmp/x, line 2', zh: '/tmp/x 第 2 行' };
    const cause = new Error('why');
    const error = new AfterlodeError('FILE_FORMAT', where, { found: 'in /tmp/x', expected: 'CSV' }, cause);
    const renamed = renamedIn(error, '/tmp/x', '$& 表.csv');
    expect(renamed).toMatchObject({ code: 'FILE_FORMAT', where: '$& 表.csv, line 2', cause });
    expect(JSON.stringify([renamed.text, renamed.remedy, renamed.message])).not.toContain('/tmp/x');
    expect(renamed.text.zh).toContain('$& 表.csv 第 2 行');
  });
});
