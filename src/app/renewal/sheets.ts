import type { Sheet } from '../../print/index.js';
import { sheetOfSome } from '../tables/sheet-of.js';
import type { RenewalAnswer } from './answer.js';

const yes = (value: boolean | null) => (value === null ? null : value ? 1 : 0);

/** The tables of an answer: projects with their year, spending, who is outside, red lines, balance, parcels. */
export function renewalSheets(answer: RenewalAnswer): readonly Sheet[] {
  return [
    ...sheetOfSome(
      'schedule',
      { en: 'every project and its year', zh: '各项目及其实施年份' },
      answer.projects,
      [
        ['project', '项目', ({ project }) => project],
        ['kind', '类型', ({ kind }) => kind],
        ['year', '年份', ({ year }) => year, 0],
        ['cost', '费用', ({ cost }) => cost, 2],
        ['value', '价值', ({ value }) => value, 2],
        ['livelihood', '民生', ({ livelihood }) => yes(livelihood), 0],
        ['stays', '费用变动下入选比例', ({ stays }) => stays, 3],
      ],
    ),
    ...sheetOfSome('spending', { en: 'spent and budget by year', zh: '逐年支出与预算' }, answer.spending, [
      ['year', '年份', ({ year }) => year, 0],
      ['spent', '支出', ({ spent }) => spent, 2],
      ['budget', '预算', ({ budget }) => budget, 2],
      ['marginal', '资金边际价值', ({ marginal }) => marginal, 4],
    ]),
    ...sheetOfSome('outside', { en: 'projects just outside', zh: '临界未入选项目' }, answer.outside, [
      ['project', '项目', ({ project }) => project],
      ['year', '最易列入的年份', ({ year }) => year, 0],
      ['more', '该年需增加的预算', ({ more }) => more, 2],
      ['shortfall', '尚缺价值', ({ shortfall }) => shortfall, 3],
      ['barred', '受限于', ({ barred }) => barred],
    ]),
    ...sheetOfSome('red_lines', { en: 'red lines by unit', zh: '各更新单元红线' }, answer.redLines, [
      ['unit', '更新单元', ({ unit }) => unit],
      ['line', '红线', ({ line }) => line],
      ['bound', '限值', ({ bound }) => bound, 2],
      ['plan_value', '方案值', ({ plan }) => plan.value, 3],
      ['plan_kept', '方案达标', ({ plan }) => yes(plan.kept), 0],
      ['all_value', '全部实施值', ({ all }) => all.value, 3],
      ['all_kept', '全部实施达标', ({ all }) => yes(all.kept), 0],
      ['all_change', '全部实施需调整量', ({ all }) => all.change, 0],
    ]),
    ...sheetOfSome('exemptions', { en: 'floor left aside', zh: '例外建筑面积' }, answer.exemptions, [
      ['project', '项目', ({ project }) => project],
      ['unit', '更新单元', ({ unit }) => unit],
      ['area', '面积', ({ area }) => area, 0],
      ['reason', '理由', ({ reason }) => reason],
    ]),
    ...sheetOfSome('balance', { en: 'operation of projects', zh: '项目运营平衡' }, answer.balance, [
      ['project', '项目', ({ project }) => project],
      ['yearly', '年净收入', ({ yearly }) => yearly, 2],
      ['pay_back', '回收年数', ({ payBack }) => payBack, 0],
      ['net_value', '净现值', ({ netValue }) => netValue, 2],
      ['net_value_without_land', '不计土地出让的净现值', (one) => one.netValueWithoutLand, 2],
      ['only_by_land', '仅靠土地出让', ({ onlyByLand }) => yes(onlyByLand), 0],
    ]),
    ...sheetOfSome('parcels', { en: 'potential and difficulty', zh: '地块潜力与难度' }, answer.parcels, [
      ['parcel', '地块', ({ parcel }) => parcel],
      ['unit', '更新单元', ({ unit }) => unit],
      ['potential', '潜力', ({ potential }) => potential, 3],
      ['difficulty', '难度', ({ difficulty }) => difficulty, 3],
      ['quadrant', '对策', ({ quadrant }) => quadrant],
      ['gates', '限制', ({ gates }) => gates.join(' ')],
      ['functions', '可选功能', ({ functions }) => functions?.join('; ') ?? null],
      ['path', '路径', ({ path }) => path],
      ['operation', '运作方式', ({ operation }) => operation],
      ['missing', '缺失因子', ({ missing }) => missing.join(' ')],
    ]),
  ];
}
