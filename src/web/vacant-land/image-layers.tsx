import { useEffect, useState } from 'react';
import type { VacantProject } from '../../api/contract.js';
import { pathOf } from '../api.js';
import type { Box } from './use-view.js';

/** Time for which the view must stand still before a finer picture is asked for, ms. */
const pause = 200;
/** Pixels of a finer picture at most. */
const mostPixels = 1_000_000;

interface Picture extends Box {
  readonly href: string;
}

interface ImageLayersProps {
  /** Of the project in the API. */
  readonly path: string;
  readonly project: VacantProject;
  /** What is shown. */
  readonly box: Box;
}

/** The image: as a whole, and above it the part that is shown as fine as it can be seen. */
export function ImageLayers({ path, project: { grid, shown }, box }: ImageLayersProps) {
  const detail = useDetail(path, box, grid, shown.step);
  const across = Math.ceil(grid.width / shown.step) * shown.step;
  const down = Math.ceil(grid.height / shown.step) * shown.step;
  return (
    <>
      <image
        href={`${path}/picture`}
        width={across}
        height={down}
        preserveAspectRatio="none"
        data-picture="whole"
      />
      {detail !== null && (
        <image
          href={detail.href}
          x={detail.column}
          y={detail.row}
          width={detail.width}
          height={detail.height}
          preserveAspectRatio="none"
          data-picture="part"
        />
      )}
    </>
  );
}

/** The finer picture of what is shown, once it has come; null where the whole is as fine. */
function useDetail(path: string, box: Box, grid: VacantProject['grid'], coarse: number): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const asked = pictureFor(path, box, grid);
  const isFiner = asked !== null && asked.step < coarse;
  const { href = '', column = 0, row = 0, width = 0, height = 0 } = isFiner ? asked : {};
  useEffect(() => {
    if (href === '') return;
    let current = true;
    const timer = setTimeout(() => {
      const loaded = new Image();
      loaded.addEventListener('load', () => current && setPicture({ href, column, row, width, height }));
      loaded.src = href;
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [href, column, row, width, height]);
  return isFiner ? picture : null;
}

/** The picture for a part of the image; a part beyond the last whole pixel is drawn beyond the edge, where nothing is seen. */
function pictureFor(path: string, box: Box, grid: VacantProject['grid']) {
  const column = Math.max(0, Math.floor(box.column));
  const row = Math.max(0, Math.floor(box.row));
  const width = Math.min(grid.width, Math.ceil(box.column + box.width)) - column;
  const height = Math.min(grid.height, Math.ceil(box.row + box.height)) - row;
  if (width <= 0 || height <= 0) return null;
  let step = 1;
  while (Math.ceil(width / step) * Math.ceil(height / step) > mostPixels) step += 1;
  const window = [column, row, width, height].join(',');
  const size = { width: Math.ceil(width / step) * step, height: Math.ceil(height / step) * step };
  return {
    href: pathOf(`${path}/picture`, { window, pixels: String(mostPixels) }),
    column,
    row,
    ...size,
    step,
  };
}
