// Says cheaply whether sources changed. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** Hash of names, sizes and times: milliseconds. */
export function quickHash(root, from, except) {
  const hash = createHash('sha256');
  for (const path of sources(root, from, except)) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Hash of names and content. */
export function contentHash(root, from, except) {
  const hash = createHash('sha256');
  for (const path of sources(root, from, except)) {
    hash.update(`${path} ${sha256(readFileSync(join(root, path)))}\n`);
  }
  return hash.digest('hex');
}

function sources(root, from, except) {
  const found = [];
  const walk = (path) => {
    if (except.includes(path) || /\.test\.tsx?$/.test(path)) return;
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) found.push(path);
    else for (const name of readdirSync(full)) walk(`${path}/${name}`);
  };
  from.forEach(walk);
  return found.sort();
}
