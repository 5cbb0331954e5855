import { successorCriteria } from '../../plan/index.js';
import type { Sheet } from '../../print/index.js';
import { type ColumnOf, sheetOf } from '../tables/sheet-of.js';
import type { SuccessorsAnswer } from './answer.js';

const criterionWords = {
  density: '关联密度',
  pci: '行业复杂度',
  gain: '前景增益',
  jobs: '单位投资岗位',
  skills: '技能匹配',
  carbon: '碳强度',
  water: '用水强度',
} as const;

/** The tables of an answer: candidates in their order, and every gate. */
export function successorSheets({ rows }: SuccessorsAnswer): readonly Sheet[] {
  const gates = rows.flatMap((row) => row.gates.map((gate) => ({ ...gate, activity: row.activity })));
  return [
    sheetOf('successors', { en: 'candidates in their order', zh: '候选行业及次序' }, rows, [
      ['rank', '次序', ({ rank }) => rank, 0],
      ['activity', '行业', ({ activity }) => activity],
      ['name_zh', '名称', ({ name }) => name?.zh ?? null],
      ['state', '状态', ({ state }) => state],
      ['score', '得分', ({ score }) => score, 4],
      ['known', '已知权重比例', ({ known }) => known, 4],
      ...successorCriteria.map((name): ColumnOf<(typeof rows)[number]> => {
        return [name, criterionWords[name], ({ figures }) => figures[name], 4];
      }),
      ...successorCriteria.map((name): ColumnOf<(typeof rows)[number]> => {
        return [`part_${name}`, `${criterionWords[name]}得分`, ({ parts }) => parts[name], 4];
      }),
      ['stranded', '可能搁浅', ({ stranded }) => (stranded === null ? null : stranded ? 1 : 0), 0],
      ['rank_without', '剔除采掘后次序', ({ without }) => without?.rank ?? null, 0],
      ['score_without', '剔除采掘后得分', ({ without }) => without?.score ?? null, 4],
    ]),
    sheetOf('gates', { en: 'what each asks of the place', zh: '各行业对当地的要求' }, gates, [
      ['activity', '行业', ({ activity }) => activity],
      ['gate', '条件', ({ gate }) => gate],
      ['state', '状态', ({ state }) => state],
      ['sense', '方向', ({ sense }) => sense],
      ['needs', '需要', ({ needs }) => needs],
      ['has', '现有', ({ has }) => has],
      ['lacking', '差额', ({ lacking }) => lacking],
      ['usual', '参考值', ({ usual }) => usual],
      ['quantity', '单位', ({ quantity }) => quantity.zh],
      ['says', '须满足的条件', ({ says }) => says.zh],
      ['says_en', '须满足的条件（英文）', ({ says }) => says.en],
      ['needs_source', '要求的来源', ({ needsSource }) => needsSource.zh],
      ['has_source', '现状的来源', ({ hasSource }) => hasSource?.zh ?? null],
      ['mark', '标记', ({ mark }) => mark],
    ]),
  ];
}
