import type { Issue } from '../../base/index.js';
import { readTextFile } from '../../files/index.js';
import { broughtClassifier, forestClassifier, type LandClassifier, readModel } from '../../locate/index.js';
import {
  type BroughtModel,
  isManifest,
  openBroughtModel,
  openSentModel,
  type SentModel,
} from '../brought-model.js';
import type { NamedFile } from '../zonal/zonal.js';

/** A model of a call: a file, the text of what training wrote, or a model of the user that was sent. */
export type GivenModel = NamedFile | SentModel | { readonly name: string; readonly text: string };

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
  if ('onnx' in given) return brought(await openSentModel(given));
  const text = 'text' in given ? given.text : await readTextFile(given.path);
  if ('path' in given && isManifest(given.name, text)) return brought(await openBroughtModel(given.path));
  const classifier = forestClassifier(readModel(text, given.name));
  return { classifier, notes: [], close: () => Promise.resolve() };
}

function brought({ manifest, run, where, note, close }: BroughtModel): OpenClassifier {
  return { classifier: broughtClassifier(manifest, run, where), notes: [note], close };
}
