import rateLimit from '@fastify/rate-limit';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import { senderOf } from '../../access/index.js';
import { AfterlodeError, type Text } from '../../base/index.js';
import type { Server } from '../server-types.js';

/** `usual`: reading and small changes; `costly`: seconds of computing or large files; `sign-in`: a password is compared. */
export const rateClasses = ['usual', 'costly', 'sign-in'] as const;
export type RateClass = (typeof rateClasses)[number];

/** Requests a minute of one account or, without one, of one sender. */
export type Rates = Readonly<Record<RateClass, number>>;

/**
 * A page asks up to twenty questions, and an office shares an address; a costly answer takes seconds; fifty failures of a sender make
 * sign-in wait anyway. D, our own.
 */
export const usualRates: Rates = { usual: 1200, costly: 60, 'sign-in': 30 };

const classWords: Readonly<Record<RateClass, Text>> = {
  usual: { en: 'requests', zh: '请求' },
  costly: { en: 'costly requests', zh: '耗时请求' },
  'sign-in': { en: 'sign-in', zh: '登录' },
};

/** Counts requests, in the memory of this process: several processes allow as many times as much. */
export interface RateGate {
  /** @throws AfterlodeError API_RATE where there were too many of this class in the last minute */
  count(request: FastifyRequest, kind: RateClass, key: string): Promise<void>;
}

/**
 * Makes the gate. To be called before routes are added. In each class 5,000 accounts and senders are counted at a time, as the package
 * has it; the one that has not asked for longest is forgotten for a new one.
 */
export async function rateGate(server: Server, rates: Rates): Promise<RateGate> {
  await server.register(rateLimit, { global: false });
  const keys = new WeakMap<FastifyRequest, string>();
  const limiters = new Map(
    rateClasses.map((kind) => [
      kind,
      server.createRateLimit({
        max: rates[kind],
        timeWindow: 60_000,
        keyGenerator: (request) => keys.get(request) ?? '',
      }),
    ]),
  );
  return {
    async count(request, kind, key) {
      keys.set(request, key);
      const state = await limiters.get(kind)?.(request);
      if (!state || state.isAllowed || !state.isExceeded) return;
      const expected = new Date(Date.now() + state.ttl).toISOString();
      throw new AfterlodeError('API_RATE', classWords[kind], { found: rates[kind], expected });
    },
  };
}

/** How often a route may be asked: what it says, else by what it needs. */
export function rateOf({ rate, needs }: FastifyContextConfig): RateClass {
  return rate ?? (needs?.action === 'computation.run' ? 'costly' : 'usual');
}

/** The key of a sender. */
export function senderKey(request: FastifyRequest): string {
  return `sender/${senderOf(request.ip)}`;
}
