import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisorderCall, disorder, finding, streetPlan } from '../../src/app/index.js';
import { seededRandom } from '../../src/base/index.js';
import { disorderTables, planTables } from '../../src/cli/disorder-tables.js';
import { madePng } from '../../src/files/picture/testing/made-picture.js';
import { planSamples } from '../../src/locate/index.js';
import { madeTensors, tensorFile } from '../../src/locate/street-model/testing/made-tensors.js';
import { makeStreets } from '../../tools/made-streets.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/** Twelve made streets of known length, six pictures each; how disorderly a street is was drawn for it. */

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-disorder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const put = (name: string, rows: readonly (readonly (string | number)[])[] | string) => {
  writeFileSync(at(name), typeof rows === 'string' ? rows : rows.map((row) => row.join(',')).join('\n'));
  return at(name);
};
const made = makeStreets(7, 12);
const names = [...made.lengths.keys()];
const elements = ['litter', 'facade_damaged', 'shop_empty', 'surface_broken', 'wires_messy'];
/** Seen in the first so many of six pictures. */
const bad = (street: number) => street % 7;
const head = ['image', 'segment', 'element', 'present'];
const sightings = (of: (street: number) => number) =>
  names.flatMap((name, street) =>
    [0, 1, 2, 3, 4, 5].flatMap((picture) =>
      elements.map((element) => [`${name}-${picture}`, name, element, Number(picture < of(street))]),
    ),
  );

beforeAll(() => {
  put('streets.geojson', JSON.stringify(made.geojson));
  put('scores.csv', [[...head, 'year'], ...sightings(bad).map((row) => [...row, 2024])]);
  put('reference.csv', [head, ...sightings((street) => street % 4)]);
});
const usual = (): DisorderCall => ({
  scores: at('scores.csv'),
  streets: at('streets.geojson'),
  reference: at('reference.csv'),
});

