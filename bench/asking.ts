import { Agent, request } from 'node:http';

/** An answer, timed until its last byte. */
export interface Timed {
  readonly status: number;
  readonly ms: number;
  /** As they came over the wire, packed or not. */
  readonly bytes: number;
  readonly etag: string;
}

/** What is sent. */
export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Asker {
  readonly ask: (url: string, sent?: Sent) => Promise<Timed>;
  readonly close: () => void;
}

/** Asks over connections that are kept, and takes what comes as it is: no time of the client's own work is measured. */
export function asker(): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  return {
    ask(url, { method = 'GET', headers = {}, body } = {}) {
      const started = performance.now();
      const all = {
        'accept-encoding': 'br',
        ...headers,
        ...(body && { 'content-length': String(body.length) }),
      };
      return new Promise((resolve, reject) => {
        const asked = request(url, { agent, method, headers: all }, (answer) => {
          let bytes = 0;
          answer.on('data', (piece: Buffer) => (bytes += piece.length));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              ms: performance.now() - started,
              bytes,
              etag: answer.headers.etag ?? '',
            }),
          );
        });
        asked.on('error', reject);
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
