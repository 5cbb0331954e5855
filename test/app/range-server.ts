import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** How a server misbehaves for a file: it has not got it, sends it whole, breaks off, or sends less than it says. */
export type ServerFault = 'missing' | 'whole' | 'breaks off' | 'short';

/** A server that gives the files of a folder by ranges. */
export interface RangeServer {
  readonly address: string;
  /** Requests so far. */
  asked(): number;
  /** Every answer with what stood behind the question mark. */
  keys(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a server on this machine.
 *
 * @param fault of the file with this path below the folder; null: none
 */
export async function rangeServer(
  folder: string,
  fault: (path: string) => ServerFault | null = () => null,
): Promise<RangeServer> {
  const keys: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://server');
    keys.push(url.search);
    answer(request, response, join(folder, decodeURIComponent(url.pathname)), fault(url.pathname));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => keys.length,
    keys: () => keys,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  fault: ServerFault | null,
): void {
  const bytes = fault === 'missing' ? null : bytesAt(path);
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
  if (bytes === null) response.writeHead(404).end();
  else if (from === undefined || fault === 'whole') response.writeHead(200).end(bytes);
  else {
    const part = bytes.subarray(Number(from), Number(to) + 1);
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
    response.writeHead(206, { 'content-range': range, etag: '"1"' });
    if (fault === 'breaks off') response.write(part.subarray(0, 10), () => response.destroy());
    else response.end(fault === 'short' ? part.subarray(0, 10) : part);
  }
}

function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
