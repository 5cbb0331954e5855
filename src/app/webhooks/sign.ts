import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret: 32 random bytes in Base64 after `whsec_`, as Standard Webhooks writes them. */
export function makeSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/**
 * Headers by which a receiver knows who sent a message, and that it is whole and fresh:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
 *
 * @param seconds since 1970, of this try
 */
export function signedHeaders(
  secret: string,
  { id, body }: { readonly id: string; readonly body: string },
  seconds: number,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
