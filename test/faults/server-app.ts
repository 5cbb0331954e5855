import { setTimeout as wait } from 'node:timers/promises';
import type { Running } from '../postgresql/processes.js';
import type { App } from './campaign.js';

/** What a server is started with. */
export interface ServerPlan<Step> {
  readonly start: (words: readonly string[]) => Running;
  readonly folder: string;
  readonly database: string;
  /** Sends a step to the server at an address. */
  readonly send: (address: string, step: Step) => Promise<Response>;
}

/** Longest time for one answer, ms: the database may be starting again. */
const patience = 60_000;

/** Starts `afterlode serve` as an operator does, and asks it over HTTP. */
export async function startServer<Step>(plan: ServerPlan<Step>): Promise<App<Step>> {
  const place = ['--workspace', plan.folder, '--database', plan.database];
  const server = plan.start(['serve', '--port', '0', '--webhook-networks', '127.0.0.0/8', ...place]);
  await server.says(/http:\S+/);
  const address = /http:[^\s"]+/.exec(server.said())?.[0] ?? '';
  return {
    ask: (step) => acknowledged(() => plan.send(address, step)),
    async kill() {
      server.process.kill('SIGKILL');
      await server.ended();
    },
    async stop() {
      server.process.kill('SIGTERM');
      const status = await server.ended();
      if (status !== 0) throw new Error(`a server ended with ${status}: ${server.said()}`);
    },
  };
}

async function acknowledged(send: () => Promise<Response>): Promise<boolean> {
  const late = wait(patience, null, { ref: false }).then(() => {
    throw new Error('a server gave no answer');
  });
  const answer = await Promise.race([received(send), late]);
  // A database that is away is told with 500 or 503; then nobody knows whether the step was taken.
  if (answer === null || answer.status >= 500) return false;
  if (answer.status === 200 && !answer.text.includes('"saved":false')) return true;
  throw new Error(`a step was refused with ${answer.status}: ${answer.text.slice(0, 400)}`);
}

/** Null where the connection broke before the end of the answer. */
async function received(send: () => Promise<Response>): Promise<{ status: number; text: string } | null> {
  try {
    const answer = await send();
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    // What fetch says of every broken connection.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
