import type { Sheet } from '../../print/index.js';
import type { LinkagesAnswer } from './linkages.js';

/** The tables of an answer: sectors, and what each lost to what was taken out. */
export function linkagesSheets({ sectors, extraction }: LinkagesAnswer): readonly Sheet[] {
  const lost = extraction.flatMap(({ sector, lost: rows }) =>
    rows.map((row) => [sector, row.sector, row.lost] as const),
  );
  return [
    {
      name: 'sectors',
      about: { en: 'how far each sector pulls and is pulled', zh: '各部门影响力与感应度' },
      columns: [
        { key: 'sector', zh: '部门' },
        { key: 'name_zh', zh: '名称' },
        { key: 'influence', zh: '影响力系数', digits: 4 },
        { key: 'sensitivity', zh: '感应度系数', digits: 4 },
        { key: 'backward', zh: '后向关联', digits: 4 },
        { key: 'forward', zh: '前向关联', digits: 4 },
        { key: 'key', zh: '关键部门', digits: 0 },
        { key: 'influence_low', zh: '影响力下限', digits: 4 },
        { key: 'influence_high', zh: '影响力上限', digits: 4 },
      ],
      rows: () =>
        sectors.map((one) => [
          one.sector,
          one.name?.zh ?? null,
          one.influence,
          one.sensitivity,
          one.backward,
          one.forward,
          one.key === null ? null : Number(one.key),
          one.influenceRange?.low ?? null,
          one.influenceRange?.high ?? null,
        ]),
      length: sectors.length,
    },
    ...(lost.length === 0
      ? []
      : [
          {
            name: 'extraction',
            about: { en: 'output lost where a sector stops', zh: '某部门停产时各部门损失的产出' },
            columns: [
              { key: 'stopped', zh: '停产部门' },
              { key: 'sector', zh: '部门' },
              { key: 'lost', zh: '损失产出', digits: 2 },
            ],
            rows: () => lost,
            length: lost.length,
          } satisfies Sheet,
        ]),
  ];
}
