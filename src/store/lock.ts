import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AfterlodeError } from '../base/index.js';
import { processState } from './process-state.js';

/** Who holds a workspace, as its lock file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process as the system tells it, empty where it does not: a process number is used again. */
  readonly started: string;
  readonly since: string;
  /** Random; tells one lock from the next. */
  readonly mark: string;
}

export interface Lock {
  /** Gives the folder free. Harmless when repeated. */
  release(): void;
}

const unreadable: Holder = { pid: 0, host: '', started: '', since: '', mark: 'unreadable' };
/** Tries of 25 ms each; a lock file is empty only for the moment in which it is written. */
const tries = 40;

/**
 * Takes the lock of a workspace: the embedded database has none of its own, and two processes in one folder destroy
 * it. The lock of a process that lives is never taken; that of a dead one is.
 *
 * @throws AfterlodeError STORE_LOCKED
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const me: Holder = {
    pid: process.pid,
    host: hostname(),
    started: processState(process.pid)?.started ?? '',
    since: new Date().toISOString(),
    mark: randomUUID(),
  };
  for (let attempt = 1; ; attempt += 1) {
    if (create(path, me)) return held(path, me);
    const holder = read(path);
    // A file that cannot be read is being written, unless it stays so.
    const isSettled = (one: Holder) => one.mark !== unreadable.mark || attempt >= tries;
    if (holder && isSettled(holder)) {
      if (lives(holder)) throw locked(folder, holder);
      if (succeed(folder, path, { dead: holder, isSettled }, me)) return held(path, me);
    }
    if (attempt >= 2 * tries) throw locked(folder, holder ?? unreadable);
    await pause(25);
  }
}

/**
 * Takes the place of a dead holder. Deleting the file and making a new one would let two processes that both saw the
 * dead one delete each other's lock. So the right to succeed a holder is itself a file that only one can make, named
 * by the holder's mark; if its maker died too, the next claim names that one. The winner looks again whether the dead
 * holder's file still lies there and then moves its claim over it.
 */
function succeed(
  folder: string,
  path: string,
  { dead, isSettled }: { readonly dead: Holder; readonly isSettled: (one: Holder) => boolean },
  me: Holder,
): boolean {
  const claims: string[] = [];
  let before = dead;
  for (;;) {
    const claim = `${path}.after-${before.mark}`;
    if (create(claim, me)) {
      if (read(path)?.mark !== dead.mark) {
        rmSync(claim, { force: true });
        return false;
      }
      renameSync(claim, path);
      for (const old of claims) rmSync(old, { force: true });
      return true;
    }
    const claimant = read(claim);
    if (claimant === null || claimant.mark === before.mark || !isSettled(claimant)) return false;
    if (lives(claimant)) throw locked(folder, claimant);
    claims.push(claim);
    before = claimant;
  }
}

function held(path: string, me: Holder): Lock {
  const release = () => {
    process.off('exit', release);
    if (read(path)?.mark === me.mark) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/** A holder on another machine counts as living: nobody here can know. */
function lives(holder: Holder): boolean {
  if (holder.mark === unreadable.mark) return false;
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const state = processState(holder.pid);
  if (state === null) return true;
  return !state.ended && (holder.started === '' || state.started === holder.started);
}

function create(path: string, holder: Holder): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, `${JSON.stringify(holder)}\n`);
    return true;
  } catch (error) {
    // A full disk takes a name and no words; a lock of nobody would hold the folder once there is room.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Null where the file is gone. */
function read(path: string): Holder | null {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(found) ? found : unreadable;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

function isHolder(found: unknown): found is Holder {
  if (found === null || typeof found !== 'object') return false;
  const text = (name: string) => typeof Reflect.get(found, name) === 'string';
  return Number.isInteger(Reflect.get(found, 'pid')) && ['host', 'started', 'since', 'mark'].every(text);
}

function locked(folder: string, holder: Holder): AfterlodeError {
  const { pid, host, since } = holder;
  return new AfterlodeError('STORE_LOCKED', folder, { pid, host, since, found: pid });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}
