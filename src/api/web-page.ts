import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AfterlodeError } from '../base/index.js';
import { answerUnknown, sendProblem } from './problem.js';
import type { Server } from './server-types.js';

const page = 'index.html';

/**
 * Serves the built pages. Every address that is no file and not of the API gets the page, which knows its own addresses.
 * Files with a hash in their name are kept by the browser for ever, the page itself never without asking.
 */
export async function addWebPage(server: Server, webFolder: string): Promise<void> {
  const built = existsSync(join(webFolder, page));
  if (built) {
    await server.register(fastifyStatic, {
      root: webFolder,
      cacheControl: false,
      index: [page],
      schemaHide: true,
      setHeaders: (reply, path) => {
        const hashed = /[\\/]assets[\\/]/.test(path);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return answerUnknown(request, reply);
    return built ? sendPage(reply) : sendProblem(request, reply, notBuilt(webFolder));
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const html = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
  return (
    reading &&
    html &&
    !/^\/(api|assets|ogc)(\/|$)/.test(path) &&
    !/\.(js|css|map|json|txt|woff2?|png|svg|ico)$/.test(path)
  );
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.code(200).header('cache-control', 'no-cache').sendFile(page);
}

function notBuilt(webFolder: string): AfterlodeError {
  return new AfterlodeError('API_PAGE_MISSING', join(webFolder, page));
}
