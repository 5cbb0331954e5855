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

/** What npm brings is built for this alone. */
const npmCanRun = process.platform === 'linux' && process.arch === 'x64';
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
  if (own !== undefined) return launch(own, process.env);
  return launchFromNpm(process.env);
}

/**
 * The Chromium that npm brought, and no fonts but the one it carries along, which has Latin letters alone: on every machine the
 * same picture of a page, on which Chinese comes from the fonts that the page ships. Another Chromium where npm's cannot run.
 */
export async function launchSameChromium(): Promise<Browser> {
  if (!npmCanRun) return launchChromium();
  return launchFromNpm({ ...process.env, FONTCONFIG_FILE: await unpackedFonts() });
}

async function launchFromNpm(env: NodeJS.ProcessEnv): Promise<Browser> {
  const executable = await unpackedChromium();
  try {
    return await launch(executable, env);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (!message.includes('shared libraries')) throw cause;
    return launch(executable, { ...env, LD_LIBRARY_PATH: await unpackedLibraries() });
  }
}

function launch(executablePath: string, env: NodeJS.ProcessEnv): Promise<Browser> {
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
  if (!npmCanRun) {
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

const unpackedLibraries = async () => join(await unpackedArchive('al2023'), 'lib');

/** Settings of the library that finds fonts, for the folder of the unpacked ones alone; a path. */
async function unpackedFonts(): Promise<string> {
  const folder = await unpackedArchive('fonts');
  const settings = join(folder, 'only-these.conf');
  if (!existsSync(settings)) {
    const draft = `${settings}.${process.pid}`;
    const folders = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`;
    await writeFile(draft, `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`);
    await rename(draft, settings);
  }
  return settings;
}

async function unpackedArchive(name: 'al2023' | 'fonts'): Promise<string> {
  const folder = await cacheFolder();
  const target = join(folder, name);
  if (!existsSync(target)) {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(folder, 'draft-'));
    const input = await decompress(await readFile(join(packageFolder(), 'bin', `${name}.tar.br`)));
    execFileSync('tar', ['-x', '-C', draft], { input });
    await rename(draft, target).catch(unlessThere(target));
  }
  return target;
}

function unlessThere(target: string): (cause: unknown) => void {
  return (cause) => {
    if (!existsSync(target)) throw cause;
  };
}
