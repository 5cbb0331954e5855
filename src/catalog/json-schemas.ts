import { z } from 'zod';
import { type Kind, kindNames, manyInFile } from './kinds.js';
import { definitionSchemas } from './schema.js';

/**
 * JSON Schemas (draft 7, which editors understand best) of the catalog files, by kind.
 * Files with many definitions have a schema for the map of them.
 */
export function catalogSchemas(): ReadonlyMap<Kind, object> {
  return new Map(kindNames.map((kind) => [kind, fileSchema(kind)] as const));
}

function fileSchema(kind: Kind): object {
  const one = definitionSchemas[kind];
  const whole = manyInFile.has(kind) ? z.record(z.string().regex(/^[A-Za-z0-9_-]+$/), one) : one;
  const schema = z.toJSONSchema(whole, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { ...schema, title: `afterlode catalog: ${kind}` };
}
