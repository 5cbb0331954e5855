import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { addWebhook, listWebhooks } from '../../src/app/index.js';
import type { Workspace } from '../../src/app/workspace.js';
import { returnOfUnit, roundName } from './returns.js';

/** Somebody whom a webhook tells of every step of the round. */
export interface Receiver {
  readonly address: string;
  /** Messages by their id, and how often each came. */
  readonly told: ReadonlyMap<string, { readonly body: string; readonly times: number }>;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const told = new Map<string, { body: string; times: number }>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      told.set(id, { body, times: (told.get(id)?.times ?? 0) + 1 });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/`,
    told,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Makes the webhook of a receiver. */
export async function tellReceiver(ws: Workspace, { address }: Receiver): Promise<void> {
  const wish = { address, events: ['round.changed'], label: 'faults' };
  await addWebhook(ws, wish, { actor: operatorNamed('operator:client') });
}

/**
 * Waits until the apps have noted of every message that it was taken. A message that was in the hands of one that died is free for others
 * after a minute.
 */
export async function allTold(ws: Workspace): Promise<void> {
  for (;;) {
    const [hook] = await listWebhooks(ws, { actor: operatorNamed('operator:client') });
    if (hook?.waiting === 0) return;
    await wait(200);
  }
}

/** Each step was told under one id, whatever died, and nothing else was. */
export function expectTold({ told }: Receiver, units: readonly string[]): void {
  const steps = [...told.values()].map(({ body }) => {
    const { data } = JSON.parse(body) as { data: { round: string; unit: string; revision: number } };
    return `${data.round} ${data.unit} ${data.revision}`;
  });
  const expected = units.flatMap((unit, of) =>
    returnOfUnit(of).map((_, at) => `${roundName} ${unit} ${at + 1}`),
  );
  expect(steps.toSorted()).toEqual(expected.toSorted());
}
