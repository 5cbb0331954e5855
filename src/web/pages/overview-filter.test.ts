import { describe, expect, it } from 'vitest';
import { overviewRow } from '../testing/rows.js';
import { byRank, filtersOf, found, matches } from './overview-filter.js';

const hegang = overviewRow();
const anling = overviewRow({
  id: 'cn-232700',
  adcode: '232700',
  name: { zh: '大兴安岭地区', en: "Da Hinggan Ling (Daxing'anling)" },
  pinyin: "da xing'an ling",
  type: 'mature',
  batch: null,
  resources: ['forest', 'nonferrous'],
  rank: null,
  score: null,
});

describe('the search', () => {
  it.each(['鹤岗', 'hegang', 'HEGANG', 'he gang', 'gang', '230400', '2304', 'cn-230400', ' 鹤 '])(
    'finds Hegang by %s',
    (asked) => expect(found(hegang, asked)).toBe(true),
  );

  it.each(['daxinganling', 'da xing’an ling', '兴安'])('passes over spaces and marks in %s', (asked) =>
    expect(found(anling, asked)).toBe(true),
  );

  it('reads a code from its beginning only', () => {
    expect(found(hegang, '0400')).toBe(false);
    expect(found(hegang, '双鸭山')).toBe(false);
  });
});

describe('the filters', () => {
  const through = (query: string) =>
    [hegang, anling]
      .filter((row) => matches(row, filtersOf(new URLSearchParams(query))))
      .map((row) => row.adcode);

  it('let all through when nothing is asked', () => {
    expect(through('')).toEqual(['230400', '232700']);
  });

  it('narrow by type, any of the resources, batch, level and province, together', () => {
    expect(through('type=declining')).toEqual(['230400']);
    expect(through('resource=nonferrous')).toEqual(['232700']);
    expect(through('batch=3')).toEqual(['230400']);
    expect(through('batch=1')).toEqual([]);
    expect(through('batch=any')).toEqual(['230400']);
    expect(through('batch=none')).toEqual(['232700']);
    expect(through('province=Heilongjiang&type=mature')).toEqual(['232700']);
    expect(through('level=county')).toEqual([]);
  });
});

describe('the order', () => {
  const rows = [
    anling,
    overviewRow({ id: 'b', rank: 2 }),
    overviewRow({ id: 'a', rank: 1 }),
    overviewRow({ id: 'c', rank: 2 }),
  ];

  it('puts the unranked last, whichever end comes first', () => {
    expect(byRank(rows, false).map((row) => row.id)).toEqual(['a', 'b', 'c', 'cn-232700']);
    expect(byRank(rows, true).map((row) => row.id)).toEqual(['b', 'c', 'a', 'cn-232700']);
  });
});
