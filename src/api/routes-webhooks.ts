import { z } from 'zod';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { delivery, webhook, webhookSecret, webhookWish } from './schemas-webhooks.js';
import type { Server, Service } from './server-types.js';

const tags = ['server'];
const config = needs('webhook.manage');
const params = z.object({ id: z.string().min(1).max(40).describe('of the webhook') });

/** Webhooks: whom the service tells what happens. */
export function addWebhookRoutes(server: Server, service: Service): void {
  addList(server, service);
  addOne(server, service);
  addDeliveries(server, service);
}

function addList(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/webhooks',
    {
      config,
      schema: {
        tags,
        summary: 'Webhooks, without their secrets',
        response: answers(z.array(webhook), 'by their making'),
      },
    },
    (request) => useCases.listWebhooks(ws, callerOf(request)),
  );
  server.post(
    '/api/webhooks',
    {
      config,
      schema: {
        tags,
        summary: 'Tell an address of events from now on',
        body: webhookWish,
        response: answers(webhookSecret, 'the webhook with its secret, which is shown this once'),
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return useCases.addWebhook(ws, request.body, callerOf(request));
    },
  );
}

function addOne(server: Server, { ws, useCases }: Service): void {
  server.patch(
    '/api/webhooks/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Pause a webhook or go on with it',
        params,
        body: z.strictObject({ state: z.enum(['active', 'paused']) }),
        response: answers(webhook, 'as it is now'),
      },
    },
    (request) => useCases.setWebhookState(ws, request.params.id, request.body.state, callerOf(request)),
  );
  server.delete(
    '/api/webhooks/:id',
    {
      config,
      schema: {
        tags,
        summary: 'End a webhook with all that it was still to be told',
        params,
        response: answers(z.array(webhook), 'those that are left'),
      },
    },
    (request) => {
      const call = callerOf(request);
      return useCases.removeWebhook(ws, request.params.id, call).then(() => useCases.listWebhooks(ws, call));
    },
  );
  server.post(
    '/api/webhooks/:id/secret',
    {
      config,
      schema: {
        tags,
        summary: 'Give a webhook a new secret',
        params,
        response: answers(webhookSecret, 'the secret, which is shown this once'),
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return useCases.renewWebhookSecret(ws, request.params.id, callerOf(request));
    },
  );
}

function addDeliveries(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/webhooks/:id/test',
    {
      config,
      schema: {
        tags,
        summary: 'Send a webhook a test message within seconds',
        params,
        response: answers(delivery, 'the delivery, which waits'),
      },
    },
    (request) => useCases.testWebhook(ws, request.params.id, callerOf(request)),
  );
  server.get(
    '/api/webhooks/:id/deliveries',
    {
      config,
      schema: {
        tags,
        summary: 'What a webhook was told and is to be told',
        params,
        querystring: z.strictObject({
          most: z.coerce.number().int().min(1).max(1000).default(100).describe('rows at most'),
        }),
        response: answers(z.array(delivery), 'the newest first'),
      },
    },
    (request) => useCases.webhookDeliveries(ws, request.params.id, request.query, callerOf(request)),
  );
}
