import type { Sheet } from '../../print/index.js';
import { type ColumnOf, sheetOf } from '../tables/sheet-of.js';
import type { RestorationAnswer, RestorationResult } from './restoration.js';

type Of<T> = { readonly project: string; readonly one: T };

/** The tables of an answer: ladder, statements, split and sensitivities, of all projects together and of each. */
export function restorationSheets(answer: RestorationAnswer): readonly Sheet[] {
  const all: readonly (readonly [string, RestorationResult])[] = [
    ['', answer],
    ...answer.projects.map((one) => [one.project, one] as const),
  ];
  const of = <T>(pick: (result: RestorationResult) => readonly T[]): readonly Of<T>[] =>
    all.flatMap(([project, result]) => pick(result).map((one) => ({ project, one })));
  const project = <T>(): ColumnOf<Of<T>> => ['project', '项目', (row) => row.project];
  const ladder = of((result) => result.ladder);
  const statements = of(({ statements: sides }) =>
    Object.entries(sides).map(([side, statement]) => ({ side, ...statement })),
  );
  const split = of((result) => result.split);
  const duties = of((result) => result.duties);
  const turned = of(({ sensitivity, spread }) => [
    ...sensitivity,
    ...(['low', 'mid', 'high'] as const).map((end) => ({
      what: `all_${end}`,
      netValue: spread[end],
      ratio: null,
    })),
  ]);
  return [
    sheetOf(
      'ladder',
      {
        en: 'from the published ratio to the discounted one; all projects in the first rows',
        zh: '从宣称比值到折现比值；前几行为全部项目合计',
      },
      ladder,
      [
        project(),
        ['step', '步骤', ({ one }) => one.step],
        ['note_zh', '说明', ({ one }) => one.note.zh],
        ['benefits', '效益', ({ one }) => one.benefits, 0],
        ['costs', '成本', ({ one }) => one.costs, 0],
        ['ratio', '效益成本比', ({ one }) => one.ratio, 2],
      ],
    ),
    sheetOf(
      'statements',
      { en: 'of private parties, the public budget and society', zh: '社会资本、财政与全社会三张表' },
      statements,
      [
        project(),
        ['side', '主体', ({ one }) => one.side],
        ['costs', '成本现值', ({ one }) => one.costs, 0],
        ['benefits', '效益现值', ({ one }) => one.benefits, 0],
        ['net_value', '净现值', ({ one }) => one.netValue, 0],
        ['ratio', '效益成本比', ({ one }) => one.ratio, 2],
        ['rate', '内部收益率', ({ one }) => one.rate, 4],
        ['pay_back', '回收年份', ({ one }) => one.payBack, 0],
      ],
    ),
    sheetOf('split', { en: 'who pays and who has it', zh: '谁出钱、谁受益' }, split, [
      project(),
      ['party', '主体', ({ one }) => one.party],
      ['costs', '成本现值', ({ one }) => one.costs, 0],
      ['cost_share', '成本占比', ({ one }) => one.costShare, 4],
      ['benefits', '效益现值', ({ one }) => one.benefits, 0],
      ['benefit_share', '效益占比', ({ one }) => one.benefitShare, 4],
    ]),
    sheetOf(
      'duties',
      { en: 'whose duty the costs are and who pays them', zh: '成本的责任归属与承担方' },
      duties,
      [
        project(),
        ['duty', '责任', ({ one }) => one.duty],
        ['costs', '成本现值', ({ one }) => one.costs, 0],
        ['paid_private', '社会资本承担', ({ one }) => one.paidBy.private, 0],
        ['paid_public', '财政承担', ({ one }) => one.paidBy.public, 0],
        ['paid_society', '社会公众承担', ({ one }) => one.paidBy.society, 0],
        ['paid_by_another', '由非责任方承担', ({ one }) => one.paidByAnother, 0],
      ],
    ),
    sheetOf(
      'sensitivity',
      { en: 'net value of society where something turns out otherwise', zh: '情形变化时的全社会净现值' },
      turned,
      [
        project(),
        ['what', '情形', ({ one }) => one.what],
        ['net_value', '净现值', ({ one }) => one.netValue, 0],
        ['ratio', '效益成本比', ({ one }) => one.ratio, 2],
      ],
    ),
  ];
}
