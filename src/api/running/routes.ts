import type { ReadyAnswer, ReadyPart } from '../../app/index.js';
import { answers } from '../documented.js';
import { alive, readyAnswer } from '../schemas-running.js';
import type { Server } from '../server-types.js';

/** What the server tells of its own state. */
export interface Standing {
  /** True from the signal to stop on. */
  readonly stopping: () => boolean;
  readonly readiness: () => Promise<ReadyAnswer>;
}

const stopping: ReadyPart = {
  part: 'server',
  ready: false,
  why: { en: 'it is stopping', zh: '正在停止' },
};

/** `/health`: the process answers, whatever else is away. `/ready`: requests can be answered; 503 says which part cannot and why. */
export function addRunningRoutes(server: Server, standing: Standing): void {
  const tags = ['server'];
  server.get(
    '/health',
    { schema: { tags, summary: 'Whether the process is alive', response: answers(alive, 'it is') } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' };
    },
  );
  server.get(
    '/ready',
    {
      schema: {
        tags,
        summary:
          'Whether catalog, database, migrations and queue can be used; 503 where one cannot, with the same body',
        response: answers(readyAnswer, 'each part; `why` is null where it is ready'),
      },
    },
    async (_request, reply) => {
      const { ready, parts } = await standing.readiness();
      const all = standing.stopping() ? [stopping, ...parts] : parts;
      const open = ready && !standing.stopping();
      return reply
        .code(open ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ ready: open, parts: all });
    },
  );
}
