import type { CatalogFile, Overlay } from './types.js';

/** Names of the overlays among a catalog's files, sorted. */
export function overlayNames(files: readonly CatalogFile[]): readonly string[] {
  const names = files.flatMap((file) => /^overlays\/([^/]+)\//.exec(file.path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The overlay of a name among a catalog's files, paths made relative to it; null where there is none. */
export function overlayFrom(files: readonly CatalogFile[], name: string): Overlay | null {
  const prefix = `overlays/${name}/`;
  const own = files
    .filter((file) => file.path.startsWith(prefix))
    .map((file) => ({ path: file.path.slice(prefix.length), text: file.text }));
  return own.length === 0 ? null : { name, files: own };
}
