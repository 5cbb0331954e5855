import type { OpenIdSettings } from '../app/index.js';
import { AfterlodeError, type Text } from '../base/index.js';
import { type SettingName, secretIn, setting } from './settings.js';

/**
 * Sign-in by an identity provider, as the environment sets it; null where it names none.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function openIdSettings(): OpenIdSettings | null {
  const issuer = setting('AFTERLODE_OPENID_ISSUER');
  if (issuer === undefined) return null;
  const secretFile = setting('AFTERLODE_OPENID_SECRET_FILE');
  const address = safeAddress('AFTERLODE_OPENID_ISSUER', issuer);
  const site = safeAddress('AFTERLODE_OPENID_SITE', needed('AFTERLODE_OPENID_SITE'));
  if (site.pathname !== '/') throw wrong('AFTERLODE_OPENID_SITE', site.href, noPath);
  return {
    // As it stands: tokens must name it letter by letter.
    issuer,
    client: needed('AFTERLODE_OPENID_CLIENT'),
    secret: secretFile === undefined ? null : secretIn(secretFile, 'AFTERLODE_OPENID_SECRET_FILE'),
    site: site.origin,
    label: setting('AFTERLODE_OPENID_LABEL') ?? address.host,
    scope: scopeOf(setting('AFTERLODE_OPENID_SCOPE') ?? 'openid profile'),
    match: setting('AFTERLODE_OPENID_MATCH') ?? null,
    roles: setting('AFTERLODE_OPENID_ROLES') ?? null,
  };
}

const noPath: Text = { en: 'an address without a path', zh: '不带路径的地址' };
const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Secrets and sessions go over it: https, but on this machine. */
function safeAddress(name: SettingName, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
  if (url !== null && isSafe && url.username === '' && url.search + url.hash === '') return url;
  throw wrong(name, url?.host ?? text, {
    en: 'an address that begins with https://; http:// on loopback only',
    zh: '以 https:// 开头的地址；http:// 仅限本机回环地址',
  });
}

function scopeOf(text: string): string {
  if (text.split(' ').includes('openid')) return text;
  throw wrong('AFTERLODE_OPENID_SCOPE', text, { en: 'openid among the words', zh: '其中应含 openid' });
}

function needed(name: SettingName): string {
  const value = setting(name);
  if (value !== undefined) return value;
  throw wrong(
    name,
    { en: 'nothing', zh: '无' },
    { en: 'a value, as AFTERLODE_OPENID_ISSUER is set', zh: '已设 AFTERLODE_OPENID_ISSUER，须同时给出' },
  );
}

function wrong(name: SettingName, found: string | Text, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', name, { found, expected });
}
