import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exists } from '../../../files/index.js';
import type { Grid } from '../../../locate/index.js';
import type { Workspace } from '../../workspace.js';
import { keepProject } from '../kept/create.js';
import type { GivenLabels, LabelFeature } from '../kept/labels.js';
import { openProject, projectsFolder, type VacantProject } from '../kept/project.js';
import { type MadeGround, type MadePlot, type MadeTown, madeTown } from './town.js';
import { writeTown } from './write-town.js';

/** Id of the worked example. */
export const exampleProject = 'example';

/** Stands in files that are taken away, where no page says it: in both languages, as a project has one label. */
const label = '人造示例，非实测 · made example, nothing measured';
const names: Readonly<Record<MadeGround, string>> = {
  vacant: '空闲地 vacant',
  built: '建筑 built',
  green: '绿地 green',
  road: '道路 road',
};
const size = { width: 512, height: 384 } as const;
const seed = 20_260_115;
/** Every so many plots are labelled, so that there is something to train with and more to label. */
const labelledEvery = 4;

/** The town lies in the open sea where equator and prime meridian meet, so that nobody takes it for a place. Cells of half a metre. */
const grid: Grid = {
  ...size,
  originX: 166_021,
  originY: 0,
  cellWidth: 0.5,
  cellHeight: -0.5,
  crs: 'EPSG:32631',
};

/**
 * The worked example: a made town with some labels. It is a project like others, which people may label and train; deleted, it is made
 * anew when somebody asks for it.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function vacantExample(ws: Pick<Workspace, 'options'>): Promise<VacantProject> {
  if (await exists(join(projectsFolder(ws), exampleProject)))
    return (await openProject(ws, exampleProject)).project;
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-town-'));
  try {
    const path = join(folder, 'town.tif');
    const town = madeTown(size.width, size.height, seed);
    await writeTown(path, town, grid);
    return await keepProject(ws, {
      path,
      id: exampleProject,
      label,
      image: 'made-town.tif',
      bands: ['red', 'green', 'blue'],
      made: true,
      labels: exampleLabels(town),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function exampleLabels({ plots }: MadeTown): GivenLabels {
  const chosen = plots.filter((_, at) => at % labelledEvery === 0);
  // Roads lie to the left of plots.
  const roads = chosen
    .filter((_, at) => at % 3 === 0)
    .map((plot): MadePlot => ({ ...plot, kind: 'road', column: plot.column - 8, width: 7 }));
  return {
    revision: 0,
    classes: Object.entries(names).map(([kind, name]) => ({ name, wanted: kind === 'vacant' })),
    features: [...chosen, ...roads].map(featureOf),
  };
}

function featureOf({ kind, column, row, width, height }: MadePlot, at: number): LabelFeature {
  const corners = [
    [column, row],
    [column + width, row],
    [column + width, row + height],
    [column, row + height],
    [column, row],
  ] as const;
  const ring = corners.map(
    ([x, y]) => [grid.originX + x * grid.cellWidth, grid.originY + y * grid.cellHeight] as const,
  );
  return {
    type: 'Feature',
    id: String(at + 1),
    properties: { class: names[kind] },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
