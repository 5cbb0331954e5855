import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { planFileSchema, readPlanFile } from './plan-file.js';

const least = [
  'scenario: one',
  'label: {en: One, zh: 一}',
  'assumptions: {en: none, zh: 无}',
  'mark: D',
  'budgets: {2027: 5}',
];

function faultOf(text: string): AfterlodeError {
  try {
    readPlanFile(text, 'p.yaml');
  } catch (error) {
    if (error instanceof AfterlodeError) return error;
  }
  throw new Error('nothing was refused');
}

describe('a plan file', () => {
  it('is read with what is usual where it says nothing', () => {
    const read = readPlanFile(least.join('\n'), 'p.yaml');
    expect(read).toMatchObject({ scenario: 'one', basis: 'high', discount: 1, leave_out: [], costs: {} });
    expect([read.measures, read.budgets]).toEqual([undefined, { 2027: 5 }]);
  });

  it('is refused with every fault and its line, in both languages', () => {
    const { text } = faultOf([...least, 'discount: 0', 'basis: most', 'year: 3'].join('\n'));
    for (const line of ['line 6', 'line 7', 'line 8']) expect(text.en).toContain(line);
    expect(text.zh).toContain('大于 0 且不大于 1 的数');
    expect(faultOf('scenario: [').text.en).toContain('line 1');
  });

  it('has the schema that editors are given (npx tsx tools/schemas.ts)', () => {
    const written = readFileSync(new URL('../../schemas/plan.json', import.meta.url), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(planFileSchema())));
  });
});
