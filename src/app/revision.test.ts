import { expect, it } from 'vitest';
import { watchRevision } from './revision.js';

it('tells of each other number once, and of the first', async () => {
  const numbers = [5, 5, 6, null, 6, 7];
  let changes = 0;
  const refresh = watchRevision(
    async () => numbers.shift() ?? null,
    () => (changes += 1),
  );
  const seen = [];
  for (let at = 0; at < 6; at += 1) {
    await refresh();
    seen.push(changes);
  }
  expect(seen).toEqual([1, 1, 2, 2, 2, 3]);
});

it('asks once for all who come while one is asking, but never gives them an older answer', async () => {
  const asked: ((revision: number) => void)[] = [];
  const refresh = watchRevision(
    () => new Promise((resolve) => asked.push(resolve)),
    () => {},
  );
  const first = refresh();
  const later = [refresh(), refresh(), refresh()];
  expect(asked).toHaveLength(1);
  asked[0]?.(1);
  await first;
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.(2);
  await Promise.all(later);
  expect(asked).toHaveLength(2);
});

it('goes on with what is known where nobody answers', async () => {
  let changes = 0;
  const silent = watchRevision(
    () => new Promise(() => {}),
    () => (changes += 1),
    10,
  );
  const broken = watchRevision(
    () => Promise.reject(new Error('gone')),
    () => (changes += 1),
  );
  await Promise.all([silent(), broken()]);
  expect(changes).toBe(0);
});
