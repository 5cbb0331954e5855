import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { type OpenId, type ReadyAnswer, readiness, type Workspace } from '../app/index.js';
import { sessionCookie } from './access/cookie.js';
import { openDoor } from './access/door.js';
import { type AccessOptions, openAccess } from './access/options.js';
import { addAccessRoutes } from './access/routes.js';
import { bodyLimits } from './body-limits.js';
import { keepFresh } from './freshness.js';
import { guard } from './guard.js';
import { readJsonBodies } from './json-body.js';
import { keepAnswers } from './kept-answers.js';
import { keepRasters } from './kept-rasters.js';
import { describeRoutes } from './openapi.js';
import { answerError } from './problem.js';
import { addAssessmentRoutes } from './routes-assessment.js';
import { addCatalogRoutes } from './routes-catalog.js';
import { addChainRoutes } from './routes-chain.js';
import { addCheckupRoutes } from './routes-checkup.js';
import { addCityRoutes } from './routes-cities.js';
import { addCityPlanRoutes } from './routes-city-plan.js';
import { addClaimRoutes } from './routes-claims.js';
import { addDisorderRoutes } from './routes-disorder.js';
import { addDistressRoutes } from './routes-distress.js';
import { addEngineRoutes } from './routes-engine.js';
import { addEstateRoutes } from './routes-estates.js';
import { addFeatureRoutes } from './routes-features.js';
import { addFileRoutes } from './routes-files.js';
import { addFindingRoutes, takeCalendarTokens } from './routes-findings.js';
import { addGroundRoutes } from './routes-ground.js';
import { addImportRoutes } from './routes-imports.js';
import { addLaboratoryRoutes } from './routes-laboratory.js';
import { addLayerRoutes } from './routes-layers.js';
import { addLedgerRoutes } from './routes-ledger.js';
import { addOpenDataRoutes } from './routes-open-data.js';
import { addPlaceRoutes } from './routes-places.js';
import { addPlanRoutes } from './routes-plan.js';
import { addRenewalRoutes } from './routes-renewal.js';
import { addRestorationRoutes } from './routes-restoration.js';
import { addReturnRoutes } from './routes-returns.js';
import { addRoadmapRoutes } from './routes-roadmap.js';
import { addRoundRoutes } from './routes-rounds.js';
import { addSnapshotRoutes } from './routes-snapshots.js';
import { addSubsidenceRoutes } from './routes-subsidence.js';
import { addSuccessorRoutes } from './routes-successors.js';
import { addTargetRoutes } from './routes-targets.js';
import { addVacantLandRoutes } from './routes-vacant-land.js';
import { addVacantProjectRoutes } from './routes-vacant-projects.js';
import { addWebhookRoutes } from './routes-webhooks.js';
import { addZonalRoutes } from './routes-zonal.js';
import { type Limits, limitsOf, usualLimits } from './running/limits.js';
import { logRequests, requestNames } from './running/log.js';
import type { Metrics } from './running/metrics.js';
import { addRunningRoutes } from './running/routes.js';
import { hurryBodies } from './running/slow-bodies.js';
import type { Traces } from './running/traces.js';
import type { Server } from './server-types.js';
import { answerUnreadable, ignoreExpectations } from './unreadable.js';
import { appUseCases, type UseCases } from './use-cases.js';
import { addWebPage } from './web-page.js';