describe('disorder of streets', () => {
  it('is the share of pictures with disorder, by length over the city', async () => {
    const { segments, city, agreement } = await disorder(ws, usual());
    for (const [street, { segment, score, lengthM }] of segments.entries()) {
      expect(segment).toBe(names[street]);
      expect(score).toBeCloseTo(bad(street) / 6, 12);
      expect(lengthM).toBeCloseTo(made.lengths.get(segment) as number, 6);
    }
    const whole = names.reduce(
      (sum, name, street) => sum + (made.lengths.get(name) as number) * (bad(street) / 6),
      0,
    );
    expect(city).toMatchObject({ byLength: true, scored: 12, images: 72, years: [2024, 2024] });
    expect(city.score).toBeCloseTo(whole / made.totalM, 9);
    expect(city.lengthM).toBeCloseTo(made.totalM, 6);
    // Three of 0, 1, 2, 3 of six pictures each: the quantile 0.75 of them is 2.25 of six.
    expect(city.reference?.threshold).toBeCloseTo(2.25 / 6, 12);
    const above = names.filter((_, street) => bad(street) > 2.25);
    const length = above.reduce((sum, name) => sum + (made.lengths.get(name) as number), 0);
    expect(city.reference?.shareAbove).toBeCloseTo(length / made.totalM, 9);
    expect(agreement).toBeNull();
  });

  it('writes the segments as table and map, and each above the reference into the ledger once', async () => {
    const call = { ...usual(), out: at('out'), findings: '230400', access: asOperator };
    const first = await disorder(ws, call);
    expect(first.files.map(({ path }) => path)).toEqual([at('out/segments.csv'), at('out/segments.geojson')]);
    expect(readFileSync(at('out/segments.csv'), 'utf8').split('\n').length).toBe(14);
    const map = JSON.parse(readFileSync(at('out/segments.geojson'), 'utf8')) as {
      features: readonly { properties: Record<string, unknown>; geometry: { coordinates: number[][] } }[];
    };
    expect(map.features[6]?.properties).toMatchObject({ segment: 's007', score: 1, above: true });
    expect(map.features[0]?.geometry.coordinates[0]?.[0]).toBeCloseTo(123, 0);
    const above = first.segments.filter((one) => one.above === true).length;
    expect(first.findings?.opened.length).toBe(above);
    const row = await finding(ws, first.findings?.opened[0] as string, asOperator);
    expect(row).toMatchObject({
      subject: 'ground',
      about: 'disorder',
      period: '2024',
      unit: 'share',
      light: 'yellow',
    });
    expect(row.label.zh).toBe('街道失序');
    expect(row.lon).toBeCloseTo(123, 0);
    const again = await disorder(ws, call);
    expect(again.findings).toEqual({ opened: [], known: first.findings?.opened });
    expect(disorderTables(first, 'zh', (id) => id)).toContain(`新登记 ${above} 项`);
  });

  it('tells how auditors agree, and warns below the least kappa', async () => {
    const rows = sightings(bad).flatMap(([image, segment, element, present], turn) => [
      [image, segment, element, present, 'a'],
      [image, segment, element, turn % 3 === 0 ? 1 - Number(present) : present, 'b'],
    ]);
    const file = put('two.csv', [[...head, 'auditor'], ...(rows as (string | number)[][])]);
    const { agreement, issues } = await disorder(ws, { scores: file });
    const all = agreement?.at(-1);
    expect(all).toMatchObject({ element: 'all', images: 360, auditors: 2 });
    expect(all?.kappa).toBeGreaterThan(0.2);
    expect(all?.kappa).toBeLessThan(0.5);
    expect(issues.map(({ code }) => code)).toEqual(['DISORDER_LENGTHS_NONE', 'DISORDER_AGREEMENT']);
  });

  it('calibrates the numbers of a model with ratings, and leaves out what they do not foretell', async () => {
    const random = seededRandom(3);
    const numbers = names.flatMap((name, street) =>
      [0, 1, 2, 3, 4, 5].flatMap((picture) => [
        [`${name}-${picture}`, name, 'litter', Number(picture < bad(street)) * 0.3 + 0.3 * random()],
        [`${name}-${picture}`, name, 'wires_messy', random()],
      ]),
    );
    const ratings = sightings(bad)
      .filter(([, , element]) => element === 'litter' || element === 'wires_messy')
      .filter(([, segment]) => String(segment) < 's009')
      .map(([image, , element, present]) => [image as string, element as string, present as number]);
    const { calibration, segments, issues } = await disorder(ws, {
      scores: put('model.csv', [head, ...(numbers as (string | number)[][])]),
      ratings: put('ratings.csv', [['image', 'element', 'present'], ...ratings]),
      minimumCoverage: 0,
    });
    const [litter, wires] = calibration ?? [];
    expect(litter).toMatchObject({ element: 'litter', from: 'scores', used: true, images: 48, groups: 8 });
    expect(litter?.skill).toBeGreaterThan(0.5);
    expect(wires).toMatchObject({ element: 'wires_messy', used: false });
    expect(issues.map(({ code }) => code)).toContain('DISORDER_CALIBRATION');
    // Streets that nobody rated are scored too, and the worst of them is worse than the best.
    expect(segments.length).toBe(12);
    expect(segments[11]?.score).toBeGreaterThan(0.5);
    expect(segments[11]?.dimensions).toMatchObject({ infrastructure: null });
  });

  it('cuts pictures into classes with weights that the user gives, and scores nothing without ratings', async () => {
    const random = seededRandom(9);
    const rows = [[0, ...Array.from({ length: 96 }, () => Math.floor(random() * 256))]];
    put('weights.safetensors', '');
    writeFileSync(at('weights.safetensors'), tensorFile(madeTensors(2)));
    const pictures = mkdtempSync(join(folder, 'pictures-'));
    for (const name of ['p', 'q', 'r'])
      writeFileSync(join(pictures, `${name}.png`), madePng({ width: 32, height: 1, colour: 2, rows }));
    const places = put('places.csv', 'image,segment\np,s001\nq.png,s002\nz,s003\n');
    const call = { images: pictures, weights: at('weights.safetensors'), places, out: at('cut') };
    const { shares, segments, issues, files } = await disorder(ws, call);
    expect(shares?.images).toBe(2);
    expect(Object.values(shares?.classes ?? {}).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    expect(segments).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'STREET_TRAINED',
        'DISORDER_UNPLACED',
        'DISORDER_IMAGES_LACKING',
        'DISORDER_UNCALIBRATED',
      ]),
    );
    expect(files.map(({ path }) => path)).toEqual([at('cut/shares.csv')]);
    // The table that was written is one that is read.
    const read = await disorder(ws, { shares: at('cut/shares.csv') });
    expect(read.shares?.classes.road).toBeCloseTo(shares?.classes.road as number, 9);
  });
});

