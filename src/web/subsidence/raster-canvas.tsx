import { useEffect, useRef } from 'react';
import type { Cells } from './cells.js';
import { rampColour } from './ramp.js';

/** Pixels along the longer side at least, so that hatching is finer than a cell. */
const least = 1000;
/** Every so many dots along a row two are hatching. */
const hatching = 7;

/**
 * Cells as a picture: colours by the ramp, what is not tied hatched, what has no value left open. A cell that is not tied and has
 * no number is hatched alone; nothing is ever drawn as 0 that is not.
 */
export function RasterCanvas({ cells, limit }: { readonly cells: Cells; readonly limit: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = Math.max(1, Math.floor(least / Math.max(cells.width, cells.height)));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.putImageData(pictureOf(cells, limit, scale), 0, 0);
  }, [cells, limit, scale]);
  return (
    <canvas
      ref={canvas}
      width={cells.width * scale}
      height={cells.height * scale}
      // Cells that are as small as dots stay sharp; larger ones are made smaller without breaking up the hatching.
      style={{ imageRendering: scale === 1 ? 'pixelated' : 'auto' }}
      data-layer={cells.layer}
      data-date={cells.date ?? ''}
      aria-hidden="true"
    />
  );
}

function pictureOf({ width, height, values, ties }: Cells, limit: number, scale: number): ImageData {
  const picture = new ImageData(width * scale, height * scale);
  const dots = new Uint32Array(picture.data.buffer);
  const hatch = word(70, 74, 78);
  const bare = word(222, 222, 218);
  for (let cell = 0; cell < values.length; cell++) {
    const tie = ties[cell];
    if (tie === 0) continue;
    const value = values[cell] as number;
    const colour = Number.isNaN(value) ? bare : word(...rampColour(value, limit));
    const [left, top] = [(cell % width) * scale, Math.floor(cell / width) * scale];
    for (let y = top; y < top + scale; y++)
      for (let x = left; x < left + scale; x++)
        dots[y * width * scale + x] = tie === 2 && (x + y) % hatching < 2 ? hatch : colour;
  }
  return picture;
}

/** A dot as it lies in the memory of a picture. */
function word(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
