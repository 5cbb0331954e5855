import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { successorExample } from './example.js';

describe('the example of the page', () => {
  it.each(Object.values(successorExample()))('is examples/successors/$name', ({ name, text }) => {
    expect(text).toBe(readFileSync(`examples/successors/${name}`, 'utf8'));
  });
});
