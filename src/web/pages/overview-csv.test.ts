import { describe, expect, it } from 'vitest';
import { overviewRow } from '../testing/rows.js';
import { overviewCsv } from './overview-csv.js';

const answer = {
  period: '2020',
  index: 'people_work',
  label: { zh: '人口与就业', en: 'People and work' },
  catalog: 'abc',
  flags: [],
  rows: [],
};

describe('the list as CSV', () => {
  it('has one line per row under the names of the columns', () => {
    const [head = '', line = '', end] = overviewCsv(answer, [overviewRow()]).split('\r\n');
    const names = head.split(',');
    const cells = line.split(',');
    expect(cells).toHaveLength(names.length);
    expect(cells[names.indexOf('name_zh')]).toBe('鹤岗市');
    expect(cells[names.indexOf('score_0_100')]).toBe('31.4');
    expect(cells[names.indexOf('rank_high')]).toBe('4');
    expect(cells[names.indexOf('catalog')]).toBe('abc');
    expect(end).toBe('');
  });

  it('leaves missing empty and puts text with commas and quotes between quotes', () => {
    const row = overviewRow({
      score: null,
      rank: null,
      rankInterval: null,
      population: null,
      batch: null,
      name: { zh: '甲', en: 'A, "B"' },
    });
    const line = overviewCsv(answer, [row]).split('\r\n')[1] ?? '';
    expect(line).toContain('"A, ""B"""');
    expect(line).toContain(',declining,,coal,130.3,47.35,,,,,,0.9,');
  });
});
