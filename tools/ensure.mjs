// Installs and builds what is missing or stale. Node built-ins only: this runs before anything is installed.
// All words go to standard error, because commands promise JSON and nothing else on standard output.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contentHash, quickHash, sha256 } from './stamp.mjs';
import { withLock } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const at = (path) => join(root, path);
const say = (text) => process.stderr.write(`${text}\n`);
const installStamp = at('node_modules/.afterlode-installed');

/** What each part is built from; a change in anything else does not make it stale. */
const parts = {
  program: {
    words: 'the program',
    made: 'dist/cli.js',
    stamp: 'dist/.program-built',
    from: ['src', 'tools/build.mjs', 'package-lock.json'],
    except: ['src/web'],
  },
  web: {
    words: 'the pages',
    made: 'dist/web/index.html',
    stamp: 'dist/.web-built',
    from: ['src', 'vite.config.ts', 'tools/build.mjs', 'package-lock.json'],
    except: ['src/cli', 'src/app', 'src/store', 'src/files', 'src/print'],
  },
};

/**
 * Makes the checkout ready: packages as the lock file names them, then the parts asked for.
 * The check of a ready checkout takes a few milliseconds; two processes at once wait for each other.
 */
export function ensureReady(names = ['program']) {
  const wanted = names.map((name) => parts[name]);
  if (isInstalled() && wanted.every(isBuilt)) return;
  withLock(at('.setup.lock'), say, () => {
    if (!isInstalled()) install();
    for (const name of names) if (!isBuilt(parts[name])) build(name);
  });
}

/** Only the packages; for tools that need no build. */
export function ensureInstalled() {
  if (!isInstalled()) withLock(at('.setup.lock'), say, () => isInstalled() || install());
}

/** `npm run build`: everything anew, with declarations on request. */
function buildAll(types) {
  ensureInstalled();
  withLock(at('.setup.lock'), say, () => {
    build('program');
    build('web');
    if (types) run([process.execPath, at('tools/build.mjs'), 'types'], 'writing declarations');
  });
}

function installKey() {
  const platform = `${process.platform} ${process.arch} ${process.versions.modules}`;
  return sha256(`${platform}\n${readFileSync(at('package-lock.json'), 'utf8')}`);
}

function isInstalled() {
  const key = installKey();
  const stamp = readOr(installStamp, '');
  if (stamp === key) return true;
  if (stamp !== '' || !installedByHand()) return false;
  writeFileSync(installStamp, key);
  return true;
}

/** Somebody ran `npm ci` or `npm install`: npm writes its own list last, so a full list means a full install. */
function installedByHand() {
  const list = readOr(at('node_modules/.package-lock.json'), '');
  if (list === '') return false;
  const have = JSON.parse(list).packages;
  const want = Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages);
  return want.every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  );
}

function install() {
  say('afterlode: installing packages (about a minute on the first run) …');
  const npm = /npm-cli\.js$/.test(process.env.npm_execpath ?? '')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  // NODE_ENV=production would leave out the tools that build the program.
  run([...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'], 'installing packages');
  writeFileSync(installStamp, installKey());
}

function isBuilt(part) {
  const stamp = JSON.parse(readOr(at(part.stamp), '{}'));
  if (!existsSync(at(part.made))) return false;
  const quick = quickHash(root, part.from, part.except);
  if (stamp.quick === quick) return true;
  // A checkout of the same content has new times; then only the stamp is renewed.
  const content = contentHash(root, part.from, part.except);
  if (stamp.content !== content) return false;
  writeStamp(part, quick, content);
  return true;
}

function build(name) {
  const part = parts[name];
  say(`afterlode: building ${part.words} …`);
  const quick = quickHash(root, part.from, part.except);
  const content = contentHash(root, part.from, part.except);
  run([process.execPath, at('tools/build.mjs'), name], `building ${part.words}`);
  writeStamp(part, quick, content);
}

function writeStamp(part, quick, content) {
  try {
    mkdirSync(dirname(at(part.stamp)), { recursive: true });
    writeFileSync(at(part.stamp), JSON.stringify({ quick, content }));
  } catch (error) {
    // A read-only checkout that is built already is fine without a fresher stamp.
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error;
  }
}

function run([command, ...words], what) {
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    stdio: ['ignore', 2, 2],
  });
  if (error || status !== 0) {
    throw new SetupError(`${what} failed: ${error?.message ?? `status ${status}`}; the lines above say why.`);
  }
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

/** A failure whose message is all a person needs. */
class SetupError extends Error {}

/** Runs setup work; a failure ends the process with its message and status 1. */
export function orExit(work) {
  try {
    work();
  } catch (error) {
    say(error instanceof SetupError ? `afterlode: ${error.message}` : error.stack);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  orExit(() => {
    if (words[0] === 'install') ensureInstalled();
    else if (words[0] === 'build') buildAll(words.includes('--types'));
    else ensureReady(words);
  });
}
