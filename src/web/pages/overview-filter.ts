import type { OverviewRow } from '../../api/contract.js';

/** What the overview is narrowed to; an empty text lets all through. */
export interface Filters {
  readonly q: string;
  readonly type: string;
  readonly resource: string;
  readonly level: string;
  /** `1`, `2`, `3`, `any` or `none`. */
  readonly batch: string;
  /** English name of the province, the same in both languages of the page. */
  readonly province: string;
}

export const filterKeys = ['q', 'type', 'resource', 'level', 'batch', 'province'] as const;

export function filtersOf(query: URLSearchParams): Filters {
  const of = (key: string) => query.get(key) ?? '';
  return {
    q: of('q'),
    type: of('type'),
    resource: of('resource'),
    level: of('level'),
    batch: of('batch'),
    province: of('province'),
  };
}

/** Lower case without spaces, marks and tones, so that `Da Xing'anling` finds `daxinganling`. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s'’`\-_.]/gu, '');
}

/** Whether a row is found by a part of its Chinese or English name or pinyin, or by the beginning of its code. */
export function found(row: OverviewRow, asked: string): boolean {
  const text = plain(asked);
  if (text === '') return true;
  if (/^\d+$/.test(text)) return row.adcode.startsWith(text);
  return (
    [row.name.zh, row.name.en, row.pinyin].some((name) => plain(name).includes(text)) ||
    row.id === asked.trim()
  );
}

/** Whether a row meets all conditions. */
export function matches(row: OverviewRow, filters: Filters): boolean {
  const { type, resource, level, batch, province } = filters;
  return (
    (type === '' || row.type === type) &&
    (resource === '' || row.resources.includes(resource)) &&
    (level === '' || row.level === level) &&
    (province === '' || row.province.en === province) &&
    ofBatch(row.batch, batch) &&
    found(row, filters.q)
  );
}

function ofBatch(batch: number | null, asked: string): boolean {
  if (asked === '') return true;
  if (asked === 'none') return batch === null;
  return asked === 'any' ? batch !== null : String(batch) === asked;
}

/** Ascending by rank, or descending; the unranked stay last, equal ranks in the order of the register. */
export function byRank(rows: readonly OverviewRow[], worstFirst: boolean): readonly OverviewRow[] {
  const sign = worstFirst ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
    return sign * (a.rank - b.rank);
  });
}
