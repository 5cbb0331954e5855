import type { FastifyRequest } from 'fastify';
import { routeOf } from '../running/log.js';

/**
 * Routes that everybody may ask, known or not, by method and path: whether the server lives, what it offers, and signing in. Pages and
 * their files are everybody's too; all else names what it needs.
 */
export const openRoutes: readonly string[] = [
  'GET /health',
  'GET /ready',
  'GET /api/health',
  'GET /openapi.json',
  'GET /ogc/api',
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
];

/** Whether a request asks one of them. */
export function isOpenPlace(request: FastifyRequest): boolean {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return openRoutes.includes(`${method} ${routeOf(request)}`);
}