describe('a sampling plan', () => {
  it('covers a network of known length', async () => {
    const found = await streetPlan(ws, { streets: at('streets.geojson'), out: at('plan') });
    expect(found.lengthM).toBeCloseTo(made.totalM, 6);
    const points = names.reduce((sum, name) => sum + Math.ceil((made.lengths.get(name) as number) / 50), 0);
    expect(found).toMatchObject({ streets: 12, spacingM: 50, points, pictures: 4 * points, coverage: null });
    const table = readFileSync(at('plan/pictures.csv'), 'utf8').trim().split('\n');
    expect(table.length).toBe(1 + 4 * points);
    expect(planTables(found, 'en')).toContain(`${points} points`);
  });

  it('leaves no place of a street further from its points than half the spacing', () => {
    const { features } = made.geojson as {
      features: readonly { id: string; geometry: { coordinates: readonly (readonly [number, number])[] } }[];
    };
    for (const { id, geometry } of features) {
      const line = Float64Array.from(geometry.coordinates.flat());
      const { points, totalM } = planSamples([{ id, lines: [line] }], 50, 'plane');
      const along = points.map(({ atM }) => atM);
      expect(along[0]).toBeLessThanOrEqual(25);
      expect(totalM - (along.at(-1) as number)).toBeLessThanOrEqual(25 + 1e-9);
      for (const [at, one] of along.slice(1).entries())
        expect(one - (along[at] as number)).toBeLessThanOrEqual(50 + 1e-9);
      for (const { x, y } of points) expect(distanceTo(geometry.coordinates, x, y)).toBeLessThan(1e-6);
    }
  });

  it('tells the gaps that pictures leave, by season', async () => {
    const { features } = JSON.parse(readFileSync(at('plan/points.geojson'), 'utf8')) as {
      features: readonly { properties: { street: string }; geometry: { coordinates: number[] } }[];
    };
    const taken = features
      .filter(({ properties }) => properties.street < 's005')
      .map(({ geometry }, turn) => [...geometry.coordinates, turn % 2 === 0 ? 6 : 1]);
    const file = put('taken.csv', [['lon', 'lat', 'month'], ...taken]);
    const call = { streets: at('streets.geojson'), taken: file };
    const all = await streetPlan(ws, call);
    expect(all.coverage).toMatchObject({
      pictures: taken.length,
      points: taken.length,
      complete: taken.length,
    });
    const length = names.slice(0, 4).reduce((sum, name) => sum + (made.lengths.get(name) as number), 0);
    expect(all.coverage?.lengthShare).toBeCloseTo(length / made.totalM, 9);
    expect(all.issues.map(({ code }) => code)).toEqual(['DISORDER_SEASON']);
    const summer = await streetPlan(ws, { ...call, months: '5-9' });
    expect(summer.coverage?.points).toBe(Math.ceil(taken.length / 2));
    expect(summer.coverage?.leftOut).toBe(Math.floor(taken.length / 2));
    expect(summer.issues).toEqual([]);
  });
});

/** Distance of a position from a line, m. */
function distanceTo(line: readonly (readonly [number, number])[], x: number, y: number): number {
  return Math.min(
    ...line.slice(1).map(([toX, toY], at) => {
      const [fromX, fromY] = line[at] as readonly [number, number];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const share = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
      const inside = Math.min(1, Math.max(0, share));
      return Math.hypot(x - fromX - inside * dx, y - fromY - inside * dy);
    }),
  );
}

