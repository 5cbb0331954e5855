import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { codes } from '../../../src/base/index.js';
import type { Asked } from './asked.js';
import type { Operation } from './described.js';

/** An answer as it came over the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** A server that listens, and is asked as nobody's client would ask: addresses and bodies go out as they stand. */
export interface OpenDoor {
  ask(asked: Asked): Promise<Answered>;
  readonly port: number;
  close(): Promise<void>;
}

export async function openDoor(server: FastifyInstance): Promise<OpenDoor> {
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    port,
    ask: (asked) => ask(port, agent, asked),
    async close() {
      agent.destroy();
      await server.close();
    },
  };
}

function ask(port: number, agent: Agent, { method, url, headers, body }: Asked): Promise<Answered> {
  return new Promise((resolve) => {
    const sent = request({ port, host: '127.0.0.1', agent, method, path: url, headers: { ...headers } });
    let answered = false;
    sent.on('response', (response) => {
      answered = true;
      resolve(read(response));
    });
    // A server may answer and close before it has taken the body; what it answered counts.
    sent.on('error', (error) => {
      if (answered) return;
      // A kept connection may have been closed in the meantime, after an answer to a body that nobody read.
      if (sent.reusedSocket) resolve(ask(port, agent, { method, url, headers, body }));
      else resolve({ status: 0, headers: {}, text: error.message });
    });
    sent.end(body ?? undefined);
  });
}

const unpackedBy: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

async function read(response: IncomingMessage): Promise<Answered> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  const { statusCode = 0, headers } = response;
  const body =
    unpackedBy[headers['content-encoding'] ?? '']?.(Buffer.concat(pieces)) ?? Buffer.concat(pieces);
  return { status: statusCode, headers, text: body.toString('utf8') };
}

const leaks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a stack', /\bat [\w.<> ]+ \([^)]*:\d+:\d+\)|node:internal|\bfile:\/\/\/(?!etc\/passwd)/],
  [
    'a path of the machine',
    new RegExp(
      `${plain(process.cwd())}|node_modules|${plain(tmpdir())}/afterlode|afterlode-(import|app|api|rasters)-`,
    ),
  ],
  [
    'SQL',
    /syntax error at or near|relation "|violates \w+ constraint|\bselect .+ from "|insert into "|pg_catalog/i,
  ],
  ['a file of the system', /root:x:0:0/],
];

function plain(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');
}

/** What is wrong with an answer, in words; empty where it is one that the description promises. */
export function faultsOf(
  operation: Pick<Operation, 'statuses'> | null,
  { status, headers, text }: Answered,
): string[] {
  if (status === 0) return ['no answer'];
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  const described =
    operation === null ||
    operation.statuses.includes(String(status)) ||
    operation.statuses.includes(`${String(status)[0]}xx`);
  if (!described && status !== 304) faults.push(`status ${status} is not described`);
  if (status >= 400) faults.push(...problemFaults(status, String(headers['content-type'] ?? ''), text));
  if (status >= 400)
    for (const [name, pattern] of leaks) if (pattern.test(text)) faults.push(`tells ${name}`);
  return faults;
}

function problemFaults(status: number, type: string, text: string): readonly string[] {
  if (!type.startsWith('application/problem+json')) return [`no problem but ${type || 'nothing'}`];
  const { code, status: stated } = JSON.parse(text) as { readonly code?: string; readonly status?: number };
  return [
    ...(code !== undefined && Object.hasOwn(codes, code) ? [] : [`unknown code ${code}`]),
    ...(stated === status ? [] : [`says status ${stated}`]),
  ];
}
