import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Reach } from './networks.js';

/** What came of sending: the status of the answer, or the code of what went wrong. */
export interface Sent {
  readonly answer: number | null;
  /** Empty where an answer came. */
  readonly fault: string;
}

/** How long a receiver may take from the connection to the end of its answer, ms. */
export const sendPatience = 10_000;
/** Bytes of an answer that are taken; its words are not wanted, only its status. */
const mostAnswer = 65_536;

/**
 * Posts a body. The address is looked up here and the connection goes to what was checked, so that a name cannot lead elsewhere in
 * between; redirects are answers like others and not followed; no proxy of the environment is used.
 */
export function send(
  address: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  reach: Reach,
  patience: number = sendPatience,
): Promise<Sent> {
  const url = new URL(address);
  const plain = url.protocol === 'http:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A numeric host is never looked up.
  if (isIP(host) !== 0 && !reach.allows(host, plain))
    return Promise.resolve({ answer: null, fault: 'NETWORK' });
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience);
    const asked = (plain ? plainRequest : secureRequest)(url, {
      method: 'POST',
      agent: false,
      lookup: checkedLookup(reach, plain),
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    });
    asked.on('response', (response) => endAnswer(asked, response, resolve));
    asked.on('error', (error) => resolve({ answer: null, fault: faultOf(error, signal) }));
    asked.end(body);
  });
}

function endAnswer(asked: ClientRequest, response: IncomingMessage, done: (sent: Sent) => void): void {
  const answer = response.statusCode ?? null;
  let bytes = 0;
  response.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= mostAnswer) return;
    done({ answer: null, fault: 'TOO_LONG' });
    asked.destroy();
  });
  response.on('end', () => done({ answer, fault: '' }));
}

/** Looks a name up and refuses it if any of its addresses may not be reached. */
function checkedLookup(reach: Reach, plain: boolean): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      if (!found.every(({ address }) => reach.allows(address, plain)))
        return done(Object.assign(new Error('not allowed'), { code: 'NETWORK' }), []);
      const [first] = found;
      if (options.all === true || first === undefined) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}

function faultOf(error: Error, signal: AbortSignal): string {
  if (signal.aborted) return 'TIMEOUT';
  return String(Reflect.get(error, 'code') ?? 'ERROR').slice(0, 60);
}
