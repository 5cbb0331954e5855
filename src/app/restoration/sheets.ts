import type { Sheet, SheetCell } from '../../print/index.js';
import type { RestorationAnswer, RestorationResult } from './restoration.js';

/** The tables of an answer: ladder, statements and sensitivities, of all projects together and of each. */
export function restorationSheets(answer: RestorationAnswer): readonly Sheet[] {
  const all: readonly (readonly [string, RestorationResult])[] = [
    ['', answer],
    ...answer.projects.map((one) => [one.project, one] as const),
  ];
  return [
    sheet(
      'ladder',
      {
        en: 'from the published ratio to the discounted one; all projects in the first rows',
        zh: '从宣称比值到折现比值；前几行为全部项目合计',
      },
      [
        ['project', '项目'],
        ['step', '步骤'],
        ['note_zh', '说明'],
        ['benefits', '效益', 0],
        ['costs', '成本', 0],
        ['ratio', '效益成本比', 2],
      ],
      all.flatMap(([project, { ladder }]) =>
        ladder.map(({ step, note, benefits, costs, ratio }) => [
          project,
          step,
          note.zh,
          benefits,
          costs,
          ratio,
        ]),
      ),
    ),
    sheet(
      'statements',
      { en: 'of private parties, the public budget and society', zh: '社会资本、财政与全社会三张表' },
      [
        ['project', '项目'],
        ['side', '主体'],
        ['costs', '成本现值', 0],
        ['benefits', '效益现值', 0],
        ['net_value', '净现值', 0],
        ['ratio', '效益成本比', 2],
        ['rate', '内部收益率', 4],
        ['pay_back', '回收年份', 0],
      ],
      all.flatMap(([project, { statements }]) =>
        Object.entries(statements).map(([side, { costs, benefits, netValue, ratio, rate, payBack }]) => [
          project,
          side,
          costs,
          benefits,
          netValue,
          ratio,
          rate,
          payBack,
        ]),
      ),
    ),
    sheet(
      'sensitivity',
      { en: 'net value of society where something turns out otherwise', zh: '情形变化时的全社会净现值' },
      [
        ['project', '项目'],
        ['what', '情形'],
        ['net_value', '净现值', 0],
        ['ratio', '效益成本比', 2],
      ],
      all.flatMap(([project, { sensitivity, spread }]) => [
        ...sensitivity.map(({ what, netValue, ratio }) => [project, what, netValue, ratio] as SheetCell[]),
        ...(['low', 'mid', 'high'] as const).map((end) => [project, `all_${end}`, spread[end], null]),
      ]),
    ),
  ];
}

type Column = readonly [key: string, zh: string, digits?: number];

function sheet(
  name: string,
  about: Sheet['about'],
  columns: readonly Column[],
  rows: readonly (readonly SheetCell[])[],
): Sheet {
  return {
    name,
    about,
    columns: columns.map(([key, zh, digits]) => ({ key, zh, ...(digits !== undefined && { digits }) })),
    rows: () => rows,
    length: rows.length,
  };
}
