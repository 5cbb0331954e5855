import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type VacantLandAnswer,
  type VacantLandCall,
  vacantLand,
  vacantLandOptions,
} from '../../src/app/index.js';
import { expectRoom } from '../../src/app/vacant-land/labels.js';
import { madeRaster } from '../../src/locate/raster/testing/made-raster.js';
import { madeScene, metreGrid } from '../../src/locate/vacant/testing/made-scene.js';
import { collection, everyField, madeTown, quickly, townBox, townLabels, writeImage } from './made-town.js';
import { readingWorkspace } from './workspace.js';

/** Input at fault is told in one sentence; doubts are told beside the answer. */

const ws = await readingWorkspace();
const town = await madeTown();
const run = (more: Partial<VacantLandCall> = {}) =>
  vacantLand(ws, { image: town.image, labels: town.labels, ...quickly, ...more });
const fault = (more: Partial<VacantLandCall>) =>
  run(more).then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
const labels = (name: string, features: readonly object[], crs?: string | null) =>
  town.put(`${name}.geojson`, collection(features, crs));
const codes = ({ issues }: VacantLandAnswer) => issues.map(({ code }) => code);
const image = async (name: string, ...given: Parameters<typeof madeRaster>) => {
  const path = join(town.folder, name);
  await writeImage(path, madeRaster(...given));
  return path;
};

describe('an image at fault', () => {
  it('is empty, no TIFF, cut short or damaged', async () => {
    expect(await fault({ image: town.put('empty.tif', '') })).toMatch(/^RASTER_EMPTY/);
    expect(await fault({ image: town.put('text.tif', 'no image at all') })).toMatch(/^RASTER_NOT_TIFF/);
    const bytes = readFileSync(town.image);
    const cut = join(town.folder, 'cut.tif');
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
    expect(await fault({ image: cut })).toMatch(/^RASTER_(CUT_SHORT|DAMAGED)/);
    expect(await fault({ image: join(town.folder, 'none.tif') })).toMatch(/^CALL_FILE_MISSING/);
  });

  it('does not say where it lies', async () => {
    const nowhere = await image('nowhere.tif', { ...metreGrid(48, 48), crs: null }, () => 1, 3);
    expect(await fault({ image: nowhere })).toMatch(/^RASTER_CRS_MISSING: .*nowhere\.tif/);
  });

  it('is smaller than a patch, or too large to be held', async () => {
    const small = await image('small.tif', metreGrid(3, 3), () => 1, 3);
    expect(await fault({ image: small, patch: 4 })).toMatch(/^RASTER_SHAPE: .*3 × 3/);
    const huge = metreGrid(20_000, 20_000);
    expect(() => expectRoom('huge.tif', huge, 2)).toThrow(/^VACANT_LARGE: huge\.tif comes to 800000000/);
    expect(() => expectRoom('huge.tif', { ...huge, width: 5000, height: 5000 }, 4)).not.toThrow();
  });

  it('has no value anywhere', async () => {
    const blank = await image('blank.tif', metreGrid(96, 72), () => Number.NaN, 3);
    expect(await fault({ image: blank })).toMatch(/^VACANT_LABELS/);
  });
});

