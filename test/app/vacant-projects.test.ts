import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createVacantProject,
  deleteVacantProject,
  saveVacantLabels,
  trainVacantProject,
  type VacantProject,
  vacantExample,
  vacantFile,
  vacantPicture,
  vacantProbability,
  vacantProject,
  vacantProjects,
  vacantTraining,
} from '../../src/app/index.js';
import { backupRuns, restoreRuns } from '../../src/app/kept-files.js';
import { whileTraining } from '../../src/app/vacant-land/kept/training.js';
import { openGeoTiff } from '../../src/files/index.js';
import { decodePng } from '../../src/files/picture/png.js';
import { readModel } from '../../src/locate/index.js';
import { asOperator } from './caller.js';
import { cropClasses, cropGrid, cropLabels, cropTown, writeCrop } from './made-crop.js';
import { testWorkspace } from './workspace.js';

/** Labelling projects: an image that is sent, labels that are saved by revision, training, and what is kept of it. */

const ws = await testWorkspace();
const folder = await mkdtemp(join(tmpdir(), 'afterlode-crop-'));
const path = join(folder, 'crop.tif');
const projects = join(ws.options.folder, 'vacant-land');
let project: VacantProject;

beforeAll(async () => {
  await writeCrop(path);
  const upload = { path, fileName: 'crop.tif', label: '北区 North', classes: 'vacant, built，green' };
  project = await createVacantProject(ws, upload, asOperator);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fault = ({ en }: { readonly en: string }) => new Error(en);
const picture = async (call: { window?: string; pixels?: number }) =>
  decodePng(await buffer(await vacantPicture(ws, project.id, call)), 1e6, fault);

describe('a project', () => {
  it('begins with an image, its bands by their usual names, and classes without labels', async () => {
    expect(project).toMatchObject({ label: '北区 North', image: 'crop.tif', made: false, grid: cropGrid });
    expect(project.id).toMatch(/^north-[0-9a-f]{8}$/);
    expect(project.bands).toEqual(['red', 'green', 'blue']);
    const { labels, result, grid, files } = await vacantProject(ws, project.id);
    expect(labels).toMatchObject({ revision: 0, classes: cropClasses, features: [] });
    expect([result, files.map(({ name }) => name)]).toEqual([null, ['labels.geojson']]);
    expect(grid.corners?.[0]?.[0]).toBeCloseTo(117, 3);
    // The same image under the same name is the same project, with its labels.
    const again = await createVacantProject(ws, { path, fileName: 'x.tif', label: '北区 North' }, asOperator);
    expect(again).toEqual(project);
    expect((await vacantProjects(ws)).map(({ id, polygons }) => [id, polygons])).toEqual([[project.id, 0]]);
  });

  it('has a picture: the whole, and windows as coarse as they must be', async () => {
    const whole = await picture({});
    expect([whole.width, whole.height]).toEqual([192, 192]);
    const part = await picture({ window: '16,32,40,20' });
    expect([part.width, part.height]).toEqual([40, 20]);
    const at = (column: number, row: number) => 3 * (row * 192 + column);
    expect(part.pixels.subarray(0, 120)).toEqual(whole.pixels.subarray(at(16, 32), at(56, 32)));
    const coarse = await picture({ pixels: 200 });
    expect([coarse.width, coarse.height]).toEqual([14, 14]);
    await expect(vacantPicture(ws, project.id, { window: '190,0,9,9' })).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: 'window',
    });
  });

  it.each([
    [{ label: ' ' }, 'label'],
    [{ bands: 'red,green' }, 'bands'],
    [{ bands: 'red,red,blue' }, 'bands'],
    [{ classes: 'vacant,vacant' }, 'classes'],
    [{ classes: 'vacant,' }, 'classes'],
  ])('is refused with %j', async (words, where) => {
    const upload = createVacantProject(ws, { path, fileName: 'crop.tif', ...words }, asOperator);
    await expect(upload).rejects.toMatchObject({ code: 'CALL_OPTION', where });
  });

  it('is refused without a reference system, and where the file is no image', async () => {
    const { writeTown } = await import('../../src/app/vacant-land/example/write-town.js');
    const bare = join(folder, 'bare.tif');
    await writeTown(bare, cropTown, { ...cropGrid, crs: null });
    const send = (file: string) => createVacantProject(ws, { path: file, fileName: 'sent.tif' }, asOperator);
    await expect(send(bare)).rejects.toMatchObject({ code: 'RASTER_CRS_MISSING', where: 'sent.tif' });
    const broken = join(folder, 'text.tif');
    writeFileSync(broken, 'no image');
    await expect(send(broken)).rejects.toMatchObject({ where: 'sent.tif' });
    expect(readdirSync(projects)).toEqual([project.id]);
  });
});

