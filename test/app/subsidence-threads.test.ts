import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence } from '../../src/app/index.js';
import { degrees, smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import {
  fileOf,
  type MadeStack,
  madePairs,
  madePhase,
  madeWavelength,
  madeWidth,
  stackMaker,
} from './made-radar.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const makeStack = stackMaker();
let stack: MadeStack;
beforeEach(() => {
  stack = makeStack();
  // Gaps, slopes and a broken cycle, so that no two cells have the same equations.
  stack.putPhases(({ steps }, phase) =>
    phase.map((value, cell) =>
      (cell * 7 + steps * 3) % 11 === 0 && (cell % madeWidth > 4 || cell >= 5 * madeWidth)
        ? 0
        : value + Math.sin(cell * steps) * 0.02 + (cell === 40 && steps === 2 ? 2 * Math.PI : 0),
    ),
  );
});

const names = ['cumulative_mm', 'rate_mm_yr', 'residual_mm', 'temporal_coherence', 'tied'];

/** Every file of a call as bytes. */
async function filesOf(more: Partial<SubsidenceCall>): Promise<readonly Buffer[]> {
  rmSync(stack.out, { recursive: true, force: true });
  await subsidence(ws, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
    ...more,
  });
  return names.map((name) => readFileSync(join(stack.out, `${name}.tif`)));
}

const cuts: readonly (readonly [what: string, more: Partial<SubsidenceCall>])[] = [
  ['as they are', {}],
  ['with a plane and closure', { ramp: 'plane', closure: 'mend', robust: true }],
  ['with an automatic reference', { reference: 'auto' }],
];

describe('a stack in tiles', () => {
  it.each(cuts)('gives the same, bit for bit, in threads and in any cut, %s', async (_, more) => {
    const whole = await filesOf({ ...more, threads: 1 });
    for (const other of [
      { threads: 1, tileCells: 5 },
      { threads: 2, tileCells: 7 },
    ])
      expect(await filesOf({ ...more, ...other })).toEqual(whole);
  });

  it('ends when it is told to, and writes nothing', async () => {
    const stop = new AbortController();
    const aborted = subsidence(ws, {
      stack: stack.folder,
      out: stack.out,
      wavelength: madeWavelength,
      minimumObservations: 3,
      reference: '1,1,1',
      threads: 2,
      tileCells: 1,
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    });
    await expect(aborted).rejects.toThrow('enough');
    expect(stack.wasWritten()).toBe(false);
  });

  it('brings the fault of a file out of its thread', async () => {
    const file = join(stack.folder, 'unw', fileOf(madePairs[0] as (typeof madePairs)[number]));
    const call = { wavelength: madeWavelength, minimumObservations: 3, reference: '1,1,0' };
    const damaged = smallTiff(madeWidth, madePhase(1), [...degrees, [259, 3, [8]]]);
    writeFileSync(file, damaged);
    for (const threads of [1, 2])
      await expect(
        subsidence(ws, { stack: stack.folder, out: stack.out, ...call, threads }),
      ).rejects.toMatchObject({ code: 'RASTER_DAMAGED', where: file });
    expect(stack.wasWritten()).toBe(false);
  });
});
