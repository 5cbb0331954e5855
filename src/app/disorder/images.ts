import { basename, extname, join } from 'node:path';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { isPictureName, listFiles, readBytes, readPicture } from '../../files/index.js';
import { classShares, readTensors, streetClasses, streetNetwork } from '../../locate/index.js';
import { filled, type ImageShares, openTable } from './tables.js';

/** Shares of classes in pictures of a folder, and what was left out. */
export interface SegmentedFolder {
  readonly shares: readonly ImageShares[];
  readonly issues: readonly Issue[];
}

/**
 * Cuts the pictures of a folder into classes with the street network.
 *
 * @param call folder, file of the weights, and the table `image,segment` that places the pictures; an image is named with or without
 *   its ending
 * @param progress told the share done after each picture
 * @throws AfterlodeError CALL_OPTION where no picture of the table lies in the folder, STREET_WEIGHTS, FILE_PICTURE, DISORDER_TABLE
 */
export async function segmentFolder(
  call: { readonly images: string; readonly weights: string; readonly places: string },
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
  const network = streetNetwork(readTensors(await readBytes(call.weights), call.weights), call.weights);
  const shares: ImageShares[] = [];
  for (const { image, segment, file } of placed) {
    const found = classShares(network.segment(await readPicture(file)));
    shares.push({
      image,
      segment,
      shares: new Map(streetClasses.map((name, at) => [name, found[at] as number])),
    });
    progress(shares.length / placed.length);
  }
  const left = files.length - placed.length;
  const lacking = segmentOf.size - placed.length;
  return {
    shares,
    issues: [
      issue('STREET_TRAINED', 'note', call.weights),
      ...(left > 0 ? [issue('DISORDER_UNPLACED', 'warning', call.places, { found: left })] : []),
      ...(lacking > 0
        ? [issue('DISORDER_IMAGES_LACKING', 'warning', join(call.images), { found: lacking })]
        : []),
    ],
  };
}

/** Segment of each picture: `image,segment`. */
async function readPlaces(file: string): Promise<ReadonlyMap<string, string>> {
  const open = await openTable(file, ['image', 'segment']);
  return new Map(
    [...open.table.rows.keys()].map((row) => [filled(open, row, 'image'), filled(open, row, 'segment')]),
  );
}
