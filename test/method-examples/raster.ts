import { reproject, rowAreas } from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

/** Examples of docs/methods/locate/raster.md. */
export const rasterExamples: Examples = {
  'raster.area': ({ top, size }) => {
    const cell = {
      originX: 0,
      originY: top as number,
      cellWidth: size as number,
      cellHeight: -(size as number),
    };
    const [area] = rowAreas({ ...cell, width: 1, height: 1, crs: 'EPSG:4326' }, 'example');
    return (area as number) / 1e6;
  },
  'raster.bilinear': async ({ values, x, y }) => {
    const cells = column(values);
    const grid = { width: 2, height: 2, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
    const source = {
      name: 'example',
      grid,
      bands: 1,
      bandNames: [''],
      missing: null,
      block: { width: 2, height: 2 },
      read: () => Promise.resolve(cells),
      close: () => Promise.resolve(),
    };
    const one = { ...grid, width: 1, height: 1, originX: (x as number) - 0.5, originY: (y as number) - 0.5 };
    const raster = await reproject(source, one, 'bilinear');
    return (await raster.read({ column: 0, row: 0, width: 1, height: 1 }, 0))[0];
  },
};
