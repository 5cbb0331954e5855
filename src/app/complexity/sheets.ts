import type { Sheet, SheetCell } from '../../print/index.js';
import type { ComplexityAnswer, ComplexityResult } from './answer.js';

/** The tables of an answer: places, activities and cells, and the same without what was left out. */
export function complexitySheets({ without, ...whole }: ComplexityAnswer): readonly Sheet[] {
  return [...sheetsOf(whole, ''), ...(without === null ? [] : sheetsOf(without, '_without'))];
}

function sheetsOf({ places, activities, cells }: ComplexityResult, ending: string): readonly Sheet[] {
  return [
    sheet(`places${ending}`, { en: 'complexity and outlook of places', zh: '各地区复杂度与前景' }, [
      ['place', '地区', places.map(({ place }) => place)],
      ['name_zh', '名称', places.map(({ name }) => name?.zh ?? null)],
      ['eci', '经济复杂度', places.map(({ eci }) => eci), 4],
      ['diversity', '多样性', places.map(({ diversity }) => diversity), 0],
      ['coi', '复杂度前景', places.map(({ coi }) => coi), 4],
    ]),
    sheet(`activities${ending}`, { en: 'complexity of activities', zh: '各行业复杂度' }, [
      ['activity', '行业', activities.map(({ activity }) => activity)],
      ['name_zh', '名称', activities.map(({ name }) => name?.zh ?? null)],
      ['pci', '行业复杂度', activities.map(({ pci }) => pci), 4],
      ['ubiquity', '普遍性', activities.map(({ ubiquity }) => ubiquity), 0],
    ]),
    sheet(`cells${ending}`, { en: 'each activity in each place', zh: '各地区各行业' }, [
      ['place', '地区', cells.map(({ place }) => place)],
      ['activity', '行业', cells.map(({ activity }) => activity)],
      ['rca', '显性比较优势', cells.map(({ rca }) => rca), 4],
      ['mcp', '具有优势', cells.map(({ mcp }) => mcp), 0],
      ['density', '关联密度', cells.map(({ density }) => density), 4],
      ['cog', '前景增益', cells.map(({ cog }) => cog), 4],
    ]),
  ];
}

type Column = readonly [key: string, zh: string, values: readonly SheetCell[], digits?: number];

function sheet(name: string, about: Sheet['about'], columns: readonly Column[]): Sheet {
  const length = columns[0]?.[2].length ?? 0;
  return {
    name,
    about,
    columns: columns.map(([key, zh, , digits]) => ({ key, zh, ...(digits !== undefined && { digits }) })),
    rows: () => Array.from({ length }, (_, at) => columns.map(([, , values]) => values[at] ?? null)),
    length,
  };
}
