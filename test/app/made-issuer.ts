import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an identity provider that is made up answers; a test changes single things of it. */
export interface Answers {
  /** Claims of the token beside the usual ones; those of the same name replace them, `undefined` takes them out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Claims that are told only when the person is asked for. */
  readonly person?: Readonly<Record<string, unknown>>;
  /** Whether another key signs than the one that is published. */
  readonly forged?: boolean;
  /** Replaces the answer to the code. */
  readonly token?: { readonly status: number; readonly body: string };
}

export interface MadeIssuer {
  readonly issuer: string;
  /** How often a code was traded. */
  readonly trades: () => number;
  /** From now on. */
  answer(answers: Answers): void;
  stop(): Promise<void>;
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A provider on loopback that trades any code `NONCE.CHALLENGE` for a token with that nonce, if the verifier fits the challenge. It does
 * what no real one does: whatever a test tells it.
 */
export async function madeIssuer(client: string): Promise<MadeIssuer> {
  const [published, other] = [keys(), keys()];
  let answers: Answers = {};
  let trades = 0;
  const server = createServer((request, response) => void answerTo(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (body: object | string, status = 200) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return void say({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/person`,
          end_session_endpoint: `${issuer}/end`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return void say({
          keys: [{ ...published.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: '1' }],
        });
      case '/person':
        return void say({ sub: 'sub-li', ...answers.person });
      default:
        trade(await textOf(request), say);
    }
  }

  function trade(body: string, say: (body: object | string, status?: number) => unknown): void {
    trades += 1;
    if (answers.token !== undefined) return void say(answers.token.body, answers.token.status);
    const form = new URLSearchParams(body);
    const [nonce, challenge] = (form.get('code') ?? '').split('.');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (proof !== challenge) return void say({ error: 'invalid_grant' }, 400);
    say({ access_token: 'opaque', token_type: 'Bearer', id_token: signed(nonce) });
  }

  function signed(nonce: string | undefined): string {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: client, sub: 'sub-li', nonce, iat: now, exp: now + 60 };
    const text = `${base64({ alg: 'RS256', kid: '1' })}.${base64({ ...usual, ...answers.claims })}`;
    const { privateKey } = answers.forged === true ? other : published;
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  }

  return {
    issuer,
    trades: () => trades,
    answer: (next) => {
      answers = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

/** What a browser brings back that signed in at the address it was sent to. */
export function broughtBack(location: string): string {
  const { searchParams } = new URL(location);
  const code = `${searchParams.get('nonce')}.${searchParams.get('code_challenge')}`;
  return new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString();
}
