import type { Sheet } from '../../print/index.js';
import { sheetOf } from '../tables/sheet-of.js';
import type { ComplexityAnswer, ComplexityResult } from './answer.js';

/** The tables of an answer: places, activities and cells, and the same without what was left out. */
export function complexitySheets({ without, ...whole }: ComplexityAnswer): readonly Sheet[] {
  return [...sheetsOf(whole, ''), ...(without === null ? [] : sheetsOf(without, '_without'))];
}

function sheetsOf({ places, activities, cells }: ComplexityResult, ending: string): readonly Sheet[] {
  return [
    sheetOf(`places${ending}`, { en: 'complexity and outlook of places', zh: '各地区复杂度与前景' }, places, [
      ['place', '地区', ({ place }) => place],
      ['name_zh', '名称', ({ name }) => name?.zh ?? null],
      ['eci', '经济复杂度', ({ eci }) => eci, 4],
      ['diversity', '多样性', ({ diversity }) => diversity, 0],
      ['coi', '复杂度前景', ({ coi }) => coi, 4],
    ]),
    sheetOf(`activities${ending}`, { en: 'complexity of activities', zh: '各行业复杂度' }, activities, [
      ['activity', '行业', ({ activity }) => activity],
      ['name_zh', '名称', ({ name }) => name?.zh ?? null],
      ['pci', '行业复杂度', ({ pci }) => pci, 4],
      ['ubiquity', '普遍性', ({ ubiquity }) => ubiquity, 0],
    ]),
    sheetOf(`cells${ending}`, { en: 'each activity in each place', zh: '各地区各行业' }, cells, [
      ['place', '地区', ({ place }) => place],
      ['activity', '行业', ({ activity }) => activity],
      ['rca', '显性比较优势', ({ rca }) => rca, 4],
      ['mcp', '具有优势', ({ mcp }) => mcp, 0],
      ['density', '关联密度', ({ density }) => density, 4],
      ['cog', '前景增益', ({ cog }) => cog, 4],
    ]),
  ];
}
