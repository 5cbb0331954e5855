import { basename, join } from 'node:path';
import { AfterlodeError, type Text } from '../../base/index.js';
import { exists, isAddress, listFiles } from '../../files/index.js';
import { daysIn } from './dates.js';

const hdf5 = /\.(h5|hdf5|he5)$/i;
const tiff = /\.tiff?$/i;

/** Whether a file of HDF5 holds pairs, by the name that MintPy gives them. */
const ofPairs = /ifgramStack\w*\.(h5|hdf5|he5)$/i;

/** What an option of pairs expects that a finished series is not. */
export const pairsWanted: Text = {
  en: 'a stack of pairs for this option',
  zh: '用于干涉对数据的选项，成品序列不适用',
};

/** What a path leads to. */
export type Given =
  | { readonly kind: 'pairs'; readonly path: string }
  /** Files of a finished series: one, or GeoTIFFs of one date each. */
  | { readonly kind: 'series'; readonly files: readonly string[] };

/**
 * Tells a stack of pairs from a finished series: a file of it, or a folder that holds nothing else of the kind.
 *
 * @throws AfterlodeError CALL_FILE_MISSING
 */
export async function givenAt(path: string): Promise<Given> {
  if (isAddress(path)) {
    const finished = tiff.test(new URL(path).pathname);
    return finished ? { kind: 'series', files: [path] } : { kind: 'pairs', path };
  }
  if (!(await exists(path))) throw new AfterlodeError('CALL_FILE_MISSING', path);
  if (ofPairs.test(path)) return { kind: 'pairs', path };
  if (/\.(h5|hdf5|he5|tiff?|csv|csv\.gz)$/i.test(path)) return { kind: 'series', files: [path] };
  const below = await listFiles(path);
  // Who lists pairs means them, whatever lies beside the list.
  if (below.includes(join(path, 'pairs.csv'))) return { kind: 'pairs', path };
  const stack = below.find((file) => ofPairs.test(file));
  if (stack !== undefined) return { kind: 'pairs', path: stack };
  const products = below.filter((file) => hdf5.test(file));
  if (products.length === 1) return { kind: 'series', files: products };
  const dated = below.filter((file) => tiff.test(file));
  const single = dated.length > 1 && dated.every((file) => daysIn(basename(file)).length === 1);
  return single ? { kind: 'series', files: dated } : { kind: 'pairs', path };
}
