import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import type { RasterSource } from '../../locate/index.js';

/** An image whose bands have names. */
export interface NamedBands {
  /** With the bands that are named and no others. */
  readonly image: RasterSource;
  readonly names: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Names the bands of an image, as the call says or else as the image does.
 *
 * @param said by band, null leaves one out
 * @throws AfterlodeError VACANT_BANDS where the call names more or fewer bands than there are
 */
export function namedBands(image: RasterSource, said: readonly (string | null)[] | null): NamedBands {
  if (said !== null) {
    const kept = said.flatMap((name, at) => (name === null ? [] : [at]));
    if (said.length !== image.bands) throw wrongBands(image, said.map((name) => name ?? '-').join(', '));
    return { image: withBands(image, kept), names: said.filter((name) => name !== null), issues: [] };
  }
  const own = ownNames(image);
  if (own !== null) return { image, names: own, issues: [] };
  const names = Array.from({ length: image.bands }, (_, at) => `band${at + 1}`);
  return {
    image,
    names,
    issues: [issue('VACANT_BANDS_UNNAMED', 'note', image.name, { found: names.join(', ') })],
  };
}

/**
 * The bands that a model reads, in its order: by name where call or image name them, else as they come.
 *
 * @throws AfterlodeError VACANT_BANDS where one is not there
 */
export function bandsFor(
  image: RasterSource,
  said: readonly (string | null)[] | null,
  wanted: readonly string[],
): RasterSource {
  const named = said ?? ownNames(image);
  if (named !== null && (said !== null || wanted.every((name) => named.includes(name)))) {
    const at = wanted.map((name) => named.indexOf(name));
    if (named.length !== image.bands || at.includes(-1)) throw wrongBands(image, wanted.join(', '));
    return withBands(image, at);
  }
  if (image.bands !== wanted.length) throw wrongBands(image, wanted.join(', '));
  return image;
}

/** null where the image does not name each of its bands. */
function ownNames({ bandNames }: RasterSource): readonly string[] | null {
  const names = bandNames.map((name) => name.trim().toLowerCase());
  return names.length > 0 && !names.includes('') && new Set(names).size === names.length ? names : null;
}

function withBands(image: RasterSource, at: readonly number[]): RasterSource {
  return {
    ...image,
    bands: at.length,
    bandNames: at.map((band) => image.bandNames[band] ?? ''),
    read: (window, band) => image.read(window, at[band] ?? -1),
  };
}

function wrongBands(image: RasterSource, expected: string): AfterlodeError {
  return new AfterlodeError('VACANT_BANDS', image.name, { found: image.bands, expected });
}
