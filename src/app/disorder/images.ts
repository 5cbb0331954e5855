import { basename, extname, join } from 'node:path';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { isPictureName, listFiles, readBytes, readPicture } from '../../files/index.js';
import {
  classShares,
  expectColours,
  type Picture,
  pictureShares,
  readTensors,
  streetClasses,
  streetNetwork,
} from '../../locate/index.js';
import { openBroughtModel } from '../brought-model.js';
import { filled, type ImageShares, openTable } from './tables.js';

/** Shares of classes in pictures of a folder, and what was left out. */
export interface SegmentedFolder {
  readonly shares: readonly ImageShares[];
  readonly issues: readonly Issue[];
}

/** What cuts pictures into classes: weights of the street network, or the manifest of a model that the user brings. */
export type CutBy = { readonly weights: string } | { readonly model: string };

/**
 * Cuts the pictures of a folder into classes.
 *
 * @param call folder, what cuts them, and the table `image,segment` that places the pictures; an image is named with or without its ending
 * @param progress told the share done after each picture
 * @throws AfterlodeError CALL_OPTION where no picture of the table lies in the folder, STREET_WEIGHTS, MODEL_…, FILE_PICTURE, DISORDER_TABLE
 */
export async function segmentFolder(
  call: { readonly images: string; readonly by: CutBy; readonly places: string },
  progress: (share: number) => void,
): Promise<SegmentedFolder> {
  const segmentOf = await readPlaces(call.places);
  const files = (await listFiles(call.images)).filter(isPictureName);
  const placed = files.flatMap((file) => {
    const image = basename(file, extname(file));
    const segment = segmentOf.get(image) ?? segmentOf.get(basename(file));
    return segment === undefined ? [] : [{ image, segment, file }];
  });
  if (placed.length === 0)
    throw new AfterlodeError('CALL_OPTION', '--images', {
      found: {
        en: `${files.length} pictures in ${call.images}`,
        zh: `${call.images} 中有 ${files.length} 张图片`,
      },
      expected: { en: `pictures that ${call.places} names`, zh: `${call.places} 中列出的图片` },
    });
  const cutter = 'weights' in call.by ? await byWeights(call.by.weights) : await byModel(call.by.model);
  const shares: ImageShares[] = [];
  try {
    for (const { image, segment, file } of placed) {
      const found = await cutter.sharesOf(await readPicture(file));
      const named = cutter.classes.map((name, at) => [name.toLowerCase(), found[at] as number] as const);
      shares.push({ image, segment, shares: new Map(named) });
      progress(shares.length / placed.length);
    }
  } finally {
    await cutter.close();
  }
  const left = files.length - placed.length;
  const lacking = segmentOf.size - placed.length;
  return {
    shares,
    issues: [
      cutter.note,
      ...(left > 0 ? [issue('DISORDER_UNPLACED', 'warning', call.places, { found: left })] : []),
      ...(lacking > 0
        ? [issue('DISORDER_IMAGES_LACKING', 'warning', join(call.images), { found: lacking })]
        : []),
    ],
  };
}

/** Tells the shares of classes in pictures, one after the other. */
interface Cutter {
  readonly classes: readonly string[];
  readonly sharesOf: (picture: Picture) => Promise<Float64Array>;
  readonly note: Issue;
  readonly close: () => Promise<void>;
}

async function byWeights(path: string): Promise<Cutter> {
  const network = streetNetwork(readTensors(await readBytes(path), path), path);
  return {
    classes: streetClasses,
    sharesOf: (picture) => Promise.resolve(classShares(network.segment(picture))),
    note: issue('STREET_TRAINED', 'note', path),
    close: () => Promise.resolve(),
  };
}

async function byModel(path: string): Promise<Cutter> {
  const { manifest, run, where, note, close } = await openBroughtModel(path, expectColours);
  return {
    classes: manifest.classes,
    sharesOf: (picture) => pictureShares(picture, manifest, run, where),
    note,
    close,
  };
}

/** Segment of each picture: `image,segment`. */
async function readPlaces(file: string): Promise<ReadonlyMap<string, string>> {
  const open = await openTable(file, ['image', 'segment']);
  return new Map(
    [...open.table.rows.keys()].map((row) => [filled(open, row, 'image'), filled(open, row, 'segment')]),
  );
}
