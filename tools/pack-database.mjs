// Keeps a database as PGlite makes it anew: `node tools/pack-database.mjs FILE`. Making one takes seconds of every
// first save of a person, unpacking one a fraction of one (src/store/new-database.ts, which names the form).
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

const target = process.argv[2];
const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const { version } = JSON.parse(readFileSync(join(dirname(dirname(main)), 'package.json'), 'utf8'));
if (versionOf(target) !== version) await pack();

/** Version of PGlite that made what is kept already; null where nothing is. */
function versionOf(file) {
  try {
    const bytes = gunzipSync(readFileSync(file));
    return JSON.parse(bytes.subarray(0, bytes.indexOf(10)).toString()).version;
  } catch {
    return null;
  }
}

async function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-database-'));
  try {
    const database = await PGlite.create({ dataDir: join(folder, 'made') });
    await database.close();
    writeFileSync(`${target}.part`, gzipSync(packed(join(folder, 'made')), { level: 9 }));
    renameSync(`${target}.part`, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line of JSON that names folders and files, then the contents; a content that several files have stands once. */
function packed(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .map(({ entry, path }) => ({ entry, path, name: path.slice(folder.length + 1).replaceAll('\\', '/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const places = new Map();
  const contents = [];
  let length = 0;
  const files = entries.flatMap(({ entry, path, name }) => {
    if (!entry.isFile()) return [];
    const content = readFileSync(path);
    const key = content.toString('latin1');
    if (!places.has(key)) {
      places.set(key, [length, length + content.length]);
      contents.push(content);
      length += content.length;
    }
    return [[name, ...places.get(key)]];
  });
  const folders = entries.flatMap(({ entry, name }) => (entry.isDirectory() ? [name] : []));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ version, folders, files })}\n`), ...contents]);
}
