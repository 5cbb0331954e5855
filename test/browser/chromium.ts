import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const decompress = promisify(brotliDecompress);
const require = createRequire(import.meta.url);

/** Where distributions put it; `AFTERLODE_CHROMIUM` names another. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless Chromium: one of the system, else the one that npm brought. The latter needs libraries of the system; where
 * they are missing, those that it carries along are put before it.
 */
export async function launchChromium(): Promise<Browser> {
  const own = [process.env.AFTERLODE_CHROMIUM, ...installed].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (own !== undefined) return launch(own);
  const executable = await unpackedChromium();
  try {
    return await launch(executable);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (!message.includes('shared libraries')) throw cause;
    return launch(executable, { ...process.env, LD_LIBRARY_PATH: await unpackedLibraries() });
  }
}

function launch(executablePath: string, env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // No graphics card is needed: the page draws SVG.
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-dev-shm-usage'],
    env: Object.fromEntries(given),
  });
}

function packageFolder(): string {
  // its main file lies in build/cjs; package.json is not among its exports
  const main = require.resolve('@sparticuz/chromium');
  return main.slice(0, main.lastIndexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium');
}

async function cacheFolder(): Promise<string> {
  const text = await readFile(join(packageFolder(), 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return join(dirname(dirname(packageFolder())), '.cache', `chromium-${version}`);
}

/**
 * Unpacks once, under another name first, so that two processes at a time never see half a file. The first one's file stays: a
 * browser that runs starts its helpers from it and would find it replaced.
 */
async function unpackedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install one and name it in AFTERLODE_CHROMIUM.');
  }
  const folder = await cacheFolder();
  const target = join(folder, 'chromium');
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  const draft = join(await mkdtemp(join(folder, 'draft-')), 'chromium');
  await writeFile(draft, await decompress(await readFile(join(packageFolder(), 'bin', 'chromium.br'))));
  await chmod(draft, 0o755);
  await link(draft, target).catch(unlessThere(target));
  await rm(dirname(draft), { recursive: true });
  return target;
}

async function unpackedLibraries(): Promise<string> {
  const folder = await cacheFolder();
  const target = join(folder, 'al2023');
  if (!existsSync(target)) {
    const draft = await mkdtemp(join(folder, 'draft-'));
    const input = await decompress(await readFile(join(packageFolder(), 'bin', 'al2023.tar.br')));
    execFileSync('tar', ['-x', '-C', draft], { input });
    await rename(draft, target).catch(unlessThere(target));
  }
  return join(target, 'lib');
}

function unlessThere(target: string): (cause: unknown) => void {
  return (cause) => {
    if (!existsSync(target)) throw cause;
  };
}
