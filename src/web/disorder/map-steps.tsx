import type { KeyboardEvent, MouseEvent } from 'react';
import { useSpeak } from '../language.js';
import { ScaleBar } from '../subsidence/scale-bar.js';
import type { MapStep } from './view.js';

const metresOfDegree = 111_195;
const steps: Readonly<Record<string, MapStep>> = {
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
  ArrowUp: { down: -1 },
  ArrowDown: { down: 1 },
  '+': { zoom: 2 },
  '=': { zoom: 2 },
  '-': { zoom: 0.5 },
};

/** Arrow keys move, plus and minus zoom; other keys are left to the page. */
export function pressed(event: KeyboardEvent, move: (step: MapStep) => void): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  move(step);
}

/** Where a drawing was pressed, in its own units, and pixels of the screen to one of them; null while it is not shown. */
export function pressedAt(event: MouseEvent<SVGSVGElement>) {
  const matrix = event.currentTarget.getScreenCTM();
  if (matrix === null) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x, y, pixels: matrix.a };
}

interface MapFootProps {
  /** Degrees across a pixel of the drawing, at the zoom it has. */
  readonly degrees: number;
  readonly width: number;
  readonly onMove: (step: MapStep) => void;
}

/** Scale and zoom below a map. */
export function MapFoot({ degrees, width, onMove }: MapFootProps) {
  const { w } = useSpeak();
  return (
    <div className="street-below">
      <ScaleBar metres={degrees * metresOfDegree} width={width} />
      <button type="button" className="plain" aria-label={w('zoomIn')} onClick={() => onMove({ zoom: 2 })}>
        +
      </button>
      <button type="button" className="plain" aria-label={w('zoomOut')} onClick={() => onMove({ zoom: 0.5 })}>
        −
      </button>
    </div>
  );
}
