import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Position of the enlarged drawing: screen = k · drawing + (x, y). */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const wholeView: View = { k: 1, x: 0, y: 0 };
const most = 12;

/** The view enlarged by a factor around a point of the screen, kept so that the drawing still fills the frame. */
export function zoomed(
  view: View,
  factor: number,
  at: readonly [number, number],
  size: readonly [number, number],
): View {
  const k = Math.min(most, Math.max(1, view.k * factor));
  const ratio = k / view.k;
  return held({ k, x: at[0] - (at[0] - view.x) * ratio, y: at[1] - (at[1] - view.y) * ratio }, size);
}

/** The view moved back where it would show beyond the edge of the drawing. */
export function held(view: View, [width, height]: readonly [number, number]): View {
  const hold = (at: number, span: number) => Math.min(0, Math.max(span * (1 - view.k), at));
  return { k: view.k, x: hold(view.x, width), y: hold(view.y, height) };
}

/** Zoom by wheel with a key held, by buttons, by drag; the page still scrolls with the bare wheel. */
export function useZoom(frame: RefObject<SVGSVGElement | null>, size: readonly [number, number]) {
  const [view, setView] = useState(wholeView);
  const [width, height] = size;
  const drag = useRef<{ readonly x: number; readonly y: number; readonly view: View } | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = [event.clientX - box.left, event.clientY - box.top] as const;
      setView((old) => zoomed(old, Math.exp(-event.deltaY / 200), at, [width, height]));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, width, height]);

  const by = useCallback(
    (factor: number) => setView((old) => zoomed(old, factor, [width / 2, height / 2], [width, height])),
    [width, height],
  );
  const reset = useCallback(() => setView(wholeView), []);
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0 && view.k > 1) drag.current = { x: event.clientX, y: event.clientY, view };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (from === null) return;
      const x = from.view.x + event.clientX - from.x;
      const y = from.view.y + event.clientY - from.y;
      setView(held({ k: from.view.k, x, y }, [width, height]));
    },
    onPointerUp: () => {
      drag.current = null;
    },
    onPointerLeave: () => {
      drag.current = null;
    },
  };
  return { view: held(view, size), by, reset, handlers };
}
