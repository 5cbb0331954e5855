import { readTextFile } from '../../files/index.js';
import { forestClassifier, type LandClassifier, readModel } from '../../locate/index.js';
import type { NamedFile } from '../zonal/zonal.js';

/** A model of a call: a file, or its text. */
export type GivenModel = NamedFile | { readonly name: string; readonly text: string };

/** A classifier and what it holds open. */
export interface OpenClassifier {
  readonly classifier: LandClassifier;
  close(): Promise<void>;
}

/**
 * Opens a model: the file that training wrote.
 *
 * @throws AfterlodeError VACANT_MODEL, VACANT_MODEL_CHANGED, FILE_…
 */
export async function openClassifier(given: GivenModel): Promise<OpenClassifier> {
  const text = 'text' in given ? given.text : await readTextFile(given.path);
  return { classifier: forestClassifier(readModel(text, given.name)), close: () => Promise.resolve() };
}
