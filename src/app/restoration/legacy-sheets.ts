import type { Sheet } from '../../print/index.js';
import { sheetOf, sheetOfSome } from '../tables/sheet-of.js';
import type { LegacyAnswer } from './legacy.js';

/** The tables of an answer: the years of the table, what each pace leads to, and its path. */
export function legacySheets({ years, paces }: LegacyAnswer): readonly Sheet[] {
  const path = paces.flatMap(({ scenario, path: own }) => own.map((one) => ({ scenario, ...one })));
  return [
    sheetOf('years', { en: 'legacy land by year, mu', zh: '历年遗留沉陷地（亩）' }, years, [
      ['year', '年份', ({ year }) => year, 0],
      ['new_mu', '新增沉陷', ({ newMu }) => newMu, 1],
      ['treated_mu', '当年治理', ({ treatedInYearMu }) => treatedInYearMu, 1],
      ['registered_mu', '登记', ({ registeredMu }) => registeredMu, 1],
      ['treated_total_mu', '累计治理', ({ treatedMu }) => treatedMu, 1],
      ['open_mu', '未治理', ({ openMu }) => openMu, 1],
      ['rate', '治理率（含新增）', ({ rate }) => rate, 4],
      ['rate_of_start', '治理率（不含新增）', ({ rateOfStart }) => rateOfStart, 4],
      ['published', '公布治理率', ({ published }) => published, 4],
      ['agrees', '公布值相符于', ({ agrees }) => agrees],
    ]),
    ...sheetOfSome('paces', { en: 'what each pace leads to', zh: '各情景的结果' }, paces, [
      ['scenario', '情景', ({ scenario }) => scenario],
      ['new_mu', '年新增', ({ newMu }) => newMu.mid, 1],
      ['treated_mu', '年治理', ({ treatedMu }) => treatedMu.mid, 1],
      ['gone_year', '治理完毕年份', ({ goneYear }) => goneYear.mid, 0],
      ['gone_low', '最早', ({ goneYear }) => goneYear.low, 0],
      ['gone_high', '最晚', ({ goneYear }) => goneYear.high, 0],
      ['needed_mu', '期末清零所需年治理', ({ neededMu }) => neededMu.mid, 1],
    ]),
    ...sheetOfSome('path', { en: 'paths by year, mu', zh: '逐年路径（亩）' }, path, [
      ['scenario', '情景', ({ scenario }) => scenario],
      ['year', '年份', ({ year }) => year, 0],
      ['registered_mu', '登记', ({ registeredMu }) => registeredMu, 1],
      ['treated_total_mu', '累计治理', ({ treatedMu }) => treatedMu, 1],
      ['open_mu', '未治理', ({ openMu }) => openMu, 1],
      ['rate', '治理率', ({ rate }) => rate, 4],
      ['rate_low', '治理率下限', ({ rateLow }) => rateLow, 4],
      ['rate_high', '治理率上限', ({ rateHigh }) => rateHigh, 4],
      ['rate_of_start', '治理率（不含新增）', ({ rateOfStart }) => rateOfStart, 4],
    ]),
  ];
}
