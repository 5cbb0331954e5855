import { describe, expect, it } from 'vitest';
import { openThreads } from './thread-pool.js';

describe('threads that answer', () => {
  it('say that one ended, and go on with another', async () => {
    const pool = openThreads<unknown, unknown>({ room: 'jobs', name: 'no-such-worker' }, 1);
    await expect(pool.answer(1)).rejects.toThrow('no-such-worker');
    await pool.close();
  });
});
