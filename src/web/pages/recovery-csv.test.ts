import { describe, expect, it } from 'vitest';
import type { RecoveryRow } from '../../api/contract.js';
import { recoveryCsv } from './recovery-csv.js';

const row = {
  period: '2010',
  scope: 'county',
  set: 'T1',
  setLabel: { zh: '甲, 乙', en: 'A' },
  test: 't1',
  label: { zh: '一', en: 'one' },
  indicator: 'share',
  standIn: true,
  unit: 'share',
  is: 'ge',
  threshold: 0.15,
  mark: 'M',
  precision: null,
  recall: 0,
} as unknown as RecoveryRow;

describe('recovery table as CSV', () => {
  it('keeps marks, quotes commas, leaves missing empty and nought nought', () => {
    const [head = '', line = '', end] = recoveryCsv([{ ...row, best: null }], 'abc').split('\r\n');
    const names = head.split(',');
    const cells = line.replace('"甲, 乙"', '甲').split(',');
    const of = (name: string) => cells[names.indexOf(name)];
    expect(cells).toHaveLength(names.length);
    expect(line).toContain('"甲, 乙"');
    expect(['mark', 'standIn', 'threshold', 'precision', 'recall', 'best', 'catalog'].map(of)).toEqual([
      'M',
      'true',
      '0.15',
      '',
      '0',
      '',
      'abc',
    ]);
    expect(end).toBe('');
  });
});
