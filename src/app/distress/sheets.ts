import type { Sheet } from '../../print/index.js';
import { sheetOf } from '../tables/sheet-of.js';
import type { CountyAnswer, DistressAnswer } from './distress.js';

/** The table of an answer: counties with index, rank, class and their intervals. */
export function distressSheets({ places, classes }: DistressAnswer): readonly Sheet[] {
  return [
    sheetOf<CountyAnswer>(
      'counties',
      { en: 'economic status of counties with intervals', zh: '县域经济状况及区间' },
      places,
      [
        ['place', '地区', ({ place }) => place],
        ['name', '名称', ({ name }) => name],
        ['unemployment', '失业率', ({ unemployment }) => unemployment],
        ['income', '收入', ({ income }) => income],
        ['poverty', '贫困率', ({ poverty }) => poverty],
        ['index', '指数', ({ index }) => index, 4],
        ['rank', '名次（1 最差）', ({ rank }) => rank, 0],
        ['status', '状况', ({ status }) => status],
        ['rank_low', '名次下限', ({ rankInterval }) => rankInterval?.[0] ?? null, 0],
        ['rank_high', '名次上限', ({ rankInterval }) => rankInterval?.[1] ?? null, 0],
        ['status_worst', '最差状况', ({ statusInterval }) => statusInterval?.[0] ?? null],
        ['status_best', '最好状况', ({ statusInterval }) => statusInterval?.[1] ?? null],
        ...classes.map(
          ({ id, label }) =>
            [
              `share_${id}`,
              `${label.zh}的比例`,
              ({ rank, shares }: CountyAnswer) => (rank === null ? null : (shares[id] ?? 0)),
              3,
            ] as const,
        ),
        ['by_thresholds', '按阈值', ({ byThresholds }) => byThresholds],
      ],
    ),
  ];
}
