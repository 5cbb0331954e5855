import type { EvaluationRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

const columns: readonly (readonly [string, (row: EvaluationRow) => string | number | null])[] = [
  ['id', ({ city }) => city],
  ['adcode', ({ adcode }) => adcode],
  ['name_zh', ({ name }) => name?.zh ?? null],
  ['name_en', ({ name }) => name?.en ?? null],
  ['official_type', ({ type }) => type],
  ['index', ({ index }) => index],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['level', ({ level }) => level],
  ['change', ({ change }) => change],
  ['structure_change', ({ structureChange }) => structureChange],
  ['region_en', ({ region }) => region?.label.en ?? null],
  ['region_from', ({ region }) => region?.from ?? null],
  ['region_to', ({ region }) => region?.to ?? null],
  ['gap_change', ({ gapChange }) => gapChange],
  ['quadrant', ({ quadrant }) => quadrant],
  ['rank_class_en', ({ rankClass }) => rankClass?.en ?? null],
  ['rank', ({ rank }) => rank],
  ['rank_low', ({ rankInterval }) => rankInterval?.[0] ?? null],
  ['rank_high', ({ rankInterval }) => rankInterval?.[1] ?? null],
  ['ranked', ({ ranked }) => ranked],
  ['data_quality', ({ quality }) => quality.grade],
  ['flags', ({ flags }) => flags.map(({ id }) => id).join(';')],
];

/** Evaluations as CSV; missing is empty, numbers are unrounded, the catalog stands at every row. */
export function evaluationCsv(rows: readonly EvaluationRow[], catalog: string): string {
  const lines = rows.map((row) => sheetLine([...columns.map(([, of]) => of(row)), catalog]));
  return `${[[...columns.map(([name]) => name), 'catalog'].join(','), ...lines].join('\r\n')}\r\n`;
}
