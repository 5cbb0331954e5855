import { useState } from 'react';
import { crossesItself, type Place } from './drawing.js';

/** An outline while it is drawn. */
export interface Outline {
  readonly corners: readonly Place[];
  /** Where the next corner would be; null away from the image. */
  readonly pointer: Place | null;
  /** Whether it was to be closed and crosses itself. */
  readonly isCrossing: boolean;
  readonly point: (at: Place | null) => void;
  /** @param near corners nearer than this to the last one are that one, and to the first close the outline, cells */
  readonly add: (at: Place, near: number) => void;
  readonly back: () => void;
  readonly cancel: () => void;
  readonly close: () => void;
}

/** Draws an outline corner by corner; what is closed and does not cross itself is handed on. */
export function useOutline(onClosed: (corners: readonly Place[]) => void): Outline {
  const [corners, setCorners] = useState<readonly Place[]>([]);
  const [pointer, setPointer] = useState<Place | null>(null);
  const [isCrossing, setCrossing] = useState(false);
  const set = (next: readonly Place[]) => {
    setCorners(next);
    setCrossing(false);
  };
  const close = () => {
    if (corners.length < 3) return;
    if (crossesItself(corners)) {
      setCrossing(true);
      return;
    }
    set([]);
    onClosed(corners);
  };
  return {
    corners,
    pointer,
    isCrossing,
    point: setPointer,
    add: (at, near) => {
      const [first, last] = [corners[0], corners.at(-1)];
      if (last !== undefined && distance(last, at) <= near && corners.length > 1) return;
      if (corners.length > 2 && first !== undefined && distance(first, at) <= near) close();
      else set([...corners, at]);
    },
    back: () => set(corners.slice(0, -1)),
    cancel: () => set([]),
    close,
  };
}

function distance([x, y]: Place, [toX, toY]: Place): number {
  return Math.hypot(toX - x, toY - y);
}
