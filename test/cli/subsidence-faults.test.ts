import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { call, temporaryFolder } from './call.js';

/** Disks that are full, folders that are closed, and runs that are killed. */

const folder = temporaryFolder();
const stack = join(folder, 'stack');
const side = 80;
const dates = ['20180101', '20180201', '20180301', '20180401', '20180501'];
const random = seededRandom(1);
mkdirSync(stack);
for (const [at, first] of dates.entries())
  for (const second of dates.slice(at + 1))
    writeFileSync(
      join(stack, `${first}_${second}_unw.tif`),
      smallTiff(
        side,
        Array.from({ length: side * side }, () => random() + 0.1),
      ),
    );

const words = (out: string, ...more: readonly string[]) => {
  const call = `subsidence ${stack} --out ${out} --wavelength 0.056 --reference 40,40,5 --minimum-observations 3 --json`;
  return [...call.split(' '), ...more];
};
/** All that stands in a folder, by name; what lies in a folder of it is not opened. */
const contentOf = (out: string) =>
  new Map(
    readdirSync(out, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(join(out, entry.name)).toString('base64') : 'folder',
    ]),
  );

describe('subsidence', () => {
  it('on a full disk says so and leaves earlier results as they were', () => {
    const out = join(folder, 'full');
    expect(call(words(out)).status).toBe(0);
    const before = contentOf(out);
    // No file may grow beyond some kilobytes: what a full disk does to the large ones.
    const limited = spawnSync(
      'sh',
      ['-c', 'ulimit -f 40 && exec "$0" "$@"', process.execPath, 'bin/afterlode', ...words(out, '--season')],
      {
        encoding: 'utf8',
        env: { ...process.env, LANG: 'en_US.UTF-8' },
      },
    );
    expect([limited.status, limited.stdout]).toEqual([2, '']);
    expect(limited.stderr).toMatch(/^FILE_NOT_WRITABLE: .*full\/cumulative_mm\.tif.*EFBIG/m);
    expect(contentOf(out)).toEqual(before);
  });

  it('is refused before any work where no folder can be made', () => {
    expect(call(words('/dev/null/out')).err).toMatch(
      /^FILE_NOT_WRITABLE: \/dev\/null\/out cannot be written: ENOTDIR/,
    );
  });

  it('killed at any moment leaves whole results of one run, and can be done again', async () => {
    const out = join(folder, 'killed');
    expect(call(words(out, '--robust')).status).toBe(0);
    const second = contentOf(out);
    const began = performance.now();
    expect(call(words(out)).status).toBe(0);
    const takes = performance.now() - began;
    const first = contentOf(out);
    for (const share of [0.6, 0.8, 0.95]) {
      const child = spawn(process.execPath, ['bin/afterlode', ...words(out, '--robust')], {
        stdio: 'ignore',
      });
      const end = once(child, 'close');
      await Promise.race([pause(takes * share), end]);
      child.kill('SIGKILL');
      await end;
      // Unfinished work has a name that begins with a point; each file is that of one run or the other, never a part.
      const whole = [...contentOf(out)].filter(([name]) => !name.startsWith('.'));
      expect(whole.map(([name]) => name)).toEqual([...first.keys()]);
      for (const [name, content] of whole) expect([first.get(name), second.get(name)]).toContain(content);
    }
    expect(call(words(out, '--robust')).status).toBe(0);
    expect(contentOf(out)).toEqual(second);
  });
});
