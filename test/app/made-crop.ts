import { type MadePlot, type MadeTown, madeTown } from '../../src/app/vacant-land/example/town.js';
import { writeTown } from '../../src/app/vacant-land/example/write-town.js';

/** A crop of a made town in a plane of metres: 192 × 192 cells of half a metre, four blocks of patches. */
export const cropGrid = {
  width: 192,
  height: 192,
  originX: 500_000,
  originY: 4_000_000,
  cellWidth: 0.5,
  cellHeight: -0.5,
  crs: 'EPSG:32650',
};

export const cropTown: MadeTown = madeTown(cropGrid.width, cropGrid.height, 7);

/** Writes the crop as a GeoTIFF. */
export function writeCrop(path: string): Promise<void> {
  return writeTown(path, cropTown, cropGrid);
}

/** A plot as a label in the coordinates of the crop. */
export function labelOf({ kind, column, row, width, height }: MadePlot, at: number) {
  const corners = [
    [column, row],
    [column + width, row],
    [column + width, row + height],
    [column, row + height],
    [column, row],
  ] as const;
  const ring = corners.map(([x, y]) => [500_000 + x / 2, 4_000_000 - y / 2] as const);
  return {
    type: 'Feature' as const,
    id: String(at + 1),
    properties: { class: kind as string },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
}

/** Classes of the crop; vacant ground is looked for. */
export const cropClasses = ['vacant', 'built', 'green'].map((name) => ({ name, wanted: name === 'vacant' }));

/** Labels of every plot but each third. */
export const cropLabels = cropTown.plots.filter((_, at) => at % 3 !== 0).map(labelOf);
