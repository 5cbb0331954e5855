import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { queueAddress, queueName } from './queue-address.js';
import type { TileSetup } from './radar-tiles.js';
import { decodeTile, encodeTile } from './tile-file.js';
import { jobId, setupKey, tileKey } from './tile-key.js';
import { openTilePool } from './tile-pool.js';
import { tileWindows } from './tile-windows.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-tiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'a.tif');
const stack = {
  network: { epochs: ['2020-01-01', '2020-02-01'], pairs: [{ first: 0, second: 1 }] },
  wavelengthM: 0.056,
  phases: [file],
  coherences: null,
};
const setup: TileSetup = { work: 'pair', stack, plane: true, median: false };
const put = (text: string, seconds: number) => {
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
};

describe('the key of a tile', () => {
  it('is the same for the same inputs and another for any other', async () => {
    put('abc', 1_600_000_000);
    const key = await setupKey(setup);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await setupKey(structuredClone(setup))).toBe(key);
    expect(await setupKey({ ...setup, plane: false })).not.toBe(key);
    put('abcd', 1_600_000_000);
    const longer = await setupKey(setup);
    put('abc', 1_600_000_001);
    const later = await setupKey(setup);
    put('abc', 1_600_000_000);
    expect(new Set([key, longer, later]).size).toBe(3);
    expect(await setupKey(setup)).toBe(key);
    expect(tileKey(key, { pair: 0 })).toBe(tileKey(key, { pair: 0 }));
    const keys = [tileKey(key, { pair: 0 }), tileKey(key, { pair: 1 }), tileKey(longer, { pair: 0 })];
    expect(new Set(keys).size).toBe(3);
    const [one, other] = ['x', 'y'].map((place) => jobId({ folder: place, key }));
    expect(one).not.toBe(other);
  });

  it('cannot be had of a file that is not there', async () => {
    const lost = { ...setup, stack: { ...stack, phases: [join(folder, 'lost.tif')] } };
    await expect(setupKey(lost)).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
  });
});

describe('the file of a tile', () => {
  const result = {
    facts: { broken: 3, missing: null },
    arrays: {
      epoch0: Float64Array.of(0, -0, Number.NaN, 1 / 3, Number.NEGATIVE_INFINITY),
      rank: Uint16Array.of(1, 65_535, 7),
      tied: Uint8Array.of(1),
      none: new Float64Array(0),
    },
  };

  it('gives every bit back', () => {
    const bytes = encodeTile(result);
    const back = decodeTile(bytes);
    expect(back?.facts).toEqual(result.facts);
    for (const [name, values] of Object.entries(result.arrays)) {
      const found = back?.arrays[name];
      expect(found?.constructor).toBe(values.constructor);
      expect(Buffer.from(found?.buffer as ArrayBuffer)).toEqual(Buffer.from(values.buffer));
    }
    // Also out of the middle of other bytes, where nothing is aligned.
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeTile(shifted.subarray(3))).toEqual(back);
  });

  it('is none where a bit is wrong or the end is missing', () => {
    const bytes = encodeTile(result);
    for (let at = 0; at < bytes.length; at += 5) {
      const wrong = bytes.slice();
      wrong[at] = (wrong[at] as number) ^ 1;
      expect(decodeTile(wrong)).toBeNull();
      expect(decodeTile(bytes.subarray(0, at))).toBeNull();
    }
  });
});

describe('windows of tiles', () => {
  const cuts: readonly (readonly [block: readonly [number, number], most: number, width: number])[] = [
    [[37, 1], 100, 1],
    [[37, 1], 1e9, 2],
    [[16, 16], 300, 2],
    [[16, 16], 1e9, 4],
    [[16, 16], 50, 1],
    [[512, 512], 1e9, 2],
    [[1, 1], 7, 3],
  ];
  it.each(cuts)(
    'cover each cell once, blocks of %j, at most %d cells, %d at a time',
    (block, most, width) => {
      const grid = { width: 37, height: 29 };
      const [across, down] = block;
      const seen = new Uint8Array(grid.width * grid.height);
      const windows = tileWindows(grid, { width: across, height: down }, most, width);
      for (const window of windows) {
        expect(window.width * window.height).toBeLessThanOrEqual(most);
        for (let y = 0; y < window.height; y++)
          for (let x = 0; x < window.width; x++) {
            const cell = (window.row + y) * grid.width + window.column + x;
            seen[cell] = (seen[cell] as number) + 1;
          }
      }
      expect(seen.every((count) => count === 1)).toBe(true);
      if (width > 1) expect(windows.length).toBeGreaterThanOrEqual(2 * width);
    },
  );

  it('keep whole blocks together where they fit', () => {
    const windows = tileWindows({ width: 64, height: 64 }, { width: 16, height: 16 }, 600, 1);
    expect(windows[0]).toEqual({ column: 0, row: 0, width: 32, height: 16 });
    expect(windows).toHaveLength(8);
  });
});

describe('the address of a queue', () => {
  it('is told without user and password', () => {
    expect(queueAddress('postgres://me:secret@db:5433/city')).toMatchObject({
      kind: 'postgresql',
      name: 'postgres://db:5433/city',
    });
    expect(queueAddress('rediss://:secret@cache')).toMatchObject({ kind: 'redis', name: 'rediss://cache' });
    for (const wrong of [null, 'db', 'http://me:secret@db']) {
      expect(() => queueAddress(wrong)).toThrow(/^QUEUE_ADDRESS: --queue is/);
      expect(() => queueAddress(wrong)).not.toThrow(/secret/);
    }
    // Both servers take names of this form, PostgreSQL none that is longer.
    expect(queueName()).toMatch(/^[\w-]{1,30}$/);
  });
});

describe('a thread that dies', () => {
  it('is told as one clear error', async () => {
    const pool = await openTilePool(1, new URL('./testing/dying-worker.mjs', import.meta.url));
    try {
      await expect(pool.answer({ id: 'a', setup, part: { pair: 0 } })).rejects.toThrow(
        /^JOB_FAILED: a worker thread stopped while it worked on tile: .*3/,
      );
    } finally {
      await pool.close();
    }
  });
});
