import { openGeoTiff } from '../../files/index.js';
import type { RasterSource } from '../../locate/index.js';
import type { LayerDocument } from '../land/read-layer.js';
import type { NamedFile } from '../zonal/zonal.js';
import type { VacantLandOptions } from './call.js';
import { landFromImage } from './find.js';
import { type GivenModel, openClassifier } from './open-classifier.js';
import type { FoundLand } from './types.js';

/** What vacant land is looked for in, as files and texts that travel between threads. */
export interface LandQuestion {
  readonly image: NamedFile;
  readonly labels: LayerDocument | null;
  readonly model: GivenModel | null;
  readonly parcels: LayerDocument | null;
  readonly builtUp: LayerDocument | null;
  readonly population: NamedFile | null;
  readonly nightLight: NamedFile | null;
  readonly options: VacantLandOptions;
}

/**
 * As `landFromImage`, of files that it opens and closes.
 *
 * @throws AfterlodeError those of `landFromImage` and of opening
 */
export async function answerLand(
  { image, model, population, nightLight, options, ...layers }: LandQuestion,
  progress?: (share: number) => void,
): Promise<FoundLand> {
  const open: { close(): Promise<void> }[] = [];
  const kept = <One extends { close(): Promise<void> }>(one: One) => {
    open.push(one);
    return one;
  };
  const raster = async (file: NamedFile | null): Promise<RasterSource | null> =>
    file === null ? null : kept(await openGeoTiff(file.path, file.name));
  try {
    const opened = model === null ? null : kept(await openClassifier(model));
    const inputs = {
      ...layers,
      image: kept(await openGeoTiff(image.path, image.name)),
      classifier: opened && opened.classifier,
      population: await raster(population),
      nightLight: await raster(nightLight),
    };
    const found = await landFromImage(inputs, options, progress);
    const issues = [...(opened?.notes ?? []), ...found.answer.issues];
    return { ...found, answer: { ...found.answer, issues } };
  } finally {
    for (const one of open) await one.close();
  }
}
