import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { File, ready } from 'h5wasm/node';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { subsidence } from '../../src/app/index.js';
import { openGeoTiff, writeGeoTiff } from '../../src/files/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { madeDates, madeHeight, madePairs, madePhase, madeWavelength, madeWidth } from './made-radar.js';
import { testWorkspace } from './workspace.js';

/** The made stack in the layouts of other programs, written by hand: 8 × 6 cells, a square of 2 × 2 sinks by 5 mm a date. */

const ws = await testWorkspace();
const base = mkdtempSync(join(tmpdir(), 'afterlode-layouts-'));
afterAll(() => rmSync(base, { recursive: true }));
let made = 0;
let folder = '';
beforeEach(() => {
  made += 1;
  folder = join(base, String(made));
  mkdirSync(folder);
});

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const days = (date: string) => date.replaceAll('-', '');
const cells = madeWidth * madeHeight;

/** Numbers of float32, one byte order or the other. */
function floats(values: readonly number[], little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => view.setFloat32(at * 4, value, little));
  return new Uint8Array(view.buffer);
}

/** Amplitude and value line by line, as ISCE and ROI_PAC store two bands. */
function byLine(values: readonly number[]): number[] {
  return Array.from({ length: madeHeight }, (_, row) => {
    const line = values.slice(row * madeWidth, (row + 1) * madeWidth);
    return [...line.map(() => 99), ...line];
  }).flat();
}

const run = (more: Partial<Parameters<typeof subsidence>[1]> = {}) =>
  subsidence(ws, {
    stack: folder,
    out: join(folder, '.out'),
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
    ...more,
  });
const refusal = (more: Parameters<typeof run>[0] = {}) =>
  run(more).then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

async function gridOfRate() {
  const source = await openGeoTiff(join(folder, '.out', 'rate_mm_yr.tif'));
  await source.close();
  return source.grid;
}

/** What every layout must come to. */
async function expectTheBowl(more: Parameters<typeof run>[0]): Promise<void> {
  const answer = await run(more);
  expect(answer).toMatchObject({ pixels: cells, tied: cells, pairs: 9, dates: madeDates });
  expect(answer.rate.min).toBeCloseTo((-20 / 120) * 365.25, 0);
  expect(answer.zones).toMatchObject([{ cells: 4 }]);
}

describe('raw files of GAMMA', () => {
  const demPar = [
    'Gamma DIFF&GEO DEM/MAP parameter file',
    'DEM_projection:     EQA',
    `width:                ${madeWidth}`,
    `nlines:               ${madeHeight}`,
    'corner_lat:   39.7500000  decimal degrees',
    'corner_lon:  100.2500000  decimal degrees',
    'post_lat:   -5.0000000e-01  decimal degrees',
    'post_lon:    5.0000000e-01  decimal degrees',
    'ellipsoid_name: WGS 84',
  ].join('\n');
  const putPairs = (ending = '.diff.unw') => {
    for (const { first, second, steps } of madePairs)
      put(`${days(first)}_${days(second)}${ending}`, floats(madePhase(steps), false));
  };

  it('are big-endian and placed by their parameters, whose corner is the middle of the first cell', async () => {
    putPairs();
    put('geo/EQA.dem_par', demPar);
    put(
      'slc.par',
      'radar_frequency: 5.3534e+09 Hz\nheading: -12.5 degrees\nrange_samples: 5000\nazimuth_lines: 4000\n',
    );
    await expectTheBowl({ positive: 'away' });
    expect(await gridOfRate()).toMatchObject({ originX: 100, originY: 40, cellWidth: 0.5, crs: 'EPSG:4326' });
  });

  it('are measured in rows and samples where only an offset file tells their width', async () => {
    putPairs('.unw');
    put('all.off', `interferogram_width: ${madeWidth}\ninterferogram_azimuth_lines: ${madeHeight}\n`);
    for (const { first, second } of madePairs)
      put(`${days(first)}_${days(second)}.cc`, floats(Array<number>(cells).fill(0.6), false));
    await expectTheBowl({ positive: 'away', weights: 'coherence' });
    expect(await gridOfRate()).toMatchObject({ originX: 0, cellWidth: 1, crs: null });
  });

  it('lie in a zone of UTM, north or south', async () => {
    putPairs();
    const utm = demPar
      .replace('EQA', 'UTM')
      .replace(
        /corner_lat.*\ncorner_lon.*\npost_lat.*\npost_lon.*/,
        'corner_north: 6000050\ncorner_east: 500050\npost_north: -100\npost_east: 100\nprojection_zone: 56\nfalse_northing: 10000000.0',
      );
    put('utm.dem.par', utm);
    await expectTheBowl({ positive: 'away' });
    expect(await gridOfRate()).toMatchObject({ originX: 500000, originY: 6000100, crs: 'EPSG:32756' });
  });

  it('may be little-endian with coherence as bytes, as LiCSBAS keeps them', async () => {
    put('EQA.dem_par', demPar);
    for (const { first, second, steps } of madePairs) {
      const name = `GEOCml1/${days(first)}_${days(second)}/${days(first)}_${days(second)}`;
      put(`${name}.unw`, floats(madePhase(steps), true));
      put(`${name}.cc`, new Uint8Array(cells).fill(150));
    }
    await expectTheBowl({ positive: 'away', weights: 'coherence' });
    expect((await gridOfRate()).crs).toBe('EPSG:4326');
  });

  it('have no sign of their own: the call says it', async () => {
    putPairs();
    put('a.dem_par', demPar);
    expect(await refusal()).toMatch(/^DISPLACEMENT_SIGN: .*does not say which direction is positive/);
    expect((await run({ positive: 'towards' })).rate.max).toBeCloseTo((20 / 120) * 365.25, 0);
  });

  it('are refused where they are cut short or nothing tells their size', async () => {
    putPairs();
    expect(await refusal({ positive: 'away' })).toMatch(/^RASTER_HEADER: .*192 bytes and no header/);
    put('a.dem_par', demPar);
    put('20180101_20180201.diff.unw', floats(madePhase(1).slice(0, 40), false));
    expect(await refusal({ positive: 'away' })).toMatch(/^RASTER_HEADER: .*160 bytes.*a\.dem_par: 6 × 8 × 4/);
    put('20180101_20180201.diff.unw', '');
    expect(await refusal({ positive: 'away' })).toMatch(/^RASTER_EMPTY/);
  });
});

