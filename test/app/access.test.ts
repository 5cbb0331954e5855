import { beforeAll, describe, expect, it } from 'vitest';
import { accessSettings, may, operatorNamed, placesOf } from '../../src/access/index.js';
import {
  type AccessCall,
  actorOfSession,
  actorOfToken,
  addAccount,
  addToken,
  auditLines,
  bindAccount,
  changePassword,
  listAccounts,
  listTokens,
  resetPassword,
  revokeToken,
  setAccountState,
  signIn,
  signOut,
  unbindAccount,
  verifyAudit,
  type Workspace,
} from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { testWorkspace } from './workspace.js';

/** Hashes with little work: what is tested is who gets in, not how long it takes. */
const settings = { ...accessSettings, scrypt: { cost: 256, blockSize: 8, parallelization: 1 } };
const start = Date.parse('2026-03-01T08:00:00.000Z');
const when = (seconds: number) => ({ at: new Date(start + seconds * 1000).toISOString(), settings });
const operator: AccessCall = { actor: operatorNamed('operator:test'), ...when(0), why: 'set up' };
const good = 'coal ferry umbrella';
const hegang = { kind: 'city', id: id<'city'>('cn-230400') } as const;

let ws: Workspace;
beforeAll(async () => {
  ws = await testWorkspace();
});

let made = 0;
/** A new account, so that no test finds what another left. */
async function reporter(): Promise<string> {
  made += 1;
  const holds = [{ role: 'city_reporter', area: '鹤岗' }];
  return (await addAccount(ws, { name: `reporter${made}`, label: '', password: good, holds }, operator)).name;
}
const enter = (name: string, password = good, seconds = 0, address = `10.0.0.${made}`) =>
  signIn(ws, { name, password, address, previous: null }, when(seconds));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('accounts', () => {
  it('are made with roles in places of the register', async () => {
    const name = await reporter();
    await bindAccount(ws, name, { role: 'reader', area: '230000' }, operator);
    const held = await unbindAccount(ws, name, { role: 'city_reporter', area: 'Hegang' }, operator);
    expect(held.holds).toMatchObject([
      { role: 'reader', area: 'province/cn-230000', place: { en: 'Heilongjiang' } },
    ]);
    const again = unbindAccount(ws, name, { role: 'city_reporter', area: 'Hegang' }, operator);
    expect(await codeOf(again)).toBe('ACCESS_BINDING_UNKNOWN');
    expect(await codeOf(bindAccount(ws, name, { role: 'city_reporter', area: 'all' }, operator))).toBe(
      'ACCESS_AREA',
    );
    expect(await codeOf(bindAccount(ws, 'nobody', { role: 'reader', area: 'all' }, operator))).toBe(
      'ACCESS_ACCOUNT_UNKNOWN',
    );
  });

  it('are not half made: a wrong role or password adds nothing', async () => {
    const given = { name: 'half', label: '', password: good, holds: [{ role: 'boss', area: 'all' }] };
    expect(await codeOf(addAccount(ws, given, operator))).toBe('ACCESS_ROLE');
    expect(await codeOf(addAccount(ws, { ...given, holds: [], password: 'short' }, operator))).toBe(
      'ACCESS_PASSWORD',
    );
    expect((await listAccounts(ws, operator)).map(({ name }) => name)).not.toContain('half');
  });

  it('are changed by administrators and by nobody else', async () => {
    const name = await reporter();
    const holds = [{ role: 'administrator', area: 'all' }];
    await addAccount(ws, { name: 'chief', label: '', password: good, holds }, operator);
    const session = async (who: string) => actorOfSession(ws, (await enter(who)).secret, when(0));
    const chief: AccessCall = { actor: await session('chief'), ...when(0) };
    const other: AccessCall = { actor: await session(name), ...when(0) };
    expect((await bindAccount(ws, name, { role: 'reader', area: 'all' }, chief)).holds).toHaveLength(2);
    // an administrator too gives the present password to change the own one
    expect(await codeOf(resetPassword(ws, 'chief', 'lamp river piano', chief))).toBe('ACCESS_DENIED');
    const tries: readonly ((call: AccessCall) => Promise<unknown>)[] = [
      (call) => addAccount(ws, { name: 'x1', label: '', password: good, holds: [] }, call),
      (call) => bindAccount(ws, name, { role: 'administrator', area: 'all' }, call),
      (call) => setAccountState(ws, 'chief', 'locked', call),
      (call) => resetPassword(ws, 'chief', good, call),
      (call) => listAccounts(ws, call),
      (call) => listTokens(ws, 'chief', call),
      (call) => addToken(ws, 'chief', { label: '', scopes: ['audit.read'], days: 1 }, call),
      (call) => auditLines(ws, { most: 1 }, call),
    ];
    for (const one of tries) {
      expect(await codeOf(one(other))).toBe('ACCESS_DENIED');
      expect(await codeOf(one({ actor: null, ...when(0) }))).toBe('ACCESS_SESSION');
    }
    const lines = await auditLines(ws, { target: `account/${name}`, most: 1 }, chief);
    expect(lines[0]).toMatchObject({ by: 'chief', action: 'account.bind' });
  });
});

