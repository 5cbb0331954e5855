import { useEffect, useState } from 'react';
import type { SubsidenceGridAnswer } from '../../api/contract.js';
import type { Window } from '../../locate/index.js';
import { type CallError, call, callErrorOf, pathOf } from '../api.js';
import { type Cells, cellsOf } from './cells.js';

/** Cells that a drawing of this size can show. */
const shownCells = 400_000;
/** Pictures that are held, so that a series of hundreds of dates does not fill the memory. */
const mostHeld = 40;
const held = new Map<string, Promise<Cells>>();

/** What of a run is drawn. */
export interface CellsAsked {
  readonly run: string;
  readonly layer: 'rate' | 'cumulative';
  /** Of the cumulative motion. */
  readonly date: string | null;
  /** null for the whole raster. */
  readonly window: Window | null;
}

/** Reads cells, or takes those that were read lately. */
export function readCells({ run, layer, date, window }: CellsAsked): Promise<Cells> {
  const path = pathOf(`/api/subsidence/${run}/grid`, {
    layer,
    date: layer === 'rate' ? null : date,
    cells: String(shownCells),
    window: window && [window.column, window.row, window.width, window.height].join(','),
  });
  const present = held.get(path);
  const reading = present ?? call<SubsidenceGridAnswer>(path).then(cellsOf);
  held.delete(path);
  held.set(path, reading);
  for (const old of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(old);
  reading.catch(() => held.delete(path));
  return reading;
}

/** The cells asked for; while others are under way, the former ones of the same run. */
export function useCells({ run, layer, date, window }: CellsAsked) {
  const [cells, setCells] = useState<Cells | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    let current = true;
    const settle = (found: Cells | null, fault: CallError | null) => {
      if (found !== null) setCells(found);
      setError(fault);
    };
    readCells({ run, layer, date, window }).then(
      (found) => current && settle(found, null),
      (cause: unknown) => current && settle(null, callErrorOf(cause)),
    );
    return () => {
      current = false;
    };
  }, [run, layer, date, window]);
  return { cells, error };
}
