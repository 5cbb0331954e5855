import { useState } from 'react';
import { moved, type View } from '../disorder/view.js';

/** Cells of the image. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in cells. */
export interface Box extends Frame {
  readonly column: number;
  readonly row: number;
}

export type Step = Parameters<typeof moved>[1];

/** What part of the image is shown, and ways to show another. */
export interface ImageView {
  readonly view: View;
  /** The rectangle that is shown. */
  readonly box: Box;
  readonly move: (step: Step) => void;
  /** Moves by so many cells, as a drag does. */
  readonly shift: (columns: number, rows: number) => void;
  /** Enlarges around a place that stays where it is. */
  readonly zoomAt: (factor: number, column: number, row: number) => void;
  readonly whole: () => void;
  /** Shows a rectangle with something around it. */
  readonly show: (box: Box) => void;
}

/** The view of an image; it begins with the whole. */
export function useView(frame: Frame): ImageView {
  const all: View = { zoom: 1, x: frame.width / 2, y: frame.height / 2 };
  const [view, setView] = useState(all);
  const move = (step: Step) => setView((old) => moved(old, step, frame));
  return {
    view,
    box: boxOf(view, frame),
    move,
    shift: (columns, rows) =>
      setView((old) => moved({ ...old, x: old.x + columns, y: old.y + rows }, {}, frame)),
    zoomAt: (factor, column, row) =>
      setView((old) => {
        const { zoom } = moved(old, { zoom: factor }, frame);
        const share = 1 - old.zoom / zoom;
        const at = { x: old.x + (column - old.x) * share, y: old.y + (row - old.y) * share };
        return moved({ zoom, ...at }, {}, frame);
      }),
    whole: () => setView(all),
    show: ({ column, row, width, height }) => {
      const zoom = Math.min(frame.width / width, frame.height / height) / 1.6;
      const at = { x: column + width / 2, y: row + height / 2 };
      setView(moved({ zoom, ...at }, {}, frame));
    },
  };
}

function boxOf({ zoom, x, y }: View, frame: Frame): Box {
  const [width, height] = [frame.width / zoom, frame.height / zoom];
  return { column: x - width / 2, row: y - height / 2, width, height };
}
