import { useEffect, useMemo, useState } from 'react';
import type { RunGrid, SubsidenceBuildingsAnswer, SubsidenceRunAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { type ToCells, wayToCells } from './cells.js';
import type { Picked } from './ground-map.js';
import type { CellsAsked } from './use-cells.js';

/** A building on a zone. */
export type Building = SubsidenceBuildingsAnswer['rows'][number];

/** A run and its buildings. */
export function useRun(id: string) {
  const run = useAnswer<SubsidenceRunAnswer>(`/api/subsidence/${encodeURIComponent(id)}`);
  const buildings = useAnswer<SubsidenceBuildingsAnswer>(
    `/api/subsidence/${encodeURIComponent(id)}/buildings`,
  );
  return { run, buildings };
}

/** The way from longitude and latitude to cells; null until the transformation is read. */
export function useWay(grid: RunGrid | null): ToCells | null {
  const [way, setWay] = useState<{ readonly toCells: ToCells } | null>(null);
  useEffect(() => {
    if (grid === null) return;
    let current = true;
    void wayToCells(grid).then((toCells) => current && setWay({ toCells }));
    return () => {
      current = false;
    };
  }, [grid]);
  return way?.toCells ?? null;
}

/** What is looked at; it stands in the address, so that a link shows the same. */
export interface View extends Pick<CellsAsked, 'layer'> {
  readonly date: string;
  /** Zone to which the drawing is cut; null for the whole scene. */
  readonly area: string | null;
  readonly picked: Picked | null;
  /** Id of the chosen point, of runs of points. */
  readonly point: string | null;
}

/** Reads what is looked at from the address. Other words than those of the page are the usual. */
export function viewOf(query: URLSearchParams, dates: readonly string[]): View {
  const [column, row] = (query.get('cell') ?? '').split(',').map(Number);
  const date = query.get('date') ?? '';
  const isCell = Number.isInteger(column) && Number.isInteger(row) && query.get('cell') !== null;
  return {
    layer: query.get('layer') === 'cumulative' ? 'cumulative' : 'rate',
    date: dates.includes(date) ? date : (dates.at(-1) as string),
    area: query.get('area'),
    picked: isCell ? { column: column as number, row: row as number } : null,
    point: query.get('point'),
  };
}

/** What is looked at, and how to look at something else. */
export function useView(dates: readonly string[]) {
  const { query } = useAddress();
  const view = useMemo(() => viewOf(query, dates), [query, dates]);
  const change = (changes: Partial<View>) =>
    navigate(
      withQuery({
        ...(changes.layer !== undefined && { layer: changes.layer === 'rate' ? null : changes.layer }),
        ...(changes.date !== undefined && { date: changes.date }),
        ...(changes.area !== undefined && { area: changes.area }),
        ...(changes.point && { point: changes.point }),
        ...(changes.picked && { cell: `${changes.picked.column},${changes.picked.row}` }),
      }),
      true,
    );
  return { view, change };
}
