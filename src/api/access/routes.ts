import type { Server, Service } from '../server-types.js';
import { addAccountRoutes } from './routes-accounts.js';
import { addAuditRoutes } from './routes-audit.js';
import { addIdentityRoutes } from './routes-identities.js';
import { addOpenIdRoutes } from './routes-openid.js';
import { addPersonalRoutes } from './routes-personal.js';
import { addSessionRoutes } from './routes-session.js';
import { addTokenRoutes } from './routes-tokens.js';

/** Signing in, accounts, tokens, the audit log. No cache keeps an answer of these. */
export async function addAccessRoutes(server: Server, service: Service): Promise<void> {
  await server.register(async (plain) => {
    const scope = plain as Server;
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    addSessionRoutes(scope, service);
    addOpenIdRoutes(scope, service);
    addPersonalRoutes(scope, service);
    addAccountRoutes(scope, service);
    addIdentityRoutes(scope, service);
    addTokenRoutes(scope, service);
    addAuditRoutes(scope, service);
  });
}