describe('signing in', () => {
  it('gives a session that speaks for the account as it is at each request', async () => {
    const name = await reporter();
    const { secret } = await enter(name);
    const actor = await actorOfSession(ws, secret, when(10));
    expect(may(actor, 'figures.change', hegang, placesOf(ws.register))).toBe(true);
    await unbindAccount(ws, name, { role: 'city_reporter', area: '鹤岗' }, operator);
    expect((await actorOfSession(ws, secret, when(20))).holds).toEqual([]);
    await signOut(ws, secret, when(30));
    await signOut(ws, secret, when(30));
    expect(await codeOf(actorOfSession(ws, secret, when(30)))).toBe('ACCESS_SESSION');
  });

  it('ends when it is not used, and after its whole time', async () => {
    const name = await reporter();
    const { idle, whole } = settings.session;
    const first = await enter(name);
    expect(await codeOf(actorOfSession(ws, first.secret, when(idle)))).toBe('ACCESS_SESSION');
    const second = await enter(name);
    for (let at = 1000; at < whole; at += 1000) {
      expect(await codeOf(actorOfSession(ws, second.secret, when(at)))).toBe('done');
    }
    expect(await codeOf(actorOfSession(ws, second.secret, when(whole)))).toBe('ACCESS_SESSION');
  });

  it('takes a new session each time and ends the one before', async () => {
    const name = await reporter();
    const first = await enter(name);
    const given = { name, password: good, address: '10.9.9.9', previous: first.secret };
    const second = await signIn(ws, given, when(1));
    expect(second.secret).not.toBe(first.secret);
    expect(await codeOf(actorOfSession(ws, first.secret, when(2)))).toBe('ACCESS_SESSION');
    expect(await codeOf(actorOfSession(ws, second.secret, when(2)))).toBe('done');
  });

  it('tells a wrong password, an unknown name and an impossible one apart by nothing', async () => {
    const name = await reporter();
    const tell = (who: string, password: string) =>
      enter(who, password).then(
        () => 'in',
        ({ code, text, where }: { code: string; text: object; where: string }) => ({ code, text, where }),
      );
    const wrong = await tell(name, 'wrong horse battery');
    expect(wrong).toMatchObject({ code: 'ACCESS_SIGN_IN' });
    expect(await tell('unheard', good)).toEqual(wrong);
    expect(await tell('no name!', good)).toEqual(wrong);
    expect(await tell(name, 'x'.repeat(5000))).toEqual(wrong);
    await setAccountState(ws, name, 'locked', operator);
    expect(await tell(name, 'wrong horse battery')).toEqual(wrong);
    expect(await codeOf(enter(name))).toBe('ACCESS_LOCKED');
  });

  it('waits after five failures from one place, known name or not, and lets the owner in from another', async () => {
    const name = await reporter();
    for (const who of [name, 'unheard-too']) {
      const codes: unknown[] = [];
      for (let at = 0; at < 6; at += 1) codes.push(await codeOf(enter(who, 'wrong horse battery', at)));
      expect(codes).toEqual([...Array.from({ length: 5 }, () => 'ACCESS_SIGN_IN'), 'ACCESS_WAIT']);
    }
    expect(await codeOf(enter(name, good, 10))).toBe('ACCESS_WAIT');
    expect(await codeOf(enter(name, good, 10, '10.2.2.2'))).toBe('done');
    expect(await codeOf(enter(name, good, 70))).toBe('done');
    const lines = await auditLines(ws, { most: 100 }, operator);
    const waits = lines.filter(({ action }) => action === 'sign_in.wait');
    expect(waits.map(({ target }) => target)).toContain(`pair/${name}/10.0.0.${made}`);
  });

  it('lets no more guesses through at once than one after the other', async () => {
    const name = await reporter();
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => codeOf(enter(name, 'wrong horse battery'))),
    );
    expect(codes.filter((code) => code === 'ACCESS_SIGN_IN')).toHaveLength(5);
    expect(codes.filter((code) => code === 'ACCESS_WAIT')).toHaveLength(15);
  });

  it('hashes the password anew where more work is asked for now', async () => {
    const name = await reporter();
    const kept = async () => (await (await ws.store()).accounts.find(name))?.password;
    const before = await kept();
    const more = { ...settings, scrypt: { ...settings.scrypt, cost: 512 } };
    const given = { name, password: good, address: '10.3.3.3', previous: null };
    await signIn(ws, given, { ...when(0), settings: more });
    expect([before?.split('$')[1], (await kept())?.split('$')[1]]).toEqual(['256', '512']);
    expect(await codeOf(enter(name))).toBe('done');
    expect((await kept())?.split('$')[1]).toBe('512');
  });
});