describe('raw files of ISCE', () => {
  const xml = (bands: number, type: string, more = '') =>
    `<imageFile>${[
      ['width', madeWidth],
      ['length', madeHeight],
      ['number_bands', bands],
      ['scheme', 'BIL'],
      ['data_type', type],
      ['byte_order', 'l'],
    ]
      .map(([name, value]) => `<property name="${name}"><value>${value}</value><doc>words</doc></property>`)
      .join('')}${more}</imageFile>`;
  const coordinates = [1, 2]
    .map(
      (at) =>
        `<component name="coordinate${at}"><property name="startingvalue"><value>${at === 1 ? 100 : 40}</value></property><property name="delta"><value>${at === 1 ? 0.5 : -0.5}</value></property></component>`,
    )
    .join('');
  const vrt = `<VRTDataset rasterXSize="${madeWidth}" rasterYSize="${madeHeight}"><SRS>EPSG:4326</SRS>
    <GeoTransform>100, 0.5, 0, 40, 0, -0.5</GeoTransform>${[0, 1]
      .map(
        (band) => `<VRTRasterBand dataType="Float32" band="${band + 1}" subClass="VRTRawRasterBand">
      <SourceFilename relativeToVRT="1">filt_fine.unw.geo</SourceFilename><ByteOrder>LSB</ByteOrder>
      <ImageOffset>${band * madeWidth * 4}</ImageOffset><PixelOffset>4</PixelOffset>
      <LineOffset>${madeWidth * 8}</LineOffset></VRTRasterBand>`,
      )
      .join('')}</VRTDataset>`;
  const putPairs = (ending: string, header: string, text: string) => {
    for (const { first, second, steps } of madePairs) {
      const name = `merged/interferograms/${days(first)}_${days(second)}/filt_fine.unw${ending}`;
      put(name, floats(byLine(madePhase(steps)), true));
      put(`${name}${header}`, text);
    }
  };

  it('hold amplitude and phase by line; their folders are named with the dates', async () => {
    putPairs('', '.xml', xml(2, 'FLOAT'));
    for (const { first, second } of madePairs) {
      const cor = `merged/interferograms/${days(first)}_${days(second)}/filt_fine.cor`;
      put(cor, floats(Array<number>(cells).fill(0.4), true));
      put(`${cor}.xml`, xml(1, 'FLOAT'));
    }
    await expectTheBowl({ positive: 'away', weights: 'coherence' });
    expect((await gridOfRate()).crs).toBeNull();
  });

  it.each([
    ['.xml', xml(2, 'FLOAT', coordinates)],
    ['.vrt', vrt],
  ])('are placed by %s where they are geocoded', async (header, text) => {
    putPairs('', '.xml', xml(2, 'FLOAT'));
    putPairs('.geo', header, text);
    await expectTheBowl({ positive: 'away' });
    expect(await gridOfRate()).toMatchObject({ originX: 100, originY: 40, crs: 'EPSG:4326' });
  });

  it('leave out what lies in no component where that is asked for', async () => {
    putPairs('', '.xml', xml(2, 'FLOAT'));
    expect(await refusal({ positive: 'away', connected: true })).toMatch(
      /^DISPLACEMENT_COMPONENT: .*filt_fine\.unw has none/,
    );
    for (const { first, second } of madePairs) {
      const name = `merged/interferograms/${days(first)}_${days(second)}/filt_fine.unw.conncomp`;
      put(
        name,
        Uint8Array.from({ length: cells }, (_, cell) => (cell === 7 ? 0 : 1)),
      );
      put(`${name}.xml`, xml(1, 'BYTE'));
    }
    expect((await run({ positive: 'away' })).pixels).toBe(48);
    expect((await run({ positive: 'away', connected: true })).pixels).toBe(47);
  });

  it('are refused where they end early', async () => {
    putPairs('', '.xml', xml(2, 'FLOAT'));
    put(
      'merged/interferograms/20180201_20180301/filt_fine.unw',
      floats(byLine(madePhase(1)).slice(0, 90), true),
    );
    expect(await refusal({ positive: 'away' })).toMatch(
      /^RASTER_CUT_SHORT: .*20180201_20180301.*360 bytes and needs 384/,
    );
  });
});

