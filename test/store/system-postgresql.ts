import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const output = promisify(execFile);
const packages = '/usr/lib/postgresql';

/** A server of PostgreSQL with a folder of its own. */
export interface DatabaseServer {
  /** Makes its folder. */
  initialise(): Promise<void>;
  /** Ends once it takes connections; may be called again after its process was killed. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerPlace {
  /** Folder of the database, which must not be there; its parent must be open to other users. */
  readonly databaseDir: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly onLog: (line: string) => void;
}

/** A server of the PostgreSQL that is installed: the newest of Debian's packages, else the one on the path. */
export function systemServer({ databaseDir, port, user, password, onLog }: ServerPlace): DatabaseServer {
  let running: ChildProcess | null = null;
  // Nothing of a test may outlive it.
  process.once('exit', () => running?.kill('SIGKILL'));
  return {
    async initialise() {
      const who = await serverUser();
      const secret = `${databaseDir}.secret`;
      await mkdir(databaseDir);
      await writeFile(secret, password, { mode: 0o600 });
      for (const path of [databaseDir, secret]) if (who) await chown(path, who.uid, who.gid);
      const words = ['--auth=password', `--username=${user}`, `--pwfile=${secret}`];
      const kind = ['--encoding=UTF8', '--locale=C'];
      await output(program('initdb'), [`--pgdata=${databaseDir}`, ...words, ...kind], { ...who });
      await rm(secret);
    },
    async start() {
      // Its socket's usual folder belongs to the server of the machine.
      const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
      const words = ['-D', databaseDir, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
      running = spawn(program('postgres'), words, {
        ...(await serverUser()),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      await untilReady(running, onLog);
    },
    async stop() {
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGINT');
      await ended;
    },
  };
}

function untilReady(server: ChildProcess, onLog: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (status) => reject(new Error(`postgres ended with ${status}`)));
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      onLog(text);
      if (text.includes('ready to accept connections')) resolve();
    });
  });
}

/** PostgreSQL refuses to run as root, as which containers often run tests; Debian's package brings a user for it. */
async function serverUser(): Promise<{ readonly uid: number; readonly gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (what: string) => Number((await output('id', [what, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

function program(name: string): string {
  const versions = existsSync(packages) ? readdirSync(packages) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => join(packages, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}
