import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a model and its manifest into a folder.
 *
 * @param manifest without file, checksum, source and licence; they are filled in
 * @returns path of the manifest
 */
export function putModel(folder: string, name: string, bytes: Uint8Array, manifest: object): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, `${name}.yaml`);
  writeFileSync(join(folder, `${name}.onnx`), bytes);
  // JSON is YAML too.
  const filled = {
    model: `${name}.onnx`,
    sha256,
    source: 'made for a test',
    licence: 'CC0-1.0',
    ...manifest,
  };
  writeFileSync(path, JSON.stringify(filled, null, 2));
  return path;
}
