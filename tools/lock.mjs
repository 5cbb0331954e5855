// Lets one process at a time install or build. Node built-ins only.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const longestWaitMs = 15 * 60 * 1000;
const stepMs = 200;

/**
 * Runs `work` while holding the lock file; waits for a living holder, takes over from a dead one.
 * `work` names each process it starts: npm goes on when its parent is killed, and holds the lock then.
 */
export async function withLock(path, say, work) {
  const own = `${path}.${process.pid}`;
  let mine = `${process.pid} 0 ${process.hrtime.bigint()}`;
  await take(path, mine, say);
  try {
    return await work((child) => {
      mine = `${process.pid} ${child} ${process.hrtime.bigint()}`;
      writeFileSync(own, mine);
      renameSync(own, path);
    });
  } finally {
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

async function take(path, mine, say) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine);
  try {
    for (let waited = 0; ; waited += stepMs) {
      if (link(own, path)) return;
      const holder = read(path);
      const pid = holder.split(' ').slice(0, 2).map(Number).find(lives);
      if (holder !== '' && pid === undefined) {
        removeIf(path, holder);
        continue;
      }
      if (waited === 0) say(`afterlode: process ${pid} is installing or building; waiting for it …`);
      if (waited > longestWaitMs)
        throw new Error(`${path} is held by process ${pid}; end it or delete the file.`);
      await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** A hard link appears with its content or not at all, so nobody reads a lock that is half written. */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead process's lock, but never one that somebody else has taken in between. */
function removeIf(path, holder) {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== holder) link(aside, path);
  rmSync(aside, { force: true });
}

function lives(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
