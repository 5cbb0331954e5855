import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../tools/data/build-pack.js';
import { listFiles, writeFiles } from '../../tools/data/files.js';

const root = join(import.meta.dirname, '..', '..');
const shared = process.env.AFTERLODE_SHARED ?? join(root, '..', 'shared');
const rebuilt = mkdtempSync(join(tmpdir(), 'afterlode-data-'));

afterAll(() => rmSync(rebuilt, { recursive: true }));

/** Text of a file; the bytes of gzip and with them the checksums of sidecars may differ between releases of zlib. */
function content(folder: string, path: string): string {
  const bytes = readFileSync(join(folder, path));
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8');
  const text = bytes.toString('utf8');
  return path.endsWith('.yaml') ? text.replace(/^(sha256): .*$/m, '$1') : text;
}

describe('the shipped data', () => {
  it('is what the generator writes from the sources', { timeout: 120_000 }, () => {
    if (!existsSync(join(shared, 'data', 'register'))) expect.fail(`no sources in ${shared}`);
    writeFiles(rebuilt, buildPack(shared));
    const data = join(root, 'data');
    expect(listFiles(rebuilt)).toEqual(listFiles(data));
    expect(listFiles(data).filter((path) => content(rebuilt, path) !== content(data, path))).toEqual([]);
  });

  it('has equal bytes when it is built again', { timeout: 120_000 }, () => {
    const again = buildPack(shared);
    const differing = listFiles(rebuilt).filter(
      (path) => !readFileSync(join(rebuilt, path)).equals(again.get(path) ?? new Uint8Array()),
    );
    expect(differing).toEqual([]);
  });
});
