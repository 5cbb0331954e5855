import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import type { QueueLook } from '../../jobs/index.js';
import type { Store } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { readiness, serviceState } from './readiness.js';

const connections = { open: 2, idle: 1, waiting: 0 };
const well = { schema: 5, connections };

function workspace(
  state: () => Promise<typeof well>,
  tables: () => Promise<unknown> = async () => [],
): Workspace {
  const store = { schema: 5, state } as unknown as Store;
  return { tables, existingStore: async () => store } as unknown as Workspace;
}

function queue(look: QueueLook['look']): QueueLook {
  return { name: 'postgres://queue', look, close: async () => undefined };
}

const down = () =>
  Promise.reject(new AfterlodeError('STORE_UNREACHABLE', 'postgresql://db/x', { found: 'ECONNREFUSED' }));

describe('readiness', () => {
  it('asks each part', async () => {
    const jobs = queue(async () => ({ jobs: { waiting: 1 }, workers: [] }));
    const { ready, parts } = await readiness(
      workspace(async () => well),
      jobs,
    );
    expect(ready).toBe(true);
    expect(parts.map((one) => one.part)).toEqual(['catalog', 'database', 'migrations', 'queue']);
  });

  it('needs no database where nobody has added anything, and no queue where none is given', async () => {
    const ws = { tables: async () => [], existingStore: async () => null } as unknown as Workspace;
    expect(await readiness(ws, null)).toEqual({
      ready: true,
      parts: [
        { part: 'catalog', ready: true, why: null },
        { part: 'database', ready: true, why: null },
      ],
    });
    expect(await serviceState(ws, null)).toEqual({ store: null, queue: null });
  });

  it('names a database that is down, and is ready again when it comes back', async () => {
    let state = down as () => Promise<typeof well>;
    const ws = workspace(() => state());
    const away = await readiness(ws, null);
    expect(away.ready).toBe(false);
    expect(away.parts[1]).toEqual({
      part: 'database',
      ready: false,
      why: {
        en: expect.stringMatching(/no PostgreSQL.*ECONNREFUSED/),
        zh: expect.stringMatching(/ECONNREFUSED/),
      },
    });
    state = async () => well;
    expect((await readiness(ws, null)).ready).toBe(true);
  });

  it('does not wait for a database that says nothing', async () => {
    const silent = workspace(() => new Promise(() => {}));
    const { parts } = await readiness(silent, null, 20);
    expect(parts[1]).toMatchObject({ ready: false, why: { en: 'no answer in 0.02 s' } });
  });

  it.each([4, 6])('refuses tables of version %i', async (schema) => {
    const { ready, parts } = await readiness(
      workspace(async () => ({ ...well, schema })),
      null,
    );
    expect(ready).toBe(false);
    expect(parts.at(-1)).toMatchObject({
      part: 'migrations',
      why: { en: expect.stringContaining(`${schema}`) },
    });
  });

  it('names tables of the pack that cannot be read, and a queue that is away', async () => {
    const ws = workspace(
      async () => well,
      () => Promise.reject(new Error('damaged')),
    );
    const { parts } = await readiness(
      ws,
      queue(() => Promise.reject(new Error('gone'))),
    );
    expect(parts.filter((one) => !one.ready).map((one) => [one.part, one.why?.en])).toEqual([
      ['catalog', 'damaged'],
      ['queue', 'gone'],
    ]);
  });
});

describe('the state in figures', () => {
  it('has what answers and leaves out what does not', async () => {
    const jobs = queue(async () => ({ jobs: { waiting: 1 }, workers: ['a.1'] }));
    expect(
      await serviceState(
        workspace(async () => well),
        jobs,
      ),
    ).toEqual({
      store: well,
      queue: { jobs: { waiting: 1 }, workers: ['a.1'] },
    });
    expect(await serviceState(workspace(down), null)).toEqual({ store: null, queue: null });
  });
});
