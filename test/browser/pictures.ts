import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { encodePng, type PictureBytes, readPicture } from '../../src/files/index.js';

/**
 * How far a page may be from its kept picture. Repeated runs of one Chromium differ in no pixel; what stands here leaves room for a
 * version number or a checksum that is another (about 300 pixels), not for a colour, a font or a place.
 */
export const tolerance = {
  /** Distance of two colours from which a pixel counts as another one, 0–1 (`threshold` of pixelmatch). */
  threshold: 0.05,
  /** Largest share of the pixels that may be another. */
  share: 0.002,
  /** The same where the Chromium is not the one that the kept pictures are of: it may draw letters otherwise. */
  shareOfOtherVersion: 0.05,
} as const;

const kept = fileURLToPath(new URL('pictures', import.meta.url));
const versionFile = join(kept, 'chromium.txt');
/** Kept pictures have 32 steps a channel: fewer bytes, and a third of `threshold` away from what was seen at most. */
const step = 255 / 31;

/** The first view of a page, once two pictures in a row are equal. */
export async function firstView(page: Page): Promise<PictureBytes> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let before = await page.screenshot({ animations: 'disabled' });
  for (let tries = 0; tries < 50; tries++) {
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(before)) return decoded(now);
    before = now;
  }
  throw new Error('The page does not come to rest');
}

async function decoded(png: Buffer): Promise<PictureBytes> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-view-'));
  try {
    const file = join(folder, 'seen.png');
    await writeFile(file, png);
    return await readPicture(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Share of the pixels in which two pictures differ, 0–1, and where; 1 for those of another size. */
export function difference(one: PictureBytes, other: PictureBytes): { share: number; pixels: Uint8Array } {
  const { width, height } = one;
  const pixels = new Uint8Array(width * height * 4);
  if (other.width !== width || other.height !== height) return { share: 1, pixels };
  const { threshold } = tolerance;
  const differing = pixelmatch(opaque(one), opaque(other), pixels, width, height, { threshold });
  return { share: differing / (width * height), pixels };
}

/**
 * Holds a picture to the kept one of its name: empty where it is near enough, else what is wrong and where to look.
 * `npm run golden -- browser/pictures` keeps what is seen instead.
 *
 * @param version of the Chromium that drew it
 */
export async function faultOfPicture(name: string, seen: PictureBytes, version: string): Promise<string> {
  const path = join(kept, `${name}.png`);
  if (process.env['UPDATE_GOLDEN'] === '1') await keep(path, seen, version);
  if (!existsSync(path)) return `${name}: no picture is kept: npm run golden -- browser/pictures`;
  const keptVersion = (await readFile(versionFile, 'utf8')).trim();
  const most = version === keptVersion ? tolerance.share : tolerance.shareOfOtherVersion;
  const { share, pixels } = difference(await readPicture(path), seen);
  if (share <= most) return '';
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-picture-'));
  await writePng(join(folder, `${name}-seen.png`), seen, opaque(seen));
  await writePng(join(folder, `${name}-difference.png`), seen, pixels);
  const other = version === keptVersion ? '' : ` Kept by Chromium ${keptVersion}, seen by ${version}.`;
  const percent = (value: number) => `${(100 * value).toFixed(2)} %`;
  return `${name}: ${percent(share)} of the pixels differ, at most ${percent(most)} may.${other} Look in ${folder}; ${renew}`;
}

const renew = 'if it should look so: npm run golden -- browser/pictures';

async function keep(path: string, seen: PictureBytes, version: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writePng(
    path,
    seen,
    opaque(seen).map((value) => Math.round(value / step) * step),
  );
  await writeFile(versionFile, `${version}\n`);
}

async function writePng(path: string, { width, height }: PictureBytes, pixels: Uint8Array): Promise<void> {
  await writeFile(path, await encodePng(width, height, pixels));
}

/** Red, green, blue and full opacity of each pixel. */
function opaque({ width, height, pixels }: PictureBytes): Uint8Array {
  const made = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) made.set(pixels.subarray(3 * at, 3 * at + 3), 4 * at);
  return made;
}
