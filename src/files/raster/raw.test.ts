import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isceForm, vrtForm } from './isce-header.js';
import { openRaw, type RawForm, type RawType, rawBytes } from './raw.js';
import { radarRawForm } from './raw-headers.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-raw-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [width, height] = [400, 7];

/** A file of two bands in any order; cell i of band b holds i + 1000 b. */
function put(name: string, form: RawForm): string {
  const size = width * height * 2 * 8;
  const view = new DataView(new ArrayBuffer(size));
  for (const [at, band] of form.bands.entries())
    for (let cell = 0; cell < width * height; cell++) {
      const place = band.start + Math.floor(cell / width) * band.row + (cell % width) * band.cell;
      const value = cell + 1000 * at;
      if (band.type === 'uint8') view.setUint8(place, value % 256);
      else if (band.type === 'int16') view.setInt16(place, value, form.littleEndian);
      else if (band.type === 'float32') view.setFloat32(place, value, form.littleEndian);
      else view.setFloat64(place, value, form.littleEndian);
    }
  writeFileSync(join(folder, name), new Uint8Array(view.buffer));
  return join(folder, name);
}

function xml(scheme: string, type: string, order: string): string {
  const said = { width, length: height, number_bands: 2, scheme, data_type: type, byte_order: order };
  return Object.entries(said)
    .map(([name, value]) => `<property name="${name}">\n  <value>${value}</value>\n</property>`)
    .join('\n');
}

describe('a raw file', () => {
  it.each([
    ['BIL', 'FLOAT', 'l'],
    ['BIP', 'FLOAT', 'b'],
    ['BSQ', 'DOUBLE', 'b'],
    ['BIL', 'SHORT', 'l'],
    ['BSQ', 'BYTE', 'l'],
  ])('in the order %s of %s, %s first, is read by windows wide and narrow', async (scheme, type, order) => {
    const form = isceForm(xml(scheme, type, order)) as RawForm;
    const source = await openRaw(put(`${scheme}${type}`, form), form);
    const wrap = (value: number) => (type === 'BYTE' ? value % 256 : value);
    for (const window of [
      { column: 0, row: 0, width, height },
      { column: 390, row: 2, width: 10, height: 4 },
      { column: 3, row: 6, width: 1, height: 1 },
    ])
      for (const band of [0, 1]) {
        const wanted = Array.from({ length: window.width * window.height }, (_, at) => {
          const row = window.row + Math.floor(at / window.width);
          return wrap(row * width + window.column + (at % window.width) + 1000 * band);
        });
        expect([...(await source.read(window, band))]).toEqual(wanted);
      }
    await expect(source.read({ column: 0, row: 0, width: width + 1, height: 1 }, 0)).rejects.toMatchObject({
      code: 'RASTER_WINDOW',
    });
    await source.close();
  });

  it('that is shorter than its header says is refused', async () => {
    const form = isceForm(xml('BIL', 'FLOAT', 'l')) as RawForm;
    writeFileSync(join(folder, 'short'), new Uint8Array(1000));
    await expect(openRaw(join(folder, 'short'), form)).rejects.toMatchObject({ code: 'RASTER_CUT_SHORT' });
  });

  it('has no form in headers of other kinds', () => {
    expect(isceForm('<kml/>')).toBeNull();
    expect(isceForm(xml('BIL', 'CFLOAT', 'l'))).toBeNull();
    expect(
      vrtForm(
        '<VRTDataset rasterXSize="4" rasterYSize="3"><VRTRasterBand dataType="Float32" band="1"/></VRTDataset>',
      ),
    ).toBeNull();
  });

  it('takes the parameters that fit its size, those beside it first', async () => {
    const types: readonly RawType[] = ['float32', 'uint8'];
    const path = join(folder, 'pair.unw');
    writeFileSync(path, new Uint8Array(6 * rawBytes.float32));
    const at = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const other = at('other.par', 'range_samples: 50\nazimuth_lines: 40\n');
    const fits = at('pair.off', 'interferogram_width: 3\ninterferogram_azimuth_lines: 2\n');
    expect((await radarRawForm(path, [other, fits])).grid).toMatchObject({ width: 3, height: 2 });
    expect((await radarRawForm(path, [other, fits])).bands[0]?.type).toBe(types[0]);
    await expect(radarRawForm(path, [other])).rejects.toMatchObject({ code: 'RASTER_HEADER' });
    writeFileSync(path, new Uint8Array(6));
    expect((await radarRawForm(path, [fits])).bands[0]?.type).toBe(types[1]);
  });
});
