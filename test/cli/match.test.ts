import { describe, expect, it } from 'vitest';
import type { MatchAnswer } from '../../src/app/index.js';
import { callHere, jsonHere } from './here.js';

describe('match', () => {
  it('answers mode, similar cities and cases of Hegang', async () => {
    const { mode, similar, own, cases } = await jsonHere<MatchAnswer>(['match', '鹤岗', '--period', '2020']);
    // long form of the censuses: 5960 fewer in mining, and nothing that grew beyond the country
    expect(mode).toMatchObject({ label: 'too_early' });
    expect(mode.figures.map(({ value }) => value)).toEqual([5960, 0, 0, 0, null]);
    expect(similar).toHaveLength(8);
    expect(similar[0]).toMatchObject({ city: 'cn-230900', shared: 12, of: 12 });
    expect(similar[0]?.distance).toBeCloseTo(0.3556, 4);
    expect(similar.map(({ distance }) => distance)).toEqual(
      similar.map(({ distance }) => distance).toSorted((a, b) => a - b),
    );
    expect(own).toMatchObject({ case: 'hegang', outcome: { class: 'shrinking' } });
    expect(cases.map((one) => one.case)).toContain('yubari');
    for (const { outcome, conditions, source } of cases) {
      expect(outcome.name.zh).not.toBe('');
      expect(conditions.length * source.length).toBeGreaterThan(0);
    }
  });

  it('and of Huaibei, whose loss is nearly made good', async () => {
    const { mode, cases } = await jsonHere<MatchAnswer>(['match', 'Huaibei']);
    expect(mode.label).toBe('too_early');
    expect(mode.figures[0]?.value).toBe(4046);
    expect(mode.figures[3]?.value).toBeCloseTo(0.868, 3);
    expect(mode.figures[0]?.ids).toEqual([
      'value/cn-340600/2010/employed_mining',
      'value/cn-340600/2020/employed_mining',
    ]);
    expect(cases.find(({ failure }) => failure)?.case).toBe('hegang');
  });

  it('prints it in both languages', async () => {
    const en = await callHere(['match', '鹤岗']);
    expect(en.out).toMatch(/^鹤岗市 Hegang 2020\n\nmode: too early to say/);
    expect(en.out).toContain('✗ Yubari, Japan: Failed, shrinking');
    const zh = await callHere(['match', '鹤岗', '--lang', 'zh']);
    expect(zh.out).toMatch(/转型模式: 尚难判断/);
    expect(zh.out).toMatch(/另有 \d+ 项措施/);
  });

  it.each([
    [['match'], /argument/],
    [['match', '北京'], /^CITY_NOT_LISTED: /],
    [['match', '鹤冈市'], /^CITY_UNKNOWN: .*鹤岗/],
    [['match', '鹤岗', '--period', '1990'], /^PERIOD_UNKNOWN: /],
  ])('refuses %j', async (words, message) => {
    const { status, out, err } = await callHere(words);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('catalog list', () => {
  it('lists cases and measures with file and line', async () => {
    const { out } = await callHere(['catalog', 'list', 'cases']);
    expect(out).toMatch(/yubari +Yubari, Japan +V +transition_cases\/abroad\.yaml:\d+/);
    const measures = await jsonHere<readonly { id: string; effects: readonly object[] }[]>([
      'catalog',
      'list',
      'measures',
    ]);
    expect(measures.find(({ id }) => id === 'shanty_renewal')?.effects[0]).toMatchObject({
      direction: 'less',
      low: null,
    });
    expect((await callHere(['catalog', 'list', 'dreams'])).err).toMatch(/^CALL_OPTION: .*dreams/);
  });
});
