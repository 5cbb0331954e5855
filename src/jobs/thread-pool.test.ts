import { describe, expect, it } from 'vitest';
import { openThreads } from './thread-pool.js';

describe('threads that answer', () => {
  it('say that one ended, and go on with another', async () => {
    const pool = openThreads<unknown, unknown>({ room: 'jobs', name: 'no-such-worker' }, 1);
    await expect(pool.answer(1)).rejects.toThrow('no-such-worker');
    await pool.close();
  });

  it('end after a while without work, and are started anew for more', async () => {
    const pool = openThreads<unknown, unknown>({ room: 'app', name: 'campaign/worker' }, 1, 1);
    for (const path of ['no/such/file.xlsx', 'nor/this.xlsx']) {
      await expect(pool.answer({ name: 'x.xlsx', path })).rejects.toMatchObject({ where: path });
      expect(pool.threads()).toBe(1);
      await expect.poll(pool.threads, { timeout: 10_000 }).toBe(0);
    }
    await pool.close();
  });
});
