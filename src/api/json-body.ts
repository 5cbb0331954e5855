import type { FastifyInstance } from 'fastify';
import { AfterlodeError, nestsDeeper } from '../base/index.js';

/** Levels of brackets in a body: GeoJSON has eight. What nests deeper than the stack is deep breaks whoever walks it. */
export const deepestBody = 100;

/** Reads JSON bodies as the server does anyway, but for those that nest without reason. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (!nestsDeeper(body, deepestBody)) return parse(request, body, done);
    const where = `${request.method} ${request.routeOptions.url ?? ''}`;
    const found = { en: 'brackets within brackets', zh: '括号层层嵌套' };
    const expected = { en: `at most ${deepestBody} levels`, zh: `最多 ${deepestBody} 层` };
    done(new AfterlodeError('API_REQUEST', where, { found, expected }));
  });
}
