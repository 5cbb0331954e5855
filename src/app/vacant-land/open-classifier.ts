import type { Issue } from '../../base/index.js';
import { readTextFile } from '../../files/index.js';
import { broughtClassifier, forestClassifier, type LandClassifier, readModel } from '../../locate/index.js';
import { isManifest, openBroughtModel } from '../brought-model.js';
import type { NamedFile } from '../zonal/zonal.js';

/** A model of a call: a file, or its text. */
export type GivenModel = NamedFile | { readonly name: string; readonly text: string };

/** A classifier and what it holds open. */
export interface OpenClassifier {
  readonly classifier: LandClassifier;
  /** Whose model it is, where somebody brought it. */
  readonly notes: readonly Issue[];
  close(): Promise<void>;
}

/**
 * Opens a model: the file that training wrote, or a model that the user brings by its manifest.
 *
 * @throws AfterlodeError VACANT_MODEL, VACANT_MODEL_CHANGED, MODEL_…, FILE_…
 */
export async function openClassifier(given: GivenModel): Promise<OpenClassifier> {
  const text = 'text' in given ? given.text : await readTextFile(given.path);
  if ('path' in given && isManifest(given.name, text)) {
    const { manifest, run, where, note, close } = await openBroughtModel(given.path);
    return { classifier: broughtClassifier(manifest, run, where), notes: [note], close };
  }
  const classifier = forestClassifier(readModel(text, given.name));
  return { classifier, notes: [], close: () => Promise.resolve() };
}
