import { sha256Text, sortedJson } from '../base/index.js';
import { stampOf } from '../files/index.js';
import { codeVersion } from './code-version.js';
import { pathOfPlace } from './pair-source.js';
import type { TilePart, TileSetup } from './radar-tiles.js';

/** How many files are asked for their size and version at a time. */
const together = 8;

/**
 * What the tiles of a setup depend on, as one hash: the work and its options, each file's place, size and version, and the
 * code. Nothing is read but the facts of the files.
 *
 * @throws AfterlodeError the faults of `stampOf`
 */
export async function setupKey(setup: TileSetup): Promise<string> {
  const { phases, coherences, components } = setup.stack;
  const places = [...new Set([...phases, ...(coherences ?? []), ...(components ?? [])].map(pathOfPlace))];
  const stamps: unknown[] = [];
  for (let at = 0; at < places.length; at += together)
    stamps.push(...(await Promise.all(places.slice(at, at + together).map(stampOf))));
  return sha256Text(sortedJson({ code: codeVersion(), setup, stamps }));
}

/** Key of a tile: equal inputs have equal keys, so that doing it again writes the same file again. */
export function tileKey(setup: string, part: TilePart): string {
  return sha256Text(sortedJson({ setup, part }));
}

/** Name of a tile on the queue: the same tile for another folder is another effect. */
export function jobId({ folder, key }: { readonly folder: string; readonly key: string }): string {
  return `t${sha256Text(`${folder}\n${key}`)}`;
}
