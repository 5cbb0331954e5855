// Installs and builds what is missing or stale. Node built-ins only: this runs before anything is installed.
// All words go to standard error, because commands promise JSON and nothing else on standard output.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';
import { parts } from './parts.mjs';
import { contentHash, quickHash, sha256 } from './stamp.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const at = (path) => join(root, path);
const say = (text) => process.stderr.write(`${text}\n`);
const installStamp = at('node_modules/.afterlode-installed');

/**
 * Makes the checkout ready: packages as the lock file names them, then the parts asked for.
 * The check of a ready checkout takes a few milliseconds; two processes at once wait for each other.
 */
export async function ensureReady(names = ['program']) {
  const wanted = names.map((name) => parts[name]);
  if (isInstalled() && wanted.every(isBuilt)) return;
  await withLock(at('.setup.lock'), say, async (holds) => {
    if (!isInstalled()) await install(holds);
    for (const name of names) if (!isBuilt(parts[name])) await build(name, holds);
  });
}

/** Whether a part is built from the sources as they are; builds nothing. */
export const isFresh = (name) => isBuilt(parts[name]);

/** Only the packages; for tools that need no build. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(at('.setup.lock'), say, async (holds) => {
    if (!isInstalled()) await install(holds);
  });
}

/** `npm run build`: everything anew, with declarations on request. */
async function buildAll(types) {
  await ensureInstalled();
  await withLock(at('.setup.lock'), say, async (holds) => {
    await build('program', holds);
    await build('web', holds);
    if (types) await run([process.execPath, at('tools/build.mjs'), 'types'], 'writing declarations', holds);
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
  writeIfAllowed(installStamp, key);
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

async function install(holds) {
  // npm ci would empty the folder behind a link, and with it the packages of another checkout.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupError(
      `node_modules is a link to ${realpathSync(at('node_modules'))}, which does not hold what package-lock.json names` +
        ' for this version of Node. Remove the link, or install in that checkout.',
    );
  }
  say('afterlode: installing packages (about a minute on the first run) …');
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  // NODE_ENV=production would leave out the tools that build the program.
  await run([...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'], 'installing packages', holds);
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

async function build(name, holds) {
  const part = parts[name];
  say(`afterlode: building ${part.words} …`);
  const quick = quickHash(root, part.from, part.except);
  const content = contentHash(root, part.from, part.except);
  await run([process.execPath, at('tools/build.mjs'), name], `building ${part.words}`, holds);
  writeStamp(part, quick, content);
}

function writeStamp(part, quick, content) {
  mkdirSync(dirname(at(part.stamp)), { recursive: true });
  writeIfAllowed(at(part.stamp), JSON.stringify({ quick, content }));
}

/** A read-only checkout that is ready already works without a fresher stamp. */
function writeIfAllowed(path, text) {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (error.code !== 'EROFS' && error.code !== 'EACCES') throw error;
  }
}

async function run([command, ...words], what, holds) {
  const status = await new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('spawn', () => holds(child.pid));
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
  if (status !== 0) throw new SetupError(`${what} failed (${status}); the lines above say why.`);
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
export async function orExit(work) {
  try {
    await work();
  } catch (error) {
    say(error instanceof SetupError ? `afterlode: ${error.message}` : error.stack);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  await orExit(() => {
    if (words[0] === 'install') return ensureInstalled();
    return words[0] === 'build' ? buildAll(words.includes('--types')) : ensureReady(words);
  });
}
