import { dirname, join } from 'node:path';
import { AfterlodeError, type Issue, issue } from '../base/index.js';
import { type ModelManifest, readModelManifest } from '../catalog/index.js';
import { openOnnx, readBytes, readTextFile, sha256Bytes } from '../files/index.js';
import { checkShapes, type RunModel } from '../locate/index.js';

/** A model that a user brings, ready to run. */
export interface BroughtModel {
  readonly manifest: ModelManifest;
  /** File of the model, for messages. */
  readonly where: string;
  readonly run: RunModel;
  /** Where it comes from, to stand beside what it tells. */
  readonly note: Issue;
  readonly close: () => Promise<void>;
}

/** A model that came with a request. */
export interface SentModel {
  /** Of the manifest, for messages. */
  readonly name: string;
  readonly manifest: string;
  /** Bytes of the model. */
  readonly onnx: Uint8Array;
}

/**
 * Opens a model by its manifest.
 *
 * @param path of the manifest; the model lies beside it
 * @param check what else the manifest must be, told before the model is loaded
 * @throws AfterlodeError MODEL_MANIFEST, MODEL_CHANGED, MODEL_FILE, MODEL_FORM, FILE_…
 */
export async function openBroughtModel(
  path: string,
  check: (manifest: ModelManifest, where: string) => void = () => undefined,
): Promise<BroughtModel> {
  const manifest = readModelManifest(await readTextFile(path), path);
  check(manifest, path);
  const where = join(dirname(path), manifest.model);
  return readied(manifest, path, await readBytes(where), where);
}

/** As `openBroughtModel`, of a model that came with a request. */
export async function openSentModel({ name, manifest: text, onnx }: SentModel): Promise<BroughtModel> {
  const manifest = readModelManifest(text, name);
  return readied(manifest, name, onnx, manifest.model);
}

async function readied(
  manifest: ModelManifest,
  path: string,
  bytes: Uint8Array,
  where: string,
): Promise<BroughtModel> {
  const found = sha256Bytes(bytes);
  if (found !== manifest.sha256)
    throw new AfterlodeError('MODEL_CHANGED', where, {
      found: begin(found),
      expected: begin(manifest.sha256),
    });
  const names = { input: manifest.input.name, output: manifest.output.name };
  const model = await openOnnx(bytes, where, names);
  try {
    checkShapes(manifest, model, where);
  } catch (error) {
    await model.close();
    throw error;
  }
  const { title, model: file, source, licence } = manifest;
  const facts = { title: title ?? file, sha256: begin(found), source, licence };
  const note = issue('MODEL_BROUGHT', 'note', path, facts);
  return { manifest, where, run: model.run, note, close: model.close };
}

/** Whether a file is a manifest, and not the model that training writes: that is JSON and says its kind. */
export function isManifest(name: string, text: string): boolean {
  return /\.ya?ml$/i.test(name) || (/^\s*\{/.test(text) && /"sha256"/.test(text) && !/"kind"/.test(text));
}

function begin(sha256: string): string {
  return sha256.slice(0, 12);
}