describe('bad input of disorder', () => {
  const row = 's1-1,s1,litter,1';
  it.each<readonly [string, string, RegExp]>([
    ['no column', 'image,segment,element\na,b,litter', /heading: .* image, segment, element, present/],
    ['no rows', 'image,segment,element,present', /no rows/],
    ['an unknown element', 'image,segment,element,present\na,b,literature,1', /DISORDER_ELEMENT.*literature/],
    ['a share above 1', 'image,segment,element,present\na,b,litter,2', /row 2, column present.*2.*0 to 1/],
    ['text for a number', 'image,segment,element,present\na,b,litter,often', /often/],
    ['a picture without name', 'image,segment,element,present\n,b,litter,1', /row 2, column image/],
    ['the same twice', `image,segment,element,present\n${row}\n${row}`, /s1-1 twice/],
    [
      'a picture on two segments',
      `image,segment,element,present\n${row}\ns1-1,s2,soil,1`.replace('soil', 'shop_empty'),
      /s1, as in a row before/,
    ],
  ])('refuses %s', async (_, text, said) => {
    await expect(disorder(ws, { scores: put('bad.csv', text), out: at('never') })).rejects.toThrow(said);
  });

  it.each<readonly [string, DisorderCall, RegExp]>([
    ['nothing', {}, /--scores, --shares or --images/],
    ['a join', { join: 'median' }, /--join.*median.*max, mean/],
    ['a coverage', { minimumCoverage: 2 }, /--minimum-coverage/],
    ['a form', { calibration: 'cubic' }, /--calibration/],
    ['a list', { scores: 'x', list: 'none' }, /--list.*streets/],
    ['pictures without weights', { images: 'x' }, /--weights/],
    ['weights without pictures', { weights: 'x' }, /--images/],
    ['findings without a reference', { findings: '230400', access: asOperator }, /--reference/],
    ['findings without a folder', { findings: '230400', access: asOperator, reference: 'x' }, /--out/],
    [
      'findings of no city',
      { findings: 'Atlantis', access: asOperator, reference: 'x', out: 'y' },
      /CITY_UNKNOWN/,
    ],
    ['a file that is not there', { scores: 'nowhere.csv' }, /CALL_FILE_MISSING/],
  ])('refuses %s', async (_, call, said) => {
    await expect(disorder(ws, call)).rejects.toThrow(said);
  });

  it('refuses lengths, shares and places that cannot be', async () => {
    const scores = at('scores.csv');
    const lengths = (text: string) => disorder(ws, { scores, lengths: put('lengths.csv', text) });
    await expect(lengths('segment,length_m\ns001,-3')).rejects.toThrow(/length_m.*-3.*above 0/);
    await expect(lengths('segment,length_m\ns001,3\ns001,4')).rejects.toThrow(/s001 twice/);
    const { issues, city } = await lengths('segment,length_m\ns001,100');
    expect(issues.map(({ code }) => code)).toContain('DISORDER_LENGTHS_SOME');
    expect(city.lengthM).toBe(100);
    const shares = put('shares.csv', 'image,segment,road\na,b,1.2');
    await expect(disorder(ws, { shares })).rejects.toThrow(/road.*1.2/);
    const twice = put('shares.csv', 'image,segment,road\na,b,1\na,b,1');
    await expect(disorder(ws, { shares: twice })).rejects.toThrow(/a twice/);
    const places = put('places.csv', 'image,segment\nnone,s001\n');
    const call = { images: folder, weights: at('weights.safetensors'), places };
    await expect(disorder(ws, call)).rejects.toThrow(/--images/);
    const years = put('years.csv', `${[...head, 'year'].join()}\na,s,litter,1,2019\nb,s,litter,0,2024`);
    expect((await disorder(ws, { scores: years })).issues.map(({ code }) => code)).toContain(
      'DISORDER_YEARS',
    );
    const withoutYear = {
      scores,
      reference: at('reference.csv'),
      out: at('none'),
      findings: '230400',
      access: asOperator,
    };
    const none = put('none.csv', [head, ...sightings(bad)]);
    await expect(disorder(ws, { ...withoutYear, scores: none })).rejects.toThrow(/--period/);
  });

  it('refuses plans that cannot be', async () => {
    const plan = (more: object) => streetPlan(ws, { streets: at('streets.geojson'), ...more });
    await expect(plan({ spacing: 0 })).rejects.toThrow(/--spacing/);
    await expect(plan({ within: 'near' })).rejects.toThrow(/--within/);
    await expect(plan({ months: '0-13' })).rejects.toThrow(/--months/);
    await expect(plan({ hours: '9' })).rejects.toThrow(/--hours/);
    await expect(plan({ taken: put('taken-bad.csv', 'x,y\n1,2') })).rejects.toThrow(/lon, lat/);
    await expect(streetPlan(ws, { streets: put('no.geojson', '{}') })).rejects.toThrow(/FILE_FORMAT/);
  });
});
