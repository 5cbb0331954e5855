import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerLand,
  landFromImage,
  ledger,
  type VacantLandAnswer,
  type VacantLandCall,
  vacantLand,
  vacantLandOptions,
} from '../../src/app/index.js';
import { openGeoTiff } from '../../src/files/index.js';
import { forestClassifier, readModel } from '../../src/locate/index.js';
import { madeRaster } from '../../src/locate/raster/testing/made-raster.js';
import { metreGrid } from '../../src/locate/vacant/testing/made-scene.js';
import { asOperator } from './caller.js';
import { collection, madeTown, quickly, townBox, townLabels, writeImage } from './made-town.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const town = await madeTown();
const out = join(town.folder, 'out');
const model = join(out, 'model.json');
const run = (more: Partial<VacantLandCall> = {}) =>
  vacantLand(ws, { image: town.image, ...quickly, ...more });
const codes = ({ issues }: VacantLandAnswer) => issues.map(({ code }) => code);
const fault = (more: Partial<VacantLandCall>) =>
  run(more).then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
let learnt: VacantLandAnswer;
beforeAll(async () => {
  learnt = await run({ labels: town.labels, out, group: 'coal' });
});

describe('vacant land learnt from labels', () => {
  it('finds every plot and tells its error on blocks that were held out', () => {
    expect(learnt.model).toMatchObject({
      trained: true,
      classes: ['other', 'vacant'],
      bands: ['red', 'green', 'blue'],
      lookedFor: ['vacant'],
      group: 'coal',
      cellM: 1,
      patchM: 2,
      labelled: { other: 864, vacant: 432 },
    });
    const { accuracy, polygons, rate } = learnt;
    expect(accuracy).toMatchObject({ by: 'held-out', blocks: 12, patches: 1296, blockM: 24, gapM: 2 });
    expect(accuracy?.folds.map(({ blocks, patches }) => [blocks, patches])).toEqual([
      [4, 432],
      [4, 432],
      [4, 432],
    ]);
    expect(accuracy?.confusion.flat().reduce((sum, count) => sum + count)).toBe(1296);
    const { value, low, high } = accuracy?.f1.vacant ?? {};
    expect(value).toBeGreaterThan(0.95);
    expect(low).toBeLessThanOrEqual(value as number);
    expect(high).toBeGreaterThanOrEqual(value as number);
    expect(polygons).toHaveLength(12);
    for (const { areaM2, confidence } of polygons) {
      expect(Math.abs(areaM2 - 144)).toBeLessThan(45);
      expect(confidence).toBeGreaterThan(0.8);
    }
    expect(rate).toMatchObject({ of: 'image', polygons: 12, screened: 0 });
    expect(rate.judgedM2).toBeCloseTo(96 * 72, 6);
    expect(rate.vacantM2).toBeCloseTo(
      polygons.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      6,
    );
    expect(rate.rate).toBeCloseTo(0.25, 1);
    expect(rate.polygonsPerKm2).toBeCloseTo(12 / 0.006912, 6);
  });

  it('names blocks for further labels, the least certain first, in degrees', () => {
    const { labelNext } = learnt;
    expect(labelNext).toHaveLength(12);
    for (const { uncertainty, unlabelled, box } of labelNext) {
      expect(unlabelled).toBe(36);
      expect(uncertainty).toBeGreaterThanOrEqual(0);
      expect(box[0]).toBeCloseTo(117, 1);
      expect(box[2] - box[0]).toBeCloseTo(24 / 90_000, 4);
      expect(box[1]).toBeLessThan(box[3]);
    }
    expect(labelNext[0]?.uncertainty).toBeGreaterThanOrEqual(labelNext[11]?.uncertainty as number);
  });

  it('writes model, probabilities, map, tables, report and answer', async () => {
    expect(readdirSync(out).toSorted()).toEqual([
      'accuracy.csv',
      'confusion.csv',
      'folds.csv',
      'label_next.csv',
      'model.json',
      'polygons.csv',
      'polygons.geojson',
      'probability.tif',
      'report.html',
      'vacant-land.json',
      'vacant-land.xlsx',
    ]);
    expect(learnt.files).toHaveLength(11);
    const raster = await openGeoTiff(join(out, 'probability.tif'));
    expect([raster.bands, raster.bandNames, raster.grid.width, raster.grid.crs]).toEqual([
      2,
      ['other', 'vacant'],
      48,
      'EPSG:32650',
    ]);
    const whole = { column: 0, row: 0, width: 48, height: 36 };
    const [other, vacant] = [await raster.read(whole, 0), await raster.read(whole, 1)];
    await raster.close();
    for (const [at, share] of other.entries()) expect(share + (vacant[at] as number)).toBeCloseTo(1, 6);
    const { features } = JSON.parse(readFileSync(join(out, 'polygons.geojson'), 'utf8')) as {
      features: { id: string; properties: Record<string, unknown> }[];
    };
    expect(features[0]?.properties).toMatchObject({
      id: learnt.polygons[0]?.id,
      class: 'vacant',
      area_m2: learnt.polygons[0]?.areaM2,
      screened: '',
    });
    const table = readFileSync(join(out, 'confusion.csv'), 'utf8').trim().split('\n');
    expect(table[0]).toContain('label,other,vacant');
    const report = readFileSync(join(out, 'report.html'), 'utf8');
    expect(report).toMatch(/How right it is[\s\S]*1296 labelled patches in 12 blocks/);
    expect(report).not.toMatch(/NaN|undefined|\[object/);
    expect(readModel(readFileSync(model, 'utf8'), 'm').ground?.boxes).toHaveLength(12);
  });

  it('answers alike for equal seeds', async () => {
    const again = await run({ labels: town.labels, group: 'coal' });
    expect({ ...again, files: learnt.files }).toEqual(learnt);
  });

  it('takes the files of an earlier run away, and those of nobody else', async () => {
    const twice = join(town.folder, 'twice');
    await run({ model, out: twice, labels: town.labels, parcels: town.labels });
    writeFileSync(join(twice, 'notes.txt'), 'mine');
    writeFileSync(join(twice, 'accuracy.csv'), 'mine too');
    await run({ model, out: twice });
    const left = readdirSync(twice);
    expect(left).toEqual(expect.arrayContaining(['notes.txt', 'accuracy.csv', 'polygons.csv']));
    for (const gone of ['parcels.csv', 'parcels.geojson', 'confusion.csv']) expect(left).not.toContain(gone);
  });
});

describe('vacant land told by a model', () => {
  it('is the same as when it was learnt, without an error where nobody gave labels', async () => {
    const told = await run({ model });
    expect(told.polygons).toEqual(learnt.polygons);
    expect(told).toMatchObject({ accuracy: null, model: { trained: false, group: 'coal', labelled: null } });
    expect(codes(told)).toEqual([]);
  });

  it('is judged by labels, and told where it has learnt from them', async () => {
    const told = await run({ model, labels: town.labels });
    expect(told.accuracy).toMatchObject({
      by: 'given-model',
      patches: 1296,
      blocks: 12,
      gapM: null,
      folds: [],
    });
    expect(told.accuracy?.f1.vacant?.value).toBeGreaterThan(
      (learnt.accuracy?.f1.vacant?.value as number) - 0.01,
    );
    expect(codes(told)).toEqual(['VACANT_LEARNT_GROUND']);
    // Ground to the east that it has not seen.
    const grid = { ...metreGrid(96, 72), originX: 500_096 };
    const path = join(town.folder, 'east.tif');
    const source = await openGeoTiff(town.image);
    await writeImage(path, { ...source, grid }, ['red', 'green', 'blue']);
    await source.close();
    const features = structuredClone(townLabels) as { geometry: { coordinates: number[][][] } }[];
    for (const { geometry } of features)
      geometry.coordinates = geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + 96, y]));
    const labels = town.put('east.geojson', collection(features));
    const east = await run({ model, image: path, labels });
    expect(codes(east)).toEqual([]);
    expect(east.accuracy?.confusion).toEqual(told.accuracy?.confusion);
  });

  it('takes bands by their names', async () => {
    const source = await openGeoTiff(town.image);
    const turned = {
      ...source,
      read: (window: Parameters<typeof source.read>[0], band: number) => source.read(window, 2 - band),
    };
    const path = join(town.folder, 'turned.tif');
    await writeImage(path, turned, ['blue', 'green', 'red']);
    const bare = join(town.folder, 'bare.tif');
    await writeImage(bare, turned);
    await source.close();
    expect((await run({ model, image: path })).polygons).toEqual(learnt.polygons);
    expect((await run({ model, image: bare, bands: 'blue,green,red' })).polygons).toEqual(learnt.polygons);
    // Without names they are taken as they come.
    expect((await run({ model, image: bare })).polygons).not.toEqual(learnt.polygons);
    expect(await fault({ model, image: bare, bands: 'blue,green,nir' })).toMatch(
      /^VACANT_BANDS: .*red, green, blue/,
    );
    expect(await fault({ model, image: bare, bands: 'blue,green' })).toMatch(/^VACANT_BANDS/);
    const unnamed = await run({ labels: town.labels, image: bare });
    expect(unnamed.model.bands).toEqual(['band1', 'band2', 'band3']);
    expect(codes(unnamed)).toContain('VACANT_BANDS_UNNAMED');
    const two = await run({ labels: town.labels, image: bare, bands: 'blue,-,red' });
    expect(two.model.bands).toEqual(['blue', 'red']);
  });

  it('warns of cells of another size and of another group of cities', async () => {
    const grid = { ...metreGrid(96, 72), cellWidth: 2, cellHeight: -2 };
    const path = join(town.folder, 'coarse.tif');
    await writeImage(
      path,
      madeRaster(grid, (column) => column, 3),
    );
    const told = await run({ model, image: path, group: 'oil' });
    const text = (code: string) => told.issues.find((one) => one.code === code)?.message.en;
    expect(text('VACANT_CELL')).toContain('cells of 2.00 m, the model has learnt from cells of 1.00 m');
    expect(text('VACANT_GROUP')).toContain('the group oil, the model is for coal');
  });

  it('does not depend on the windows in which the image is read', async () => {
    const image = await openGeoTiff(town.image);
    const classifier = forestClassifier(readModel(readFileSync(model, 'utf8'), 'm'));
    const cut = { ...classifier, predict: (source: typeof image) => classifier.predict(source, { side: 7 }) };
    const options = vacantLandOptions(quickly, ws);
    const none = { labels: null, parcels: null, builtUp: null, population: null, nightLight: null };
    const found = await landFromImage({ image, classifier: cut, ...none }, options);
    await image.close();
    expect(found.answer.polygons).toEqual(learnt.polygons);
    const whole = await answerLand({
      ...none,
      image: { path: town.image, name: 'town' },
      model: { name: 'm', text: readFileSync(model, 'utf8') },
      options,
    });
    expect(whole.probabilities).toEqual(found.probabilities);
  });
});

