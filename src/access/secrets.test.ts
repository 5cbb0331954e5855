import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Text } from '../base/index.js';
import { accountName, plainWords } from './names.js';
import { checkPassword, formatPassword, isOutdated, parsePassword, settledPassword } from './password.js';
import { isDueNote, makeSession, sameSecret, secretFrom, sessionState } from './sessions.js';
import { accessSettings } from './settings.js';
import { makeToken, tokenHolds } from './tokens.js';

const at = '2026-03-01T08:00:00.000Z';
const random = new Uint8Array(32).fill(171);
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

describe('a password', () => {
  const check = (password: string) => () => checkPassword(password, ['li.ming', '李明', 'x'], accessSettings);

  it.each(['coal ferry umbrella', '煤矿渡船雨伞钢琴窗户灯塔河流苹果', 'x7!kQ-ttv 9w zz4 #u'])(
    'may be %s',
    (good) => {
      expect(check(good)).not.toThrow();
    },
  );

  it.each([
    ['too short', 'short words 14'],
    ['too long', `${'long words '.repeat(40)}x`],
    ['one piece again and again', 'coalcoalcoalcoalcoal'],
    ['a run up', 'abcdefghijklmnopqrst'],
    ['a run down', '987654321098765432109876'],
    ['a run of digits', '0123456789:;<=>?@'],
    ['the name', 'the mine of Li.Ming 77'],
    ['the person', '李明 coal ferry umbrella'],
    ['common words', 'Password-Admin-2026'],
    ['a row of keys', 'qwertyuiop123456789'],
    ['common Chinese words', 'woaini5201314woaini'],
  ])('may not be %s', (_what, bad) => {
    expect(check(bad)).toThrow(/ACCESS_PASSWORD/);
    // the message must not carry the password into a log
    expect(check(bad)).not.toThrow(bad);
  });

  it('is the same however its letters are composed', () => {
    expect(settledPassword('é')).toBe(settledPassword('e\u0301'));
  });

  it('is kept with the parameters of its hash, and knows when they are no longer enough', () => {
    const kept = { ...accessSettings.scrypt, salt: 'ab'.repeat(16), hash: 'cd'.repeat(32) };
    expect(parsePassword(formatPassword(kept))).toEqual(kept);
    for (const wrong of ['', 'scrypt', 'md5$1$1$1$ab$cd', `${formatPassword(kept)}0`]) {
      expect(parsePassword(wrong)).toBeNull();
    }
    expect(isOutdated(kept, accessSettings.scrypt)).toBe(false);
    expect(isOutdated({ ...kept, cost: 16_384 }, accessSettings.scrypt)).toBe(true);
    expect(isOutdated({ ...kept, cost: 65_536 }, accessSettings.scrypt)).toBe(false);
  });
});

describe('a session', () => {
  const { secret, session } = makeSession('li', random, at);

  it('is kept as the hash of a secret of 256 bits', () => {
    expect(secret).toBe('ab'.repeat(32));
    expect(session).toEqual({ hash: sha256Text(secret), account: 'li', signedIn: at, seen: at });
    expect(() => secretFrom(new Uint8Array(16))).toThrow(RangeError);
  });

  it('ends when nobody uses it and, used or not, after its time', () => {
    const { idle, whole } = accessSettings.session;
    const state = (seconds: number, seen = at) =>
      sessionState({ ...session, seen }, later(seconds), accessSettings);
    expect([state(0), state(idle - 1), state(idle)]).toEqual(['valid', 'valid', 'idle']);
    expect(state(whole - 1, later(whole - 2))).toBe('valid');
    expect(state(whole, later(whole - 1))).toBe('over');
  });

  it('has its use noted now and then, not at every request', () => {
    expect(isDueNote('', at, accessSettings)).toBe(true);
    expect(isDueNote(at, later(59), accessSettings)).toBe(false);
    expect(isDueNote(at, later(60), accessSettings)).toBe(true);
  });

  it('is compared as a whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(sameSecret(one, other)).toBe(one === other);
        expect(sameSecret(one, one)).toBe(true);
      }),
      { seed: 8 },
    );
    expect(sameSecret('ab', 'abc')).toBe(false);
    expect(sameSecret('', '\0')).toBe(false);
  });
});

describe('a token', () => {
  const wish = { account: 'li', label: 'upload', scopes: ['figures.submit', 'figures.change'], days: 30 };
  const make = (said: Partial<typeof wish>) => makeToken({ ...wish, ...said }, random, at, accessSettings);

  it('is shown once and kept as a hash, with scopes and an end', () => {
    const { secret, token } = make({ scopes: ['figures.submit', 'figures.change', 'figures.submit'] });
    expect(secret).toMatch(/^afterlode_[0-9a-f]{64}$/);
    expect(token).toMatchObject({ hash: sha256Text(secret), scopes: ['figures.change', 'figures.submit'] });
    expect(JSON.stringify(token)).not.toContain(secret.slice(10));
    expect(token.ends).toBe('2026-03-31T08:00:00.000Z');
  });

  it('holds until its end or until it is revoked', () => {
    const { token } = make({});
    expect(tokenHolds(token, later(30 * 86_400 - 1))).toBe(true);
    expect(tokenHolds(token, later(30 * 86_400))).toBe(false);
    expect(tokenHolds({ ...token, revoked: at }, at)).toBe(false);
  });

  it.each([
    [{ scopes: [] }],
    [{ scopes: ['account.change'] }],
    [{ scopes: ['figures.change', 'everything'] }],
    [{ days: 0 }],
    [{ days: 1.5 }],
    [{ days: 367 }],
    [{ days: Number.NaN }],
  ])('is refused with %j', (said) => {
    expect(() => make(said)).toThrow(/ACCESS_TOKEN/);
  });
});

describe('names', () => {
  it('are plain letters in lower case', () => {
    expect(accountName(' Li.Ming@Hegang ')).toBe('li.ming@hegang');
    for (const wrong of ['', 'l', '李明', 'li ming', '-li-', 'li/../x', `l${'i'.repeat(64)}`, 'lі.ming']) {
      expect(() => accountName(wrong)).toThrow(/ACCESS_NAME/);
    }
  });

  it('of people and reasons are one line', () => {
    expect(plainWords(' 李明 ', 'label')).toBe('李明');
    for (const wrong of ['a\nb', 'a\0b', '\ud800', 'x'.repeat(501)]) {
      expect(() => plainWords(wrong, 'label')).toThrow(/ACCESS_WORDS/);
    }
  });
});
