import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { z } from 'zod';
import type { OpenId, Workspace } from '../app/index.js';
import type { SessionCookie } from './access/cookie.js';
import type { AccessOptions } from './access/options.js';
import type { KeptRasters } from './kept-rasters.js';
import type { UseCases } from './use-cases.js';

/** Requests are typed by their zod schemas; answers by the use cases, so that their schemas only document. */
export interface RequestTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.core.$ZodType ? z.core.output<this['schema']> : unknown;
  readonly serializer: unknown;
}

/** The server while its routes are added. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  RequestTypes
>;

/** What the routes work with. */
export interface Service {
  readonly ws: Workspace;
  readonly useCases: UseCases;
  /** Version of the program. */
  readonly version: string;
  /** Largest body of an import, in bytes. */
  readonly importLimit: number;
  /** Rasters that were sent for questions. */
  readonly rasters: KeptRasters;
  /** Who is let in. */
  readonly access: AccessOptions;
  /** Carries the session of a browser. */
  readonly sessions: SessionCookie;
  /** Folder of layers for maps; null where none is offered. */
  readonly layers: string | null;
  /** Sign-in by another service; null where there is none. */
  readonly openid: OpenId | null;
}
