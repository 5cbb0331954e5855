import type { Sheet } from '../../print/index.js';
import { type ColumnOf, sheetOfSome } from '../tables/sheet-of.js';
import type { RoadmapAnswer } from './answer.js';

/** The tables of an answer: a row for each place and scenario, paths, regressions and, where they are known, jobs. */
export function roadmapSheets({ rows, models }: RoadmapAnswer): readonly Sheet[] {
  const of = <T>(pick: (row: RoadmapAnswer['rows'][number]) => readonly T[]) =>
    rows.flatMap((row) => pick(row).map((one) => ({ place: row.place, scenario: row.scenario, one })));
  const key = <T>(): readonly ColumnOf<{ place: string; scenario: string; one: T }>[] => [
    ['place', '地区', ({ place }) => place],
    ['scenario', '情景', ({ scenario }) => scenario],
  ];
  const path = of((row) => row.path);
  const years = of((row) => row.jobs?.years ?? []);
  const successors = of((row) => row.jobs?.successors ?? []);
  const groups = of((row) => row.jobs?.groups ?? []);
  const terms = models.flatMap((model) => model.terms.map((one) => ({ model, one })));
  return [
    ...sheetOfSome(
      'roadmap',
      { en: 'peak, neutrality and jobs by scenario', zh: '各情景达峰、中和与就业' },
      rows,
      [
        ['place', '地区', ({ place }) => place],
        ['scenario', '情景', ({ scenario }) => scenario],
        ['peak_year', '达峰年份', ({ peakYear }) => peakYear?.mid ?? null, 0],
        ['peak_low', '达峰年份下限', ({ peakYear }) => peakYear?.low ?? null, 0],
        ['peak_high', '达峰年份上限', ({ peakYear }) => peakYear?.high ?? null, 0],
        ['peak_share', '期内达峰的抽样比例', ({ peakShare }) => peakShare, 3],
        ['neutral_year', '中和年份', ({ neutralYear }) => neutralYear?.mid ?? null, 0],
        ['replacement', '岗位替代比', ({ jobs }) => jobs?.replacement.ratio ?? null, 3],
        ['replaced_from', '达到替代目标的年份', ({ jobs }) => jobs?.replacedFrom ?? null, 0],
        ['cost_per_job', '每岗位成本', ({ jobs }) => jobs?.costPerJob ?? null, 0],
        ['taken_share', '失业职工占新岗位比例', ({ jobs }) => jobs?.takenShare ?? null, 3],
        ['warnings', '提醒', ({ warnings }) => [...new Set(warnings.map(({ code }) => code))].join(' ')],
        ['mark', '标记', ({ mark }) => mark],
      ],
    ),
    ...sheetOfSome('path', { en: 'emissions by year', zh: '逐年排放' }, path, [
      ...key<(typeof path)[number]['one']>(),
      ['year', '年份', ({ one }) => one.year, 0],
      ['co2', '排放', ({ one }) => one.mid, 4],
      ['co2_low', '排放下限', ({ one }) => one.low, 4],
      ['co2_high', '排放上限', ({ one }) => one.high, 4],
      ['sinks', '碳汇', ({ one }) => one.sinks, 4],
      ['population', '人口', ({ one }) => one.population, 2],
      ['gdp', '地区生产总值', ({ one }) => one.gdp, 2],
    ]),
    ...sheetOfSome('model', { en: 'regressions', zh: '回归' }, terms, [
      ['place', '地区', ({ model }) => model.place],
      ['term', '因素', ({ one }) => one.term],
      ['coefficient', '系数', ({ one }) => one.coefficient, 4],
      ['low', '下限', ({ one }) => one.low, 4],
      ['high', '上限', ({ one }) => one.high, 4],
      ['vif', '方差膨胀', ({ one }) => one.inflation, 2],
      ['vif_ridge', '岭回归后的方差膨胀', ({ one }) => one.inflationRidge, 2],
      ['ridge', '岭参数', ({ model }) => model.ridge, 4],
      ['r2', '拟合优度', ({ model }) => model.r2, 4],
      ['out_of_sample', '留出年份误差', ({ model }) => model.outOfSample?.error ?? null, 4],
      ['unchanged', '假定不变的误差', ({ model }) => model.outOfSample?.unchanged ?? null, 4],
      ['turning_point', '人均产值拐点', ({ model }) => model.turningPoint?.mid ?? null, 4],
    ]),
    ...sheetOfSome('jobs', { en: 'jobs by year', zh: '逐年就业' }, years, [
      ...key<(typeof years)[number]['one']>(),
      ['year', '年份', ({ one }) => one.year, 0],
      ['displaced', '失去岗位', ({ one }) => one.displaced, 0],
      ['retiring', '其中退休', ({ one }) => one.retiring, 0],
      ['gained', '新增岗位', ({ one }) => one.gained, 0],
      ['taken', '失业职工再就业', ({ one }) => one.taken, 0],
      ['waiting', '尚未再就业', ({ one }) => one.waiting, 0],
      ['labour_force', '劳动力', ({ one }) => one.labourForce, 0],
      ['employed', '就业', ({ one }) => one.employed, 0],
      ['unemployed', '失业', ({ one }) => one.unemployed, 0],
      ['unfilled', '缺工', ({ one }) => one.unfilled, 0],
    ]),
    ...sheetOfSome('successors', { en: 'successor sectors', zh: '接续产业' }, successors, [
      ...key<(typeof successors)[number]['one']>(),
      ['sector', '部门', ({ one }) => one.sector],
      ['elasticity', '就业弹性', ({ one }) => one.elasticity, 4],
      ['jobs_first', '期初岗位', ({ one }) => one.first, 0],
      ['jobs_last', '期末岗位', ({ one }) => one.last, 0],
      ['taken', '失业职工再就业', ({ one }) => one.taken, 0],
      ['cost', '成本', ({ one }) => one.cost, 0],
    ]),
    ...sheetOfSome('displaced', { en: 'displaced workers by kind', zh: '各类失业职工' }, groups, [
      ...key<(typeof groups)[number]['one']>(),
      ['sector', '部门', ({ one }) => one.sector],
      ['occupation', '职业', ({ one }) => one.occupation],
      ['displaced', '失去岗位', ({ one }) => one.displaced, 0],
      ['retiring', '其中退休', ({ one }) => one.retiring, 0],
      ['taken', '再就业', ({ one }) => one.taken, 0],
      ['waiting', '尚未再就业', ({ one }) => one.waiting, 0],
    ]),
  ];
}
