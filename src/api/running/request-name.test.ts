import { describe, expect, it } from 'vitest';
import { requestId, traceContext } from './request-name.js';

const fresh = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the id of a request', () => {
  it.each(['a', 'abc-123_X.y:z/+=@', 'f'.repeat(128)])('is the one that came with it: %s', (given) => {
    expect(requestId(given)).toBe(given);
  });

  it.each([undefined, '', 'two words', 'a\nb', '鹤岗', 'f'.repeat(129), '{"level":"x"}', ['a', 'b']])(
    'is a new one in the place of %j',
    (given) => {
      expect(requestId(given)).toMatch(fresh);
    },
  );
});

describe('the header traceparent', () => {
  const [trace, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];

  it.each([
    [`00-${trace}-${parent}-01`, true],
    [`00-${trace}-${parent}-00`, false],
    [`00-${trace}-${parent}-03`, true],
    [`cc-${trace}-${parent}-01-what-comes-later`, true],
  ])('%s is read', (given, sampled) => {
    expect(traceContext(given)).toEqual({ trace, parent, sampled });
  });

  it.each([
    undefined,
    '',
    `00-${trace}-${parent}`,
    `00-${trace}-${parent}-01-more`,
    `ff-${trace}-${parent}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    ` 00-${trace}-${parent}-01`,
  ])('%j is none', (given) => {
    expect(traceContext(given)).toBeNull();
  });
});