it('raw files of ROI_PAC are read by their .rsc', async () => {
  const rsc = `WIDTH ${madeWidth}\nFILE_LENGTH ${madeHeight}\nX_FIRST 100\nY_FIRST 40\nX_STEP 0.5\nY_STEP -0.5\nX_UNIT degrees\n`;
  for (const { first, second, steps } of madePairs) {
    const name = `geo_${days(first).slice(2)}-${days(second).slice(2)}.unw`;
    put(name, floats(byLine(madePhase(steps)), true));
    put(`${name}.rsc`, rsc);
  }
  await expectTheBowl({ positive: 'away' });
  expect(await gridOfRate()).toMatchObject({ originX: 100, crs: 'EPSG:4326' });
});

describe('LiCSAR', () => {
  it('has pairs in folders, coherence as bytes, baselines and parameters of the radar', async () => {
    const grid = {
      width: madeWidth,
      height: madeHeight,
      originX: 100,
      originY: 40,
      cellWidth: 0.5,
      cellHeight: -0.5,
      crs: 'EPSG:4326',
    };
    for (const { first, second, steps } of madePairs) {
      const name = `GEOC/${days(first)}_${days(second)}/${days(first)}_${days(second)}.geo`;
      put(`${name}.unw.tif`, smallTiff(madeWidth, madePhase(steps)));
      put(`${name}.diff_pha.tif`, 'wrapped phase, which is not read');
      await writeGeoTiff(
        join(folder, `${name}.cc.tif`),
        { grid, bands: 1, type: 'uint8', missing: 255 },
        () => [new Float64Array(cells).fill(140)],
      );
    }
    // The frame's own reference date is no date of the stack.
    const bperp = ['20171220', ...madeDates.map(days)].map(
      (day, at) => `20171220 ${day} ${[0, 31, -80, 64, 5, -47][at]}.5 ${at}`,
    );
    put('baselines', bperp.join('\n'));
    put(
      'metadata/slc.mli.par',
      `radar_frequency: ${299792458 / madeWavelength} Hz\nincidence_angle: 39.1 degrees\nheading: -12.5 degrees\ncenter_range_slc: 879000.0 m\n`,
    );
    const answer = await subsidence(ws, {
      stack: folder,
      out: join(folder, '.out'),
      minimumObservations: 3,
      reference: '1,1,1',
      weights: 'coherence',
      demError: true,
    });
    expect(answer).toMatchObject({ pixels: cells, zones: [{ cells: 4 }] });
    const heights = await openGeoTiff(join(folder, '.out', 'elevation_error_m.tif'));
    // What sinks evenly by date, of months that are not even, asks for little height.
    const values = await heights.read({ column: 0, row: 0, width: 8, height: 6 }, 0);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(5);
    await heights.close();
  });
});

