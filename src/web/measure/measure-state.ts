import { useSyncExternalStore } from 'react';
import type { Position } from '../../locate/index.js';
import type { MapGround } from '../layers/layer-types.js';

/** What a map measures: nothing while `kind` is null. */
export interface Measuring {
  readonly kind: 'line' | 'area' | null;
  readonly points: readonly Position[];
}

/** A value that parts of a page share without drawing the whole page anew when it changes. */
function shared<T>(first: T) {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get: () => value,
    set: (next: T) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => value),
  };
}

/** Measuring of one map: what is measured, what the map shows, and the position under the pointer or the cross. */
export function measuringOf() {
  const state = shared<Measuring>({ kind: null, points: [] });
  const ground = shared<MapGround | null>(null);
  const position = shared<Position | null>(null);
  return {
    use: state.use,
    useGround: ground.use,
    usePosition: position.use,
    setGround: ground.set,
    setPosition: position.set,
    start: (kind: Measuring['kind']) => state.set({ kind, points: kind === null ? [] : state.get().points }),
    add: (point: Position) => state.set({ ...state.get(), points: [...state.get().points, point] }),
    undo: () => state.set({ ...state.get(), points: state.get().points.slice(0, -1) }),
    clear: () => state.set({ ...state.get(), points: [] }),
  };
}

export type MeasuringStore = ReturnType<typeof measuringOf>;
