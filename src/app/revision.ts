import { setTimeout as wait } from 'node:timers/promises';

/** How long a database may take to tell its revision before answers are given from what is known, ms. */
const patienceMs = 1000;

/**
 * Notices changes of a database by other processes. Every call that comes while one is under way shares the next one: what it learns
 * is then never older than the call, and the database is asked by one caller at a time however many there are.
 *
 * @param ask the database's counter; null where there is none
 * @param onChange told when the counter is another one than the last time, and the first time
 */
export function watchRevision(
  ask: () => Promise<number | null>,
  onChange: () => void,
  patience: number = patienceMs,
): () => Promise<void> {
  let known: number | null = null;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const look = async () => {
    const found = await soon(ask, patience);
    if (found === null || found === known) return;
    known = found;
    onChange();
  };
  const begin = () => {
    next = null;
    const own = look().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin);
    return next;
  };
}

/** An answer; null where it fails or takes long: what then asks the database for rows tells why. */
async function soon(ask: () => Promise<number | null>, patience: number): Promise<number | null> {
  const over = new AbortController();
  const late = wait(patience, null, { signal: over.signal }).catch(() => null);
  try {
    return await Promise.race([ask().catch(() => null), late]);
  } finally {
    over.abort();
  }
}
