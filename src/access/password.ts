import { AfterlodeError, type Text } from '../base/index.js';
import type { AccessSettings } from './settings.js';

/** How much work a hash is, by the names of scrypt (RFC 7914): N, r, p. */
export interface HashCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** A password as it is kept. */
export interface KeptPassword extends HashCost {
  /** Hexadecimal. */
  readonly salt: string;
  readonly hash: string;
}

/** Words that common passwords are made of; what is left without them has to be something. */
const commonPieces = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  'letmein',
  'welcome',
  'iloveyou',
  'woaini',
  'zhongguo',
  'administrator',
  'admin',
  'root',
  'test',
  'user',
  'abc',
  'mima',
  'afterlode',
  '密码',
  '管理员',
];

/** The form in which passwords are compared: the same letters may reach us as different code points. */
export function settledPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Refuses a password that is too short or easy to guess. No rule about kinds of characters: it makes passwords worse (NIST SP 800-63B).
 *
 * @param names name of the account and of the person
 * @throws AfterlodeError ACCESS_PASSWORD; the message never has the password in it
 */
export function checkPassword(password: string, names: readonly string[], settings: AccessSettings): void {
  const found = faultOf(settledPassword(password).toLowerCase(), names, settings.password);
  if (found === null) return;
  const { least, most } = settings.password;
  throw new AfterlodeError('ACCESS_PASSWORD', 'password', {
    found,
    expected: {
      en: `${least} to ${most} characters that are neither a name nor a common word`,
      zh: `${least} 至 ${most} 个字符，且不是姓名或常见词语`,
    },
  });
}

function faultOf(
  password: string,
  names: readonly string[],
  { least, most }: AccessSettings['password'],
): Text | null {
  const length = Array.from(password).length;
  if (length < least) return { en: `${length} characters`, zh: `${length} 个字符` };
  if (length > most) return { en: `${length} characters`, zh: `${length} 个字符` };
  if (/^(.+?)\1+$/su.test(password)) return { en: 'one piece repeated', zh: '同一片段的重复' };
  if (isRun(password)) return { en: 'a run of characters in order', zh: '按顺序排列的字符' };
  const called = names.map((name) => settledPassword(name).toLowerCase()).filter(isTelling);
  if (called.some((name) => password.includes(name))) return { en: 'the name in it', zh: '含有姓名或账号名' };
  const pieces = commonPieces.toSorted((a, b) => b.length - a.length);
  const left = pieces.reduce((text, piece) => text.replaceAll(piece, ''), password);
  return left.replace(/[\d\p{P}\p{S}\s]/gu, '') === ''
    ? { en: 'common words and digits only', zh: '只有常见词语和数字' }
    : null;
}

/** Two plain letters are in many words; two Chinese characters are a whole name. */
function isTelling(name: string): boolean {
  return name.length > 2 || /\p{Script=Han}{2}/u.test(name);
}

/** `abcdefghij…`, `987654…`: each character next to the one before it. */
function isRun(password: string): boolean {
  const points = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, at) => point - (points[at] ?? 0)));
  return steps.size === 1 && Math.abs([...steps][0] ?? 0) <= 1;
}

/** `scrypt$N$r$p$salt$hash`: the parameters stay with the hash, so that new ones do not lock anybody out. */
export function formatPassword(kept: KeptPassword): string {
  const { cost, blockSize, parallelization, salt, hash } = kept;
  return ['scrypt', cost, blockSize, parallelization, salt, hash].join('$');
}

/** Reads what `formatPassword` wrote; null for anything else, an account without password among it. */
export function parsePassword(text: string): KeptPassword | null {
  const found = /^scrypt\$(\d{1,9})\$(\d{1,3})\$(\d{1,3})\$([0-9a-f]{32,})\$([0-9a-f]{64})$/.exec(text);
  if (found === null) return null;
  const [, cost, blockSize, parallelization, salt = '', hash = ''] = found;
  return {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
    salt,
    hash,
  };
}

/** Whether a kept password was hashed with less work than is asked for now. */
export function isOutdated(kept: HashCost, now: HashCost): boolean {
  const work = (one: HashCost) => one.cost * one.blockSize * one.parallelization;
  return work(kept) < work(now);
}
