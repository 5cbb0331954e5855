import { Agent, request } from 'node:http';

/** An answer, timed until its last byte. */
export interface Timed {
  readonly status: number;
  readonly ms: number;
  /** As they came over the wire, packed or not. */
  readonly bytes: number;
  readonly etag: string;
}

/** An answer with its body, which was not packed. */
export interface Told extends Timed {
  readonly body: Buffer;
}

/** What is sent. */
export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Asker {
  readonly ask: (url: string, sent?: Sent) => Promise<Timed>;
  /** For what is looked into. */
  readonly read: (url: string, sent?: Sent) => Promise<Told>;
  readonly close: () => void;
}

/** Asks over connections that are kept, and takes what comes as it is: no time of the client's own work is measured. */
export function asker(): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const send = (url: string, { method = 'GET', headers = {}, body }: Sent, take: (piece: Buffer) => void) => {
    const started = performance.now();
    const length = body && { 'content-length': String(body.length) };
    return new Promise<Timed>((resolve, reject) => {
      const asked = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
        let bytes = 0;
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length;
          take(piece);
        });
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
  };
  return {
    ask: (url, sent = {}) =>
      send(url, { ...sent, headers: { 'accept-encoding': 'br', ...sent.headers } }, () => {}),
    async read(url, sent = {}) {
      const pieces: Buffer[] = [];
      const timed = await send(url, sent, (piece) => pieces.push(piece));
      return { ...timed, body: Buffer.concat(pieces) };
    },
    close: () => agent.destroy(),
  };
}
