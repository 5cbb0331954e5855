import type { FastifyInstance } from 'fastify';

/** A JSON Schema as the description of the API has it; what is not looked at is left out. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

/** One operation of the API. */
export interface Operation {
  readonly method: string;
  /** With names in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body; null where there is none, or where the body is a file. */
  readonly body: Schema | null;
  /** Whether the body is a file named by a header. */
  readonly takesFile: boolean;
  readonly statuses: readonly string[];
}

interface Page {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** What `/openapi.json` of a server describes. */
export interface Description {
  readonly operations: readonly Operation[];
  /** The schema behind a reference, or the schema itself. */
  readonly schemaOf: (schema: Schema) => Schema;
}

export async function describedBy(server: FastifyInstance): Promise<Description> {
  const page = (await server.inject('/openapi.json')).json<Page>();
  const operations = Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => operationOf(method.toUpperCase(), path, one)),
  );
  const schemaOf = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : schemaOf(page.components.schemas[name] ?? {});
  };
  return { operations, schemaOf };
}

function operationOf(method: string, path: string, described: Described): Operation {
  const { parameters = [], requestBody, responses } = described;
  return {
    method,
    path,
    parameters,
    body: requestBody?.content['application/json']?.schema ?? null,
    takesFile: parameters.some(({ name }) => name === 'x-file-name'),
    statuses: Object.keys(responses).map((status) => status.toLowerCase()),
  };
}
