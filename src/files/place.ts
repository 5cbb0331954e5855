import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readFailure } from './failure.js';
import { httpFacts, openHttp, plainName } from './raster/http-source.js';
import { exists, readTextFile, strictText } from './read.js';

/** A place is a path or an http(s) address whose server answers ranges. */

/** Whether a place is an address. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** A file below a folder. What stands behind the question mark of an address, such as the key to an object store, stays. */
export function placeBelow(folder: string, ...names: readonly string[]): string {
  if (!isAddress(folder)) return join(folder, ...names);
  const url = new URL(folder);
  const parts = names.flatMap((name) => name.split('/')).map(encodeURIComponent);
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...parts].join('/');
  return url.href;
}

/** What messages call a place: keys of addresses stay out of them. */
export function placeName(place: string): string {
  return isAddress(place) ? plainName(place) : place;
}

/** The same place whatever folder a process works in. */
export function fullPlace(place: string): string {
  return isAddress(place) ? place : resolve(place);
}

/**
 * Whether something stands at a place.
 *
 * @throws AfterlodeError `FILE_NOT_READABLE`; of addresses `RASTER_ADDRESS`, `RASTER_NO_RANGES`, `RASTER_EMPTY`
 */
export async function existsAt(place: string): Promise<boolean> {
  return isAddress(place) ? (await httpFacts(place)) !== null : exists(place);
}

/**
 * Text of a UTF-8 file, without byte-order mark.
 *
 * @throws AfterlodeError as `readTextFile`; of addresses `RASTER_ADDRESS`, `RASTER_NO_RANGES`, `RASTER_EMPTY`
 */
export async function readTextAt(place: string): Promise<string> {
  if (!isAddress(place)) return readTextFile(place);
  const source = await openHttp(place);
  try {
    return strictText(await source.read(0, source.size), source.name);
  } finally {
    await source.close();
  }
}

/**
 * What tells one state of a file from another without reading it: size and time of the last change, of an address what its
 * server says of the version.
 *
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`; of addresses as `readTextAt`
 */
export async function stampOf(place: string): Promise<{ readonly size: number; readonly version: string }> {
  if (isAddress(place)) {
    const facts = await httpFacts(place);
    if (facts !== null) return facts;
    // Says what the server answers.
    const source = await openHttp(place);
    await source.close();
    return { size: source.size, version: '' };
  }
  try {
    const { size, mtimeMs } = await stat(place);
    return { size, version: String(mtimeMs) };
  } catch (error) {
    throw readFailure(place, error);
  }
}