describe('labels at fault', () => {
  it('are no GeoJSON, have no class or a class too many', async () => {
    expect(await fault({ labels: town.put('no.geojson', '{"type":') })).toMatch(/^ZONES_NOT_JSON/);
    const bare = labels('bare', [{ type: 'Feature', properties: null, geometry: townBox(0, 0, 9, 9) }]);
    expect(await fault({ labels: bare })).toMatch(
      /^VACANT_LABELS: .*bare\.geojson, 1: found no property class/,
    );
    expect(await fault({ classProperty: 'kind' })).toMatch(/no property kind/);
    const line = {
      type: 'Feature',
      properties: { class: 'a' },
      geometry: { type: 'Point', coordinates: [1, 2] },
    };
    expect(await fault({ labels: labels('point', [line]) })).toMatch(/^ZONES_GEOMETRY: .*Point/);
  });

  it('lie elsewhere or in coordinates that nobody named', async () => {
    const moved = labels('moved', [{ ...(townLabels[0] as object), geometry: townBox(5000, 0, 9, 9) }]);
    expect(await fault({ labels: moved })).toMatch(/^VACANT_LABELS: .*no polygon in the image/);
    const unnamed = labels('unnamed', townLabels, null);
    expect(await fault({ labels: unnamed })).toMatch(/^LAND_CRS_UNKNOWN.*not in degrees/);
    const told = await run({ labels: unnamed, labelsCrs: 'EPSG:32650' });
    expect(told.polygons).toHaveLength(12);
    expect(await fault({ labelsCrs: 'Gauss' })).toMatch(/^CALL_OPTION: option --labels-crs/);
  });

  it('are of one class, or in one block', async () => {
    const one = labels('one', everyField('vacant', 12, 12));
    expect(await fault({ labels: one })).toMatch(/^VACANT_LABELS: .*one class/);
    const corner = labels('corner', [townLabels[0], townLabels[12]] as object[]);
    expect(await fault({ labels: corner })).toMatch(/^VACANT_LABELS: .*at least two blocks/);
    // A class that is in one block only cannot be learnt where that is held out.
    const lone = labels('lone', [townLabels[0] as object, ...everyField('other', 0, 0)]);
    expect(await fault({ labels: lone })).toMatch(/^VACANT_LABELS: .*one class or none outside a block/);
    expect(await fault({ labels: undefined as never })).toMatch(/^CALL_OPTION: option --labels/);
  });

  it('cross themselves, lie outside or on one another: told, and the rest is learnt', async () => {
    const [left, top] = [500_000, 4_000_000];
    const bow = [
      [left, top],
      [left + 6, top - 6],
      [left + 6, top],
      [left, top - 6],
      [left, top],
    ];
    const features = [
      ...townLabels,
      { type: 'Feature', properties: { class: 'other' }, geometry: { type: 'Polygon', coordinates: [bow] } },
      { type: 'Feature', properties: { class: 'other' }, geometry: townBox(12, 12, 4, 4) },
      { type: 'Feature', properties: { class: 'other' }, geometry: townBox(900, 0, 4, 4) },
    ];
    const told = await run({ labels: labels('crossed', features) });
    expect(codes(told)).toEqual(['ZONAL_CROSSING', 'VACANT_LABELS_OUTSIDE', 'VACANT_DISPUTED']);
    const text = (code: string) => told.issues.find((one) => one.code === code)?.message.en;
    expect(text('VACANT_LABELS_OUTSIDE')).toContain('1 of 39 polygons');
    expect(text('VACANT_DISPUTED')).toContain('4 of 1296 labelled patches');
    expect(told.polygons).toHaveLength(12);
  });

  it('may bear names twice or none, and classes under another name', async () => {
    const named = townLabels.map((one, at) => {
      const { properties, ...rest } = one as { readonly properties: { readonly class: string } };
      const kind = properties.class === 'vacant' ? '空地' : '';
      return { ...rest, id: at % 2, properties: { id: 7, kind } };
    });
    const told = await run({ labels: labels('named', named), classProperty: 'kind', labelClass: '其他' });
    expect(told.model).toMatchObject({ classes: ['其他', '空地'], lookedFor: ['空地'] });
    expect(told.polygons).toHaveLength(12);
  });
});

describe('a model at fault', () => {
  let text: string;
  const model = (name: string, content: string) => town.put(name, content);
  beforeAll(async () => {
    await run({ out: join(town.folder, 'model') });
    text = readFileSync(join(town.folder, 'model', 'model.json'), 'utf8');
  });

  it('is another kind, of another version or damaged', async () => {
    const asked = (content: string) => fault({ labels: undefined as never, model: model('m.json', content) });
    expect(await asked('{"type":"FeatureCollection"}')).toMatch(/^VACANT_MODEL: .*m\.json/);
    expect(await asked(text.slice(0, 200))).toMatch(/^VACANT_MODEL: .*no JSON/);
    expect(await asked(text.replace('"version":1', '"version":9'))).toMatch(/^VACANT_MODEL: .*version 9/);
    expect(await asked(text.replace('"vacant"', '"Vacant"'))).toMatch(/^VACANT_MODEL_CHANGED/);
  });

  it('does not know a class of the labels', async () => {
    const strange = labels('strange', [
      ...townLabels,
      { ...(townLabels[0] as object), properties: { class: 'water' } },
    ]);
    const asked = fault({ labels: strange, model: model('m.json', text) });
    expect(await asked).toMatch(/^VACANT_CLASS: .*water; it knows other, vacant/);
  });

  it('reads other bands', async () => {
    const path = join(town.folder, 'grey.tif');
    await writeImage(path, { ...madeScene(96, 72), bands: 1 });
    const asked = fault({ image: path, model: model('m.json', text) });
    expect(await asked).toMatch(/^VACANT_BANDS: .*grey\.tif has 1 bands; expected red, green, blue/);
  });
});

it('refuses options that mean nothing', () => {
  const option = (words: object) => () => vacantLandOptions(words, ws);
  for (const [words, name] of [
    [{ patch: 0 }, 'patch'],
    [{ patch: 2.5 }, 'patch'],
    [{ radii: '1,x' }, 'radii'],
    [{ folds: 1 }, 'folds'],
    [{ gap: -1 }, 'gap'],
    [{ leastCover: 2 }, 'least-cover'],
    [{ leastCover: 0 }, 'least-cover'],
    [{ probability: 'high' }, 'probability'],
    [{ minArea: -5 }, 'min-area'],
    [{ bands: 'red,red' }, 'bands'],
    [{ bands: '-,-' }, 'bands'],
    [{ lookFor: 'a,,b' }, 'look-for'],
    [{ crs: 'x' }, 'crs'],
  ] as const)
    expect(option(words)).toThrow(new RegExp(`^CALL_OPTION: option --${name}`));
  // The shipped limits are not set.
  expect(vacantLandOptions({}, ws)).toMatchObject({
    patch: 4,
    radii: [1, 3, 8, 16],
    minimumM2: 0,
    mostPersonsPerKm2: null,
    mostLight: null,
  });
});
