import type { FastifyRequest } from 'fastify';
import { type AccessCall, operator } from '../../app/index.js';

/** Who calls, for use cases that change something or ask where somebody may read. */
export function callerOf(_request: FastifyRequest): AccessCall {
  return { actor: operator() };
}
