import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, sameText } from '../../base/index.js';
import type { SurveyItem } from '../../catalog/index.js';
import { catalog, city, indicator, parameter } from '../testing/sample.js';
import { judgeAnswers, peopleLights, worstLight } from './judge-answers.js';
import { peopleLight } from './people-light.js';
import { readSurvey } from './read-survey.js';
import type { SurveyAnswer } from './types.js';
import { wilsonInterval } from './wilson.js';

const usual = { majority: 0.5, confidence: 0.95 };

describe('wilsonInterval', () => {
  it('is the textbook one: 10 of 20 at 95 %', () => {
    // z = 1.959964, z² ÷ n = 0.192073; middle 0.5; half 1.959964 √(0.0125 + 0.00240091) ÷ 1.192073 = 0.200701
    const found = wilsonInterval(10, 20, 0.95);
    expect(found.low).toBeCloseTo(0.299298, 5);
    expect(found.mid).toBe(0.5);
    expect(found.high).toBeCloseTo(0.700702, 5);
  });

  it('is exact at the ends: 0 of 10 reaches z² ÷ (n + z²)', () => {
    const square = 1.959964 ** 2;
    expect(wilsonInterval(0, 10, 0.95)).toMatchObject({ low: 0, mid: 0 });
    expect(wilsonInterval(0, 10, 0.95).high).toBeCloseTo(square / (10 + square), 5);
    expect(wilsonInterval(10, 10, 0.95)).toMatchObject({ mid: 1, high: 1 });
  });

  it('is missing where nobody was asked', () => {
    expect(Object.values(wilsonInterval(0, 0, 0.95)).slice(0, 3)).toEqual([NaN, NaN, NaN]);
  });

  it('holds the share, stays within 0 and 1, narrows with more answers and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (of, seed) => {
        const count = seed % (of + 1);
        const { low, mid, high } = wilsonInterval(count, of, 0.95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
        const more = wilsonInterval(count * 4, of * 4, 0.95);
        expect(more.high - more.low).toBeLessThan(high - low);
        expect(wilsonInterval(of - count, of, 0.95).low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});

describe('peopleLight', () => {
  const light = (asked: number, satisfied: number, dissatisfied: number) =>
    peopleLight({ asked, satisfied, dissatisfied }, usual).light;

  it('is green for a majority beyond the margin, red for a discontented one, yellow between', () => {
    expect(light(400, 300, 50)).toBe('green');
    expect(light(400, 90, 260)).toBe('red');
    expect(light(400, 190, 180)).toBe('yellow');
    // few take a side, and of those nearly all are against
    expect(light(400, 5, 40)).toBe('red');
    // content ones are most of those who took a side, but few of all
    expect(light(400, 40, 5)).toBe('yellow');
  });

  it('turns where the lower bound passes the majority: of 100 asked 60 light it, 59 do not', () => {
    expect(light(100, 59, 0)).toBe('yellow');
    expect(wilsonInterval(59, 100, 0.95).low).toBeLessThan(0.5);
    expect(light(100, 60, 0)).toBe('green');
    expect(wilsonInterval(60, 100, 0.95).low).toBeGreaterThan(0.5);
    expect(light(100, 41, 59)).toBe('yellow');
    expect(light(100, 40, 60)).toBe('red');
  });

  it('is yellow for few answers, whatever they say, and none for none', () => {
    expect(light(2, 2, 0)).toBe('yellow');
    expect(light(2, 0, 2)).toBe('yellow');
    expect(light(0, 0, 0)).toBe('none');
  });

  it('is never green and red at once, nor better for more discontent', () => {
    const order = ['red', 'yellow', 'green'];
    const counts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(counts, ([satisfied, dissatisfied, neither]) => {
        const asked = satisfied + dissatisfied + neither + 1;
        const judged = peopleLight({ asked, satisfied, dissatisfied }, usual);
        expect(judged.satisfied.low > 0.5 && judged.discontent.low > 0.5).toBe(false);
        const worse = peopleLight({ asked, satisfied, dissatisfied: dissatisfied + 1 }, usual);
        expect(order.indexOf(worse.light)).toBeLessThanOrEqual(order.indexOf(judged.light));
      }),
    );
  });
});

function item(name: string, more: Partial<SurveyItem> = {}): SurveyItem {
  return {
    id: name,
    label: { en: `${name} in words`, zh: `${name}项` },
    aliases: [],
    indicators: [id<'indicator'>('a')],
    references: [],
    mark: 'D',
    file: 'survey/x.yaml',
    line: 1,
    ...more,
  };
}

const sample = catalog({
  indicators: [indicator('a'), indicator('b')],
  parameters: [parameter('survey_majority', 0.5), parameter('survey_confidence', 0.95)],
  surveyItems: [item('parking', { aliases: ['停车'] }), item('traffic')],
});

function answer(more: Partial<SurveyAnswer>): SurveyAnswer {
  return {
    city: id<'city'>('x-1'),
    period: id<'period'>('2024'),
    item: 'parking',
    indicator: null,
    asked: 400,
    satisfied: 300,
    dissatisfied: 50,
    source: '',
    note: '',
    ...more,
  };
}

describe('the lights of people', () => {
  const of = (answers: readonly SurveyAnswer[]) => {
    const lights = peopleLights(judgeAnswers(answers, sample));
    return (indicatorName: string, period = '2024') =>
      lights(id<'city'>('x-1'), id<'period'>(period), id<'indicator'>(indicatorName));
  };

  it('are the worst of the questions that speak of an indicator, in the period they were asked', () => {
    const light = of([answer({}), answer({ item: 'traffic', satisfied: 90, dissatisfied: 260 })]);
    expect([light('a'), light('b'), light('a', '2023')]).toEqual(['red', 'none', 'none']);
  });

  it('follow the indicator that the table names, and leave out what speaks of none', () => {
    const light = of([answer({ indicator: id<'indicator'>('b') }), answer({ item: 'dancing' })]);
    expect([light('a'), light('b')]).toEqual(['none', 'green']);
  });

  it('order worst first and none last', () => {
    expect(worstLight('none', 'green')).toBe('green');
    expect(worstLight('yellow', 'green')).toBe('yellow');
    expect(worstLight('red', 'none')).toBe('red');
    expect(worstLight('none', 'none')).toBe('none');
  });

  it('need no parameter where nobody was asked', () => {
    expect(judgeAnswers([], catalog({ indicators: [] }))).toEqual([]);
  });
});

describe('readSurvey', () => {
  const place = city('x-1');
  const context = {
    file: 's.csv',
    catalog: sample,
    findCity: (query: string) => (query === 'One' ? place : null),
    nearMatches: () => ['One'],
  };
  const table = (...lines: readonly string[]) =>
    readSurvey(
      ['city,period,item,indicator,n,satisfied,dissatisfied,note', ...lines].map((line, at) => ({
        row: at + 1,
        cells: line.split(','),
      })),
      context,
    );

  it('reads questions by id, label or alias, and keeps words it does not know', () => {
    const { accepted, issues } = table(
      'One,2024,停车,,400,300,50,x',
      'One,2024年,Traffic in Words,,4,3,1,',
      'One,2024-07,dancing,,10,5,5,',
    );
    expect(accepted.map((one) => [one.item, one.period, one.asked, one.row])).toEqual([
      ['parking', '2024', 400, 2],
      ['traffic', '2024', 4, 3],
      ['dancing', '2024-07', 10, 4],
    ]);
    expect(issues.map((one) => [one.code, one.message.en])).toEqual([
      ['SURVEY_ITEM_UNMAPPED', expect.stringContaining('dancing')],
    ]);
  });

  it.each([
    ['Two,2024,parking,,10,5,5,', 'city'],
    ['One,24,parking,,10,5,5,', 'period'],
    ['One,2024,,,10,5,5,', 'item'],
    ['One,2024,parking,c,10,5,5,', 'indicator'],
    ['One,2024,parking,,10,5.5,4,', 'satisfied'],
    ['One,2024,parking,,10,50%,4,', 'satisfied'],
    ['One,2024,parking,,-1,0,0,', 'n'],
    ['One,2024,parking,,,0,0,', 'n'],
    ['One,2024,parking,,10,6,5,', 'satisfied'],
  ])('refuses %s and says where', (line, column) => {
    const { accepted, rejected, read } = table(line);
    expect([read, accepted, rejected.length]).toEqual([1, [], 1]);
    expect(rejected[0]).toMatchObject({ row: 2, column, code: 'SURVEY_ROW' });
  });

  it('takes a repeated row once and refuses other figures for the same question', () => {
    const { accepted, rejected, repeated } = table(
      'One,2024,parking,,10,5,5,',
      'One,2024,停车,,10,5,5,',
      'One,2024,parking,,10,4,5,',
      '',
    );
    expect([accepted.length, repeated, rejected.length]).toEqual([1, 1, 1]);
    expect(rejected[0]?.message.en).toContain('row 2');
  });

  it('says which columns are missing', () => {
    const rows = [{ row: 1, cells: ['城市', '年份', '满意'] }];
    expect(() => readSurvey(rows, context)).toThrow(/SURVEY_COLUMN.*item .*asked .*dissatisfied/s);
    expect(() => readSurvey([], context)).toThrow(/SURVEY_COLUMN/);
  });

  it('shows a question by its own words', () => {
    const [judged] = judgeAnswers([answer({ item: 'dancing' })], sample);
    expect(judged?.label).toEqual(sameText('dancing'));
  });
});