describe('what stands beside the polygons', () => {
  it('screens out where people live or light is, each with its figure', async () => {
    // 36 persons on each cell of 24 m in the first two columns of fields: 62,500 by km².
    const population = await town.raster('persons.tif', 24, (column) => (column < 2 ? 36 : 0));
    const nightLight = await town.raster('light.tif', 24, (column, row) =>
      column === 3 ? Number.NaN : row === 0 ? 20 : 1,
    );
    const told = await run({ model, population, maxPopulation: 1000, nightLight, maxLight: 5 });
    const outside = told.polygons.filter(({ screened }) => screened.length > 0);
    expect(told.polygons).toHaveLength(12);
    expect(outside.map(({ screened }) => screened.join(' ')).toSorted()).toEqual([
      'night_light',
      'population',
      'population',
      'population',
      'population',
      'population night_light',
      'population night_light',
    ]);
    const west = told.polygons.toSorted((a, b) => a.lon - b.lon).slice(0, 3);
    for (const { personsPerKm2 } of west) expect(personsPerKm2).toBeCloseTo(62_500, 6);
    expect(told.rate).toMatchObject({ polygons: 5, screened: 7 });
    expect(told.rate.screenedM2).toBeCloseTo(
      outside.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      6,
    );
    expect(told.issues.find(({ code }) => code === 'VACANT_SCREEN_MISSING')?.message.en).toMatch(/3 of 12/);
    // Without a limit figures are told and nothing is taken out.
    const open = await run({ model, population });
    expect(open.polygons.filter(({ personsPerKm2 }) => (personsPerKm2 ?? 0) > 0)).toHaveLength(6);
    expect(open.rate.screened).toBe(0);
    expect(await fault({ model, maxPopulation: 1000 })).toMatch(
      /^CALL_OPTION: option --population.*--max-population/,
    );
    expect(await fault({ model, maxLight: 5 })).toMatch(/^CALL_OPTION: option --night-light/);
  });

  it('tells the vacant share of plots by exact cover, and of the built-up area', async () => {
    const plots = [
      { type: 'Feature', properties: { id: 'field' }, geometry: townBox(0, 0, 24, 24) },
      { type: 'Feature', properties: { id: 'green' }, geometry: townBox(1, 1, 8, 8) },
      { type: 'Feature', properties: { id: 'half outside' }, geometry: townBox(-12, 0, 24, 24) },
      { type: 'Feature', properties: { id: 'away' }, geometry: townBox(500, 500, 9, 9) },
    ];
    const parcels = town.put('plots.geojson', collection(plots));
    const builtUp = town.put(
      'built.geojson',
      collection([plots[0], plots[0]].map((one) => ({ ...one, properties: {} })) as object[]),
    );
    const folder = join(town.folder, 'plots');
    const told = await run({ model, parcels, builtUp, out: folder, minArea: 0 });
    const [field, green, half, away] = told.parcels ?? [];
    const raster = await openGeoTiff(join(folder, 'probability.tif'));
    const shares = await raster.read({ column: 0, row: 0, width: 12, height: 12 }, 1);
    await raster.close();
    const vacantM2 = 4 * shares.filter((share) => share > 0.5).length;
    expect(field).toMatchObject({ parcel: 'field', judgedShare: 1 });
    expect(field?.judgedM2).toBeCloseTo(576, 6);
    expect(field?.vacantM2).toBeCloseTo(vacantM2, 6);
    expect(field?.vacantShare).toBeCloseTo(vacantM2 / 576, 9);
    expect(green).toMatchObject({ vacantM2: 0, vacantShare: 0 });
    expect(half?.judgedShare).toBeCloseTo(0.5, 9);
    expect(away).toMatchObject({ judgedM2: 0, vacantShare: null, judgedShare: 0 });
    // Drawn twice it is built up once.
    expect(told.rate.of).toBe('built-up');
    expect(told.rate.judgedM2).toBeCloseTo(576, 6);
    expect(told.rate.vacantM2).toBeCloseTo(field?.vacantM2 as number, 6);
    const map = JSON.parse(readFileSync(join(folder, 'parcels.geojson'), 'utf8')) as { features: object[] };
    expect(map.features).toHaveLength(4);
    expect(readFileSync(join(folder, 'parcels.csv'), 'utf8')).toMatch(/\naway,,0,0,0\n/);
  });

  it('opens a finding for each polygon, once, however its border moves', async () => {
    // People live everywhere but in the west: what a screen takes out is no finding.
    const population = await town.raster('east.tif', 24, (column) => (column === 0 ? 0 : 36));
    const asked = { findings: '鹤岗', access: asOperator, period: '2025', population, maxPopulation: 40_000 };
    const first = await run({ model, out, ...asked });
    const open = first.polygons.filter(({ screened }) => screened.length === 0);
    expect(open).toHaveLength(3);
    expect(first.findings?.opened).toHaveLength(3);
    const rows = (await ledger(ws, {}, asOperator)).filter(({ about }) => about === 'vacant_land');
    expect(rows).toHaveLength(3);
    const largest = rows.find(({ place }) => place === open[0]?.id);
    expect(largest).toMatchObject({
      level: 'block',
      unit: 'm2',
      light: 'yellow',
      value: open[0]?.areaM2,
      label: { zh: '空地' },
    });
    expect(largest?.note).toMatch(/影像判别为“vacant”[\s\S]*Told from an image/);
    expect(largest?.evidence[0]).toBe(`${join(out, 'polygons.geojson')}#${largest?.place}`);
    const saved = JSON.parse(readFileSync(join(out, 'vacant-land.json'), 'utf8')) as VacantLandAnswer;
    expect(saved.findings?.opened).toHaveLength(3);
    const again = await run({ model, probability: 0.9, ...asked });
    expect(again.findings?.opened).toEqual([]);
    expect(new Set(again.findings?.known)).toEqual(new Set(first.findings?.opened));
    expect(await fault({ model, findings: '鹤岗', access: asOperator })).toMatch(
      /^CALL_OPTION: option --period/,
    );
    expect(await fault({ model, findings: 'Atlantis', access: asOperator, period: '2025' })).toMatch(
      /^CITY_UNKNOWN/,
    );
  });
});

it('leaves no trace of a run that failed', async () => {
  const folder = join(town.folder, 'never');
  expect(await fault({ labels: town.labels, out: folder, lookFor: 'water' })).toMatch(
    /^CALL_OPTION: option --look-for.*water.*other, vacant/,
  );
  expect(existsSync(join(folder, 'model.json'))).toBe(false);
});
