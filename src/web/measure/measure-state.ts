import { useSyncExternalStore } from 'react';
import type { Position } from '../../locate/index.js';
import type { MapGround } from '../layers/layer-types.js';

/** What a map measures: nothing while `kind` is null. */
export interface Measuring {
  readonly kind: 'line' | 'area' | null;
  readonly points: readonly Position[];
}

/** A value that parts of a page share without drawing the whole page anew when it changes. */
export interface Shared<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

function shared<T>(first: T): Shared<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** A shared value, followed as it changes. */
export function useShared<T>({ subscribe, get }: Shared<T>): T {
  return useSyncExternalStore(subscribe, get);
}

/** Measuring of one map: what is measured, what the map shows, and the position under the pointer or the cross. */
export function measuringOf() {
  const state = shared<Measuring>({ kind: null, points: [] });
  const change = (next: Partial<Measuring>) => state.set({ ...state.get(), ...next });
  return {
    state,
    ground: shared<MapGround | null>(null),
    position: shared<Position | null>(null),
    start: (kind: Measuring['kind']) => change(kind === null ? { kind, points: [] } : { kind }),
    add: (point: Position) => change({ points: [...state.get().points, point] }),
    undo: () => change({ points: state.get().points.slice(0, -1) }),
    clear: () => change({ points: [] }),
  };
}

export type MeasuringStore = ReturnType<typeof measuringOf>;