/** The usual quality of 11 takes seconds for an answer that is made anew each time. */
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export interface ServerOptions {
  readonly ws: Workspace;
  /** Folder of the built pages, `dist/web`; the API works without it. */
  readonly webFolder: string;
  /** Where failures are told; default nowhere. */
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
  /** Largest file that may be imported over HTTP, in bytes; default 512 MiB. */
  readonly importLimit?: number;
  /** Host names a request may use; null, the default, allows any. */
  readonly hosts?: readonly string[] | null;
  /** What the endpoints call; default the program's own. */
  readonly useCases?: UseCases;
  /** Whether requests can be answered; default by the workspace alone, without a queue. */
  readonly readiness?: () => Promise<ReadyAnswer>;
  /** True from the signal to stop on. */
  readonly stopping?: () => boolean;
  /** Counts the requests; default nobody does. */
  readonly metrics?: Metrics | undefined;
  /** Traces the requests; default nobody does. */
  readonly traces?: Traces | undefined;
  readonly limits?: Partial<Limits>;
  /** Who is let in; default whoever reaches the server, as its operator. */
  readonly access?: AccessOptions;
  /** Addresses or networks of proxies in front, whose word on sender, host and https is taken; default none. */
  readonly proxies?: readonly string[];
  readonly openid?: OpenId;
  /** Folder of layers for maps; default none. */
  readonly layers?: string | null;
}

/** Builds the server with all routes; it listens to nothing yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const plain = Fastify({
    logger: options.logger ?? false,
    routerOptions: { maxParamLength: 300 },
    bodyLimit: bodyLimits.usual,
    trustProxy: [...(options.proxies ?? [])],
    ...requestNames,
    ...limitsOf(options.limits),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply);
    },
  });
  ignoreExpectations(plain.server);
  hurryBodies(plain.server, { ...usualLimits, ...options.limits });
  readJsonBodies(plain);
  const server: Server = plain.withTypeProvider();
  const access = options.access ?? openAccess;
  const service = {
    ws: options.ws,
    useCases: options.useCases ?? appUseCases,
    version: options.ws.options.version,
    importLimit: options.importLimit ?? bodyLimits.files,
    rasters: keepRasters(),
    access,
    sessions: sessionCookie(access),
    openid: options.openid ?? null,
    layers: options.layers ?? null,
  };
  server.setErrorHandler(answerError);
  logRequests(server);
  options.traces?.watch(server);
  options.metrics?.watch(server);
  takeCalendarTokens(server);
  await guard(server, options.hosts ?? null);
  await openDoor(server, service);
  await server.register(compress, { encodings: ['br', 'gzip'], brotliOptions: quickBrotli });
  keepFresh(server, service);
  keepAnswers(server, service);
  await describeRoutes(server, service.version);
  addRunningRoutes(server, {
    stopping: options.stopping ?? (() => false),
    readiness: options.readiness ?? (() => readiness(options.ws, null)),
  });
  await addAccessRoutes(server, service);
  addCatalogRoutes(server, service);
  addCityRoutes(server, service);
  addPlaceRoutes(server, service);
  addLayerRoutes(server, service);
  addClaimRoutes(server, service);
  addAssessmentRoutes(server, service);
  addDistressRoutes(server, service);
  addLaboratoryRoutes(server, service);
  addLedgerRoutes(server, service);
  addTargetRoutes(server, service);
  await addImportRoutes(server, service);
  addEngineRoutes(server, service);
  await addCheckupRoutes(server, service);
  await addFindingRoutes(server, service);
  addFileRoutes(server, service);
  addOpenDataRoutes(server, service);
  addFeatureRoutes(server, service);
  await addZonalRoutes(server, service);
  addVacantLandRoutes(server, service);
  addDisorderRoutes(server, service);
  addEstateRoutes(server, service);
  addGroundRoutes(server, service);
  addPlanRoutes(server, service);
  addRenewalRoutes(server, service);
  addChainRoutes(server, service);
  addRestorationRoutes(server, service);
  addRoadmapRoutes(server, service);
  addCityPlanRoutes(server, service);
  addSuccessorRoutes(server, service);
  await addSubsidenceRoutes(server, service);
  await addVacantProjectRoutes(server, service);
  addRoundRoutes(server, service);
  await addReturnRoutes(server, service);
  addSnapshotRoutes(server, service);
  addWebhookRoutes(server, service);
  await addWebPage(server, options.webFolder);
  await plain.ready();
  return plain;
}
