import { describe, expect, it } from 'vitest';
import { base64Of } from './base64.js';

describe('bytes as base64', () => {
  it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 60_000])('are read back, %i of them', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
    expect(Uint8Array.from(Buffer.from(base64Of(bytes.buffer), 'base64'))).toEqual(bytes);
  });
});
