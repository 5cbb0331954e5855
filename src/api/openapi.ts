import swagger from '@fastify/swagger';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { componentNames } from './schemas.js';
import type { Server } from './server-types.js';

const plainly = createJsonSchemaTransform({ schemaRegistry: componentNames });

/** Describes every route at `/openapi.json`. To be called before the routes are added. */
export async function describeRoutes(server: Server, version: string): Promise<void> {
  server.setValidatorCompiler(validatorCompiler);
  // Answers are the use cases' own values; their schemas document and are checked by tests, never cut or re-parse.
  server.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'afterlode',
        version,
        description:
          'Check-ups of resource-based cities. Numbers are full doubles in the unit named beside them, missing is null, ' +
          'texts come in Chinese and English. Every number has an address that /api/explain opens to its sources.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'cities', description: 'The register, check-ups, comparisons' },
        { name: 'definitions', description: 'Catalog, tables, explanations' },
        { name: 'claims', description: 'Published statements, recomputed' },
        { name: 'assessment', description: 'Identification, analyses, evaluation, transfers' },
        { name: 'ledger', description: 'What people add: imports, findings, decisions' },
        {
          name: 'engine',
          description: 'Composite indices and decision analysis of tables that come with the request',
        },
        { name: 'locate', description: 'Rasters and zones that are sent, and sinking ground' },
        {
          name: 'plan',
          description:
            'Successor industries, linkages, chains, renewal, restoration and roadmaps of tables that are sent',
        },
        { name: 'files', description: 'Reports and backups' },
        { name: 'open data', description: 'Exports, and the description of what is published' },
        { name: 'features', description: 'OGC API Features: cities and findings' },
        { name: 'access', description: 'Signing in, accounts, tokens, the audit log' },
        { name: 'server', description: 'State of the server' },
      ],
    },
    transform: (told) => {
      const { schema, url } = plainly(told);
      const { needs } = told.route.config ?? {};
      return { schema: needs === undefined ? schema : { ...schema, 'x-needs': needs }, url };
    },
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: componentNames }),
  });
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
}
