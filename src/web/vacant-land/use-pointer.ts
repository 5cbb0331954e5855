import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Place } from './drawing.js';
import type { ImageView } from './use-view.js';

/** Pixels that a press may tremble without being a drag. */
const tremble = 5;

interface Press {
  readonly at: Place;
  readonly screen: readonly [x: number, y: number];
  readonly isDrag: boolean;
}

/** Where on the image a pointer is, in cells, and how many cells a pixel of the screen is wide. */
export function placeOf(
  svg: SVGSVGElement,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): { readonly place: Place; readonly pixel: number } | null {
  const matrix = svg.getScreenCTM();
  if (matrix === null) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { place: [x, y], pixel: 1 / matrix.a };
}

interface PointerUse {
  readonly view: ImageView;
  /** A press that was no drag. */
  readonly onPress: (place: Place, pixel: number) => void;
  readonly onPoint: (place: Place | null) => void;
}

/** A drag moves the image, a press is told with its place; the wheel with Ctrl enlarges, alone it moves the page as usual. */
export function usePointer(frame: RefObject<SVGSVGElement | null>, { view, onPress, onPoint }: PointerUse) {
  const press = useRef<Press | null>(null);
  useWheel(frame, view);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      const found = placeOf(event.currentTarget, event);
      if (event.button !== 0 || found === null) return;
      press.current = { at: found.place, screen: [event.clientX, event.clientY], isDrag: false };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const found = placeOf(event.currentTarget, event);
      if (found === null) return;
      onPoint(found.place);
      const held = press.current;
      if (held === null) return;
      const far = Math.hypot(event.clientX - held.screen[0], event.clientY - held.screen[1]);
      if (!held.isDrag && far <= tremble) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { ...held, isDrag: true };
      view.shift(held.at[0] - found.place[0], held.at[1] - found.place[1]);
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      const held = press.current;
      press.current = null;
      const found = placeOf(event.currentTarget, event);
      if (held !== null && !held.isDrag && found !== null) onPress(found.place, found.pixel);
    },
    onPointerCancel: () => {
      press.current = null;
    },
    onPointerLeave: () => onPoint(null),
  };
}

function useWheel(frame: RefObject<SVGSVGElement | null>, view: ImageView): void {
  useEffect(() => {
    const svg = frame.current;
    if (svg === null) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const found = placeOf(svg, event);
      if (found !== null) view.zoomAt(Math.exp(-event.deltaY / 200), ...found.place);
    };
    // React listens passively, and then the page would be enlarged too.
    svg.addEventListener('wheel', turn, { passive: false });
    return () => svg.removeEventListener('wheel', turn);
  }, [frame, view]);
}
