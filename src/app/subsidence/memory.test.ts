import { expect, it } from 'vitest';
import { bytesNeeded, bytesThere, memoryNote } from './memory.js';

it('says before the work what memory may not hold', () => {
  // 1,500 × 1,500 cells, 30 dates: 1,157 MiB were measured.
  expect(bytesNeeded(1500 * 1500, 30) / 2 ** 20).toBeCloseTo(1157, -2);
  expect(memoryNote(1500 * 1500, 30, 2e9)).toBeNull();
  expect(memoryNote(5000 * 5000, 30, 8e9)).toEqual({
    en: expect.stringMatching(/^this needs about 9\.7 GB of memory, 8\.0 GB are there/),
    zh: expect.stringMatching(/^约需 9\.7 GB 内存/),
  });
  expect(bytesThere()).toBeGreaterThan(1e8);
});