describe('labels', () => {
  const save = (more: object) =>
    saveVacantLabels(
      ws,
      project.id,
      { revision: 0, classes: cropClasses, features: [], ...more },
      asOperator,
    );

  it.each([
    [{ classes: [] }, 'CALL_OPTION', 'classes'],
    [{ classes: [{ name: ' a', wanted: true }] }, 'CALL_OPTION', 'classes'],
    [{ features: [{ ...cropLabels[0], properties: { class: 'water' } }] }, 'CALL_OPTION', 'class'],
    [{ features: [cropLabels[0], cropLabels[0]] }, 'ZONES_ID_TWICE', 'labels.geojson'],
  ])('are refused: %j', async (given, code, where) => {
    await expect(save(given)).rejects.toMatchObject({ code, where });
    expect((await vacantProject(ws, project.id)).labels.revision).toBe(0);
  });

  it('are saved by revision; of two who save upon the same one is refused and loses nothing', async () => {
    await expect(trainVacantProject(ws, project.id, {}, asOperator)).rejects.toMatchObject({
      code: 'VACANT_LABELS',
    });
    // Nobody knows who is first; the other one is told.
    const drawn = [cropLabels.slice(0, 2), cropLabels.slice(2, 3)];
    const saved = await Promise.allSettled(drawn.map((features) => save({ features })));
    const first = saved.findIndex(({ status }) => status === 'fulfilled');
    expect(saved[first]).toMatchObject({ value: { revision: 1 } });
    expect(saved[1 - first]).toMatchObject({ reason: { code: 'VACANT_LABELS_CHANGED' } });
    const { labels } = await vacantProject(ws, project.id);
    expect(labels.features).toEqual(drawn[first]);
    expect(await save({ revision: 1, features: cropLabels })).toMatchObject({ revision: 2 });
    // The file is what other programs read.
    const file = JSON.parse(readFileSync(join(projects, project.id, 'labels.geojson'), 'utf8')) as object;
    expect(file).toMatchObject({ type: 'FeatureCollection', crs: { properties: { name: 'EPSG:32650' } } });
  });
});

describe('training', () => {
  it('keeps accuracy, model, probabilities and polygons, which lie where the ground is vacant', async () => {
    const { at, revision, answer } = await trainVacantProject(ws, project.id, { minArea: 20 }, asOperator);
    expect([revision, answer.model.lookedFor]).toEqual([2, ['vacant']]);
    expect(answer.model.classes).toEqual(['built', 'green', 'vacant']);
    expect(answer.accuracy).toMatchObject({ by: 'held-out', blocks: 4 });
    expect(answer.accuracy?.f1.vacant?.value).toBeGreaterThan(0.7);
    expect(answer.polygons.every(({ areaM2 }) => areaM2 >= 20)).toBe(true);

    const kept = await vacantProject(ws, project.id);
    expect(kept).toMatchObject({ training: null, result: { at, revision, answer } });
    const names = kept.files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['labels.geojson', 'model.json', 'probability.tif', 'polygons.geojson']),
    );
    const { bytes, fileName } = await vacantFile(ws, project.id, 'model.json');
    expect(fileName).toBe(`${project.id}-model.json`);
    expect(readModel(await text(bytes), 'model').classes).toEqual(answer.model.classes);

    // Vacant plots that nobody labelled are told likelier than built ones.
    const shown = await vacantProbability(ws, project.id, 'vacant');
    expect([shown.step, shown.width, shown.height, shown.place.cellWidth]).toEqual([1, 48, 48, 2]);
    const percent = Buffer.from(shown.values, 'base64');
    const means = (kind: string) => {
      const plots = cropTown.plots.filter((plot, place) => plot.kind === kind && place % 3 === 0);
      const all = plots.map(({ column, row }) => percent[(row / 4 + 3) * 48 + column / 4 + 3] as number);
      return all.reduce((sum, one) => sum + one, 0) / all.length;
    };
    expect(means('vacant')).toBeGreaterThan(means('built') + 20);
    const source = await openGeoTiff(join(projects, project.id, 'result', 'probability.tif'));
    await source.close();
    expect(source.bandNames).toEqual(answer.model.classes);
  });

  it('opens findings where a city and a year are named, but not of made ground', async () => {
    const train = (words: object) => trainVacantProject(ws, project.id, words, asOperator);
    await expect(train({ findings: '鹤岗' })).rejects.toMatchObject({ where: '--period' });
    await expect(train({ findings: 'Atlantis', period: '2025' })).rejects.toMatchObject({
      code: 'CITY_UNKNOWN',
    });
    const { answer } = await train({ minArea: 100, findings: '鹤岗', period: '2025' });
    expect(answer.findings?.opened).toHaveLength(answer.polygons.length);
    expect(answer.findings?.opened[0]).toContain('finding/cn-230400/2025/ground.vacant_land');
    await vacantExample(ws);
    const made = trainVacantProject(ws, 'example', { findings: '鹤岗', period: '2025' }, asOperator);
    await expect(made).rejects.toMatchObject({ code: 'CALL_OPTION', where: 'findings' });
  });

  it('that fails leaves the result that was there', async () => {
    const { result, labels } = await vacantProject(ws, project.id);
    const one = cropLabels.filter(({ properties }) => properties.class === 'vacant');
    await saveVacantLabels(ws, project.id, { ...labels, features: one }, asOperator);
    await expect(trainVacantProject(ws, project.id, {}, asOperator)).rejects.toMatchObject({
      code: 'VACANT_LABELS',
    });
    expect((await vacantProject(ws, project.id)).result).toEqual(result);
    expect(readdirSync(join(projects, project.id)).toSorted()).toEqual(
      ['image.tif', 'labels.geojson', 'overview.png', 'project.json', 'result'].toSorted(),
    );
  });

  it('that runs is told, and lets nobody train or delete', async () => {
    await whileTraining({ folder: join(projects, project.id), project }, async (tell) => {
      tell(0.25);
      expect(await vacantTraining(ws, project.id)).toEqual({ share: 0.25 });
      for (const busy of [
        () => trainVacantProject(ws, project.id, {}, asOperator),
        () => deleteVacantProject(ws, project.id, asOperator),
      ])
        await expect(busy()).rejects.toMatchObject({ code: 'VACANT_PROJECT_BUSY' });
    });
    expect(await vacantTraining(ws, project.id)).toEqual({ share: null });
  });
});

