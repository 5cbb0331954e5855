import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.js';
import type { AccessCall } from '../../app/index.js';

/** Who asks, and by what he is known. */
export interface Asker {
  /** `machine`: nobody is asked, as only this machine gets in. `nobody`: has shown nothing that holds, and nothing is open to him. */
  readonly by: 'machine' | 'session' | 'token' | 'anonymous' | 'nobody';
  readonly actor: Actor | null;
  /** What a session is known by; null for all others. */
  readonly secret: string | null;
  /** Whether a session or token was shown that does not hold. */
  readonly refused: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the door before anything else of a request is looked at. */
    asker: Asker | null;
  }
}

/** Who calls, for use cases that change something or ask where somebody may read. */
export function callerOf(request: FastifyRequest, why?: string): AccessCall {
  return { actor: request.asker?.actor ?? null, ...(why !== undefined && { why }) };
}
