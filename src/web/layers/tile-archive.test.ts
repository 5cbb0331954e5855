import { describe, expect, it } from 'vitest';
import { madeKinds, smallArchive, vectorTile } from './testing/small-archive.js';
import { openArchive } from './tile-archive.js';

const half = vectorTile(
  [
    [0, 0],
    [2048, 0],
    [2048, 4096],
    [0, 4096],
  ],
  [
    [0, 2048],
    [4096, 2048],
  ],
);
const file = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'made.pmtiles');

describe('openArchive', () => {
  it('reads polygons and lines of vector tiles as longitude and latitude', async () => {
    const made = smallArchive(
      [
        { z: 0, x: 0, y: 0, bytes: half },
        { z: 1, x: 1, y: 0, bytes: half },
      ],
      madeKinds.vector,
    );
    const archive = await openArchive(file(made), 'made.pmtiles');
    expect([archive.least, archive.finest, ...archive.bounds]).toEqual([0, 1, -180, -85, 180, 85]);
    const whole = await archive.tile({ z: 0, x: 0, y: 0 });
    if (whole === null || !('polygons' in whole)) throw new Error('a vector tile was expected');
    const ring = whole.polygons[0]?.[0] ?? [];
    expect([ring[0], Math.round((ring[1] ?? 0) * 1e6) / 1e6, ring[2], ring[4]]).toEqual([
      -180, 85.051129, 0, 0,
    ]);
    // half of the world is the equator
    expect([...(whole.lines[0] ?? [])].map((one) => Math.round(one * 1e9) / 1e9 + 0)).toEqual([
      -180, 0, 180, 0,
    ]);
    const quarter = await archive.tile({ z: 1, x: 1, y: 0 });
    expect(quarter !== null && 'polygons' in quarter && quarter.polygons[0]?.[0]?.[0]).toBe(0);
  });

  it('has null where there is no tile, and reads a tile once', async () => {
    const archive = await openArchive(
      file(smallArchive([{ z: 0, x: 0, y: 0, bytes: half }], madeKinds.vector)),
      'm',
    );
    expect(await archive.tile({ z: 3, x: 1, y: 1 })).toBe(null);
    const [one, other] = await Promise.all([0, 1].map(() => archive.tile({ z: 0, x: 0, y: 0 })));
    expect(one).toBe(other);
  });

  it('says which tile is damaged', async () => {
    const bytes = Uint8Array.of(26, 200, 1, 2, 3);
    const archive = await openArchive(
      file(smallArchive([{ z: 0, x: 0, y: 0, bytes }], madeKinds.vector)),
      'c.pmtiles',
    );
    await expect(archive.tile({ z: 0, x: 0, y: 0 })).rejects.toThrow(/LAYER_KIND: c\.pmtiles .*tile 0\/0\/0/);
  });

  it('refuses what is no archive and tiles of an unknown kind', async () => {
    await expect(openArchive(file(new Uint8Array(500)), 'a.pmtiles')).rejects.toThrow(
      /LAYER_KIND: a\.pmtiles/,
    );
    const unknown = smallArchive([{ z: 0, x: 0, y: 0, bytes: half }], madeKinds.unknown);
    await expect(openArchive(file(unknown), 'b.pmtiles')).rejects.toThrow(/tiles of type 0/);
  });
});