describe('the own account', () => {
  it('changes its password with the present one, and all its sessions end', async () => {
    const name = await reporter();
    const { secret } = await enter(name);
    const actor = await actorOfSession(ws, secret, when(0));
    const change = (present: string, next: string) =>
      codeOf(changePassword(ws, { present, next, address: '10.4.4.4' }, { actor, ...when(1) }));
    expect(await change('wrong horse battery', 'lamp river piano')).toBe('ACCESS_SIGN_IN');
    expect(await change(good, 'short')).toBe('ACCESS_PASSWORD');
    expect(await change(good, 'lamp river piano')).toBe('done');
    expect(await codeOf(actorOfSession(ws, secret, when(2)))).toBe('ACCESS_SESSION');
    expect(await codeOf(enter(name))).toBe('ACCESS_SIGN_IN');
    expect(await codeOf(enter(name, 'lamp river piano'))).toBe('done');
  });

  it('makes tokens that can do less than it, and never more', async () => {
    const name = await reporter();
    const owner = await actorOfSession(ws, (await enter(name)).secret, when(0));
    const call: AccessCall = { actor: owner, ...when(0) };
    const wish = { label: 'upload', scopes: ['figures.change', 'round.lock'], days: 1 };
    const { secret, token } = await addToken(ws, name, wish, call);
    const actor = await actorOfToken(ws, secret, when(60));
    const places = placesOf(ws.register);
    const can = (action: string) => may(actor, action, hegang, places);
    expect(['figures.change', 'figures.submit', 'round.lock'].map(can)).toEqual([true, false, false]);
    // a token makes no token, so that a leaked one ends with itself
    expect(await codeOf(addToken(ws, name, wish, { actor, ...when(60) }))).toBe('ACCESS_DENIED');
    expect((await listTokens(ws, name, call))[0]).toEqual({ ...token, used: when(60).at });
    expect(await codeOf(actorOfToken(ws, secret, when(86_400)))).toBe('ACCESS_SESSION');
    await revokeToken(ws, name, token.id, call);
    expect(await codeOf(actorOfToken(ws, secret, when(61)))).toBe('ACCESS_SESSION');
    expect(await codeOf(revokeToken(ws, name, token.id, call))).toBe('ACCESS_TOKEN_UNKNOWN');
    expect(await codeOf(addToken(ws, name, { ...wish, scopes: ['account.change'] }, call))).toBe(
      'ACCESS_TOKEN',
    );
  });

  it('is silenced with its tokens by a lock', async () => {
    const name = await reporter();
    const wish = { label: '', scopes: ['figures.change'], days: null };
    const { secret, token } = await addToken(ws, name, wish, operator);
    expect(token.ends.slice(0, 10)).toBe('2026-05-30');
    await setAccountState(ws, name, 'locked', operator);
    expect(await codeOf(actorOfToken(ws, secret, when(1)))).toBe('ACCESS_LOCKED');
    await setAccountState(ws, name, 'active', operator);
    expect(await codeOf(actorOfToken(ws, secret, when(1)))).toBe('done');
  });
});

it('all of this stands in an audit log that is whole and holds no secret', async () => {
  const { events, head } = await verifyAudit(ws, null, operator);
  expect(events).toBeGreaterThan(30);
  expect(await verifyAudit(ws, head, operator)).toEqual({ events, head });
  expect(await codeOf(verifyAudit(ws, `${events + 1}:${'a'.repeat(64)}`, operator))).toBe('AUDIT_BROKEN');
  expect(await codeOf(verifyAudit(ws, 'newest', operator))).toBe('CALL_OPTION');
  const lines = JSON.stringify(await auditLines(ws, { most: 10_000 }, operator));
  for (const secret of [good, 'lamp river piano', 'wrong horse', 'scrypt$', 'afterlode_']) {
    expect(lines).not.toContain(secret);
  }
});