describe('projects', () => {
  it('travel in a backup with all their files', async () => {
    const lines = gunzipSync(await buffer(backupRuns(ws)))
      .toString()
      .split('\n')
      .slice(0, -1);
    const all = readdirSync(projects, { recursive: true, withFileTypes: true });
    const files = all.filter((one) => one.isFile()).length;
    expect(JSON.parse(lines[0] ?? '')).toEqual({ afterlode_files: 2, files });
    const other = await testWorkspace();
    const restored = restoreRuns(other);
    await restored.read(Readable.from(lines));
    expect(await restored.settle()).toBe(2);
    await restored.clear();
    expect(readdirSync(join(other.options.folder, 'vacant-land'))).toEqual(['example', project.id]);
    expect(await vacantProject(other, project.id)).toEqual(await vacantProject(ws, project.id));
    const png = (of: typeof ws) =>
      readFileSync(join(of.options.folder, 'vacant-land', project.id, 'overview.png'));
    expect(png(other).equals(png(ws))).toBe(true);
  });

  it('can be the worked example, which is made once and says that it is made', async () => {
    const made = await vacantExample(ws);
    expect(made).toMatchObject({ id: 'example', made: true });
    const { labels, grid } = await vacantProject(ws, 'example');
    expect(new Set(labels.features.map(({ properties }) => properties.class)).size).toBe(4);
    // Nobody's place: at sea, where equator and prime meridian meet.
    for (const corner of grid.corners ?? []) expect(Math.hypot(...corner)).toBeLessThan(0.03);
    await saveVacantLabels(ws, 'example', { ...labels, features: labels.features.slice(1) }, asOperator);
    expect(await vacantExample(ws)).toEqual(made);
    expect((await vacantProject(ws, 'example')).labels.revision).toBe(1);
  });

  it('are deleted whole, and then unknown', async () => {
    await deleteVacantProject(ws, 'example', asOperator);
    expect(readdirSync(projects)).toEqual([project.id]);
    await expect(vacantProject(ws, 'example')).rejects.toMatchObject({ code: 'VACANT_PROJECT_UNKNOWN' });
  });

  it('that were not trained have no probabilities, and that are damaged are told by name', async () => {
    const bare = await createVacantProject(ws, { path, fileName: 'bare.tif' }, asOperator);
    await expect(vacantProbability(ws, bare.id, 'vacant')).rejects.toMatchObject({
      code: 'VACANT_NOT_TRAINED',
    });
    await expect(vacantProbability(ws, project.id, 'water')).rejects.toMatchObject({ where: 'class' });
    await expect(vacantFile(ws, bare.id, 'image.tif')).rejects.toMatchObject({ where: 'name' });
    writeFileSync(join(projects, bare.id, 'labels.geojson'), '{');
    await expect(vacantProject(ws, bare.id)).rejects.toMatchObject({ code: 'VACANT_PROJECT_DAMAGED' });
    expect((await vacantProjects(ws)).map(({ id }) => id)).toEqual([project.id]);
  });

  it.each(['nothing', '../vacant-land', '..', '.x.deleted', ''])('are not found by the id %j', async (id) => {
    await expect(vacantProject(ws, id)).rejects.toMatchObject({ code: 'VACANT_PROJECT_UNKNOWN' });
  });
});
