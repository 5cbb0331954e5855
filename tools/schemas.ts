import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogSchemas, modelManifestSchema, planFileSchema } from '../src/catalog/index.js';

// Writes the JSON Schemas of the catalog files, of manifests of models and of plan files for editors. Run after a change of src/catalog/schema*.ts.
const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [kind, schema] of [
  ...catalogSchemas(),
  ['model', modelManifestSchema()] as const,
  ['plan', planFileSchema()] as const,
]) {
  writeFileSync(new URL(`${kind}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
