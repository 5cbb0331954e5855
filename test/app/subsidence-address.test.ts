import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence, zonal } from '../../src/app/index.js';
import type { AfterlodeError } from '../../src/base/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { fileOf, type MadeStack, madePairs, madeWavelength, madeWidth, stackMaker } from './made-radar.js';
import { type RangeServer, rangeServer, type ServerFault } from './range-server.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const makeStack = stackMaker();
let stack: MadeStack;
let server: RangeServer;
let broken: Readonly<Record<string, ServerFault>> = {};
beforeEach(async () => {
  broken = {};
  stack = makeStack();
  stack.put('info.json', `{"wavelength_m": ${madeWavelength}}`);
  server = await rangeServer(stack.folder, (path) => broken[basename(path)] ?? null);
});
afterEach(() => server.close());

const run = (place: string, out: string, more: Partial<SubsidenceCall> = {}) =>
  subsidence(ws, { stack: place, out, minimumObservations: 3, reference: '1,1,1', ...more });
const rates = (out: string) => readFileSync(join(out, 'rate_mm_yr.tif'));

describe('a stack at an address', () => {
  it('gives the same as in a folder, key of the address and all', async () => {
    // Coherence has no list of names there: the table says it.
    mkdirSync(join(stack.folder, 'cc'));
    const rows = madePairs.map((pair) => {
      const coherence = `${fileOf(pair)}.cc.tif`;
      stack.put(join('cc', coherence), smallTiff(madeWidth, Array<number>(48).fill(100 + pair.steps * 20)));
      return `${fileOf(pair)},${pair.first},${pair.second},${coherence}`;
    });
    stack.put('pairs.csv', ['file,first,second,coherence', ...rows].join('\n'));
    const here = await run(stack.folder, `${stack.out}-here`, { weights: 'coherence' });
    const there = await run(`${server.address}/?key=secret`, stack.out, { weights: 'coherence' });
    expect({ ...there, files: [] }).toEqual({ ...here, files: [] });
    expect(readFileSync(join(stack.out, 'subsidence.json'), 'utf8')).not.toContain('secret');
    expect(rates(stack.out)).toEqual(rates(`${stack.out}-here`));
    expect(new Set(server.keys())).toEqual(new Set(['?key=secret']));
  });

  it('may be a finished series, and a raster for zones', async () => {
    await run(stack.folder, join(stack.folder, 'series'));
    const again = await run(`${server.address}/series/cumulative_mm.tif`, stack.out, { reference: 'auto' });
    expect(again).toMatchObject({ pixels: 48, pairs: null });
    stack.put('zone.geojson', JSON.stringify(square));
    const { rows } = await zonal({
      raster: `${server.address}/series/tied.tif`,
      zones: join(stack.folder, 'zone.geojson'),
      stats: 'count,mean',
    });
    expect(rows).toEqual([{ zone: 'all', band: 1, bandName: 'tied', count: 4, mean: 1 }]);
  });

  const one = fileOf(madePairs[2] as (typeof madePairs)[number]);
  const faults: readonly (readonly [file: string, fault: ServerFault, code: string, said: RegExp])[] = [
    ['pairs.csv', 'missing', 'RASTER_ADDRESS', /pairs\.csv cannot be fetched: the server answers 404/],
    ['pairs.csv', 'whole', 'RASTER_NO_RANGES', /pairs\.csv does not answer range requests/],
    [one, 'missing', 'DISPLACEMENT_FILE', /pairs\.csv names .*_unw\.tif, which lies neither/],
    [one, 'whole', 'RASTER_NO_RANGES', /_unw\.tif does not answer range requests/],
    [one, 'breaks off', 'RASTER_ADDRESS', /_unw\.tif cannot be fetched/],
    [one, 'short', 'RASTER_ADDRESS', /_unw\.tif cannot be fetched: the server sent \d+ of \d+ bytes/],
    ['info.json', 'missing', 'DISPLACEMENT_WAVELENGTH', /found none, expected metres/],
  ];
  it.each(faults)('is refused where %s is %s', async (file, fault, code, said) => {
    broken = { [file]: fault };
    const error = await run(`${server.address}?key=secret`, stack.out).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    const { text, where } = error as AfterlodeError;
    expect(text.en).toMatch(said);
    expect(text.en + where).not.toContain('secret');
    expect(stack.wasWritten()).toBe(false);
  });

  it('is refused where nobody listens', async () => {
    await server.close();
    await expect(run(server.address, stack.out)).rejects.toThrow(/RASTER_ADDRESS.*ECONNREFUSED/);
  });
});

const square = {
  type: 'Feature',
  id: 'all',
  properties: {},
  crs: { type: 'name', properties: { name: 'EPSG:4326' } },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [100, 40],
        [101, 40],
        [101, 39],
        [100, 39],
        [100, 40],
      ],
    ],
  },
};
