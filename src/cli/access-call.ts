import { isIP } from 'node:net';
import { AfterlodeError, phrases, type Text } from '../base/index.js';
import type { ServeWords } from './serve-call.js';
import { type SettingName, setting } from './settings.js';

/** Who is let in by a server, as its options say. */
export interface AccessWords {
  readonly accounts: boolean;
  readonly anonymous: boolean;
  /** Whether pages are always reached by https, whatever a request seems to have come by. */
  readonly https: boolean;
  /** Addresses or networks of proxies that are believed. */
  readonly proxies: readonly string[];
}

/**
 * Reads the options of `serve` that say who is let in; what is not given comes from the environment, else from what is usual.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function accessCall(words: ServeWords): AccessWords {
  const choice = (option: string, word: string | undefined, name: SettingName, usual: string) => {
    const found = word ?? setting(name) ?? usual;
    if (found === 'on' || found === 'off') return found === 'on';
    throw wrong(option, found, phrases.oneOf('on, off'));
  };
  return {
    accounts: choice('--accounts', words.accounts, 'AFTERLODE_ACCOUNTS', 'off'),
    anonymous: choice('--anonymous', words.anonymous, 'AFTERLODE_ANONYMOUS', 'on'),
    https: choice('--https', words.https, 'AFTERLODE_HTTPS', 'off'),
    proxies: proxiesOf(words.proxy ?? setting('AFTERLODE_PROXY') ?? ''),
  };
}

const networks: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

function proxiesOf(words: string): readonly string[] {
  const all = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = all.find((word) => !networks.includes(word) && !isNetwork(word));
  if (unknown === undefined) return all;
  throw wrong('--proxy', unknown, {
    en: `addresses or networks such as 10.0.0.0/8, or ${networks.join(', ')}`,
    zh: `地址或网段（如 10.0.0.0/8），或 ${networks.join('、')}`,
  });
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Rates by the words of a call: `usual=1200,costly=60`; what is not named stays usual.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function ratesOf<Kind extends string>(
  word: string | undefined,
  usual: Readonly<Record<Kind, number>>,
): Readonly<Record<Kind, number>> {
  const text = word ?? setting('AFTERLODE_RATES') ?? '';
  const said = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, kind = '', number = ''] = /^\s*([\w-]+)=(\d{1,9})\s*$/.exec(part) ?? [];
      if (!Object.hasOwn(usual, kind) || Number(number) < 1)
        throw wrong('--rates', part, `${Object.keys(usual).join('=N, ')}=N`);
      return [kind, Number(number)];
    });
  return { ...usual, ...Object.fromEntries(said) };
}

function wrong(option: string, found: string, expected: Text | string): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