describe('MintPy', () => {
  it('has one file of pairs, some of which are ruled out', async () => {
    await ready;
    const file = new File(join(folder, 'ifgramStack.h5'), 'w');
    const shape = [madePairs.length + 1, madeHeight, madeWidth];
    const wrong = Array.from({ length: cells }, (_, cell) => cell + 1);
    const data = Float32Array.from([...madePairs.flatMap(({ steps }) => madePhase(steps)), ...wrong]);
    file.create_dataset({ name: 'unwrapPhase', data, shape, chunks: [1, madeHeight, madeWidth] });
    const bytes = Float32Array.from({ length: data.length }, () => 0.5);
    file.create_dataset({ name: 'coherence', data: bytes, shape });
    const parts = Int16Array.from({ length: data.length }, (_, at) => (at % cells === 3 ? 0 : 1));
    file.create_dataset({ name: 'connectComponent', data: parts, shape });
    const dates = [...madePairs, { first: madeDates[0], second: madeDates[4] }].flatMap(
      ({ first, second }) => [days(first), days(second)],
    );
    file.create_dataset({ name: 'date', data: dates, shape: [dates.length / 2, 2] });
    file.create_dataset({
      name: 'bperp',
      data: Float32Array.from(dates.slice(0, dates.length / 2), (_, at) => 10 * at),
    });
    file.create_dataset({ name: 'dropIfgram', data: Uint8Array.from([...madePairs.map(() => 1), 0]) });
    const said = {
      WAVELENGTH: String(madeWavelength),
      X_FIRST: '100',
      Y_FIRST: '40',
      X_STEP: '0.5',
      Y_STEP: '-0.5',
      X_UNIT: 'degrees',
    };
    for (const [name, value] of Object.entries(said)) file.create_attribute(name, value);
    file.close();
    const named = { wavelength: undefined as never };
    await expectTheBowl(named);
    await expectTheBowl({ ...named, weights: 'coherence', stack: join(folder, 'ifgramStack.h5') });
    expect((await run({ ...named, connected: true })).pixels).toBe(47);
    expect((await run({ ...named, tileCells: 12 })).tied).toBe(48);
    expect(await refusal({ ...named, demError: true })).toMatch(/^DISPLACEMENT_LOOK: .*slant range.*/);
  });
});

describe('GeoTIFFs of displacement with a date each', () => {
  it('are a finished series, whatever their order', async () => {
    for (const [at, date] of [...madeDates.entries()].toReversed())
      put(
        `defo_${days(date)}.tif`,
        smallTiff(
          madeWidth,
          madePhase(1).map((phase) => (phase > 0.1 ? 0.5 * at : 0.001 * at)),
        ),
      );
    expect(await refusal({ reference: 'auto' })).toMatch(/^DISPLACEMENT_UNIT/);
    // Subsidence as a positive number, in cm.
    const answer = await run({ unit: 'cm', positive: 'away', reference: 'auto' });
    expect(answer).toMatchObject({ pixels: cells, pairs: null, dates: madeDates, zones: [{ cells: 4 }] });
    expect(answer.rate.min).toBeCloseTo((-20 / 120) * 365.25, 0);
    put('defo_20180701.tif', smallTiff(madeHeight, madePhase(1)));
    expect(await refusal({ unit: 'cm' })).toMatch(/^RASTER_GRIDS: .*20180701/);
  });
});

it('dates of two digits before 1978 are of this century, others of the last', async () => {
  for (const [at, { steps }] of madePairs.entries()) {
    const [first, second] = [madeDates, madeDates].map((list, side) =>
      days(
        list.find((date) => date === (side === 0 ? madePairs[at]?.first : madePairs[at]?.second)) ?? '',
      ).replace('2018', '96'),
    );
    put(`geo_${first}-${second}_unw.tif`, smallTiff(madeWidth, madePhase(steps)));
  }
  expect((await run()).dates[0]).toBe('1996-01-01');
});

it('a folder of nothing that is read says what would be, and one that is not there says that', async () => {
  expect(await refusal({ stack: join(folder, 'nowhere') })).toMatch(/^CALL_FILE_MISSING: .*nowhere/);
  expect(await refusal({ stack: join(folder, 'nowhere.h5') })).toMatch(/^CALL_FILE_MISSING: .*nowhere\.h5/);
  put('readme.txt', 'nothing');
  expect(await refusal()).toMatch(/^DISPLACEMENT_LAYOUT: .*pairs\.csv.*GAMMA or ISCE.*ifgramStack\.h5/);
});
