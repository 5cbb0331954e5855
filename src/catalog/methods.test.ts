import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methodRules } from './methods.js';

describe('methodRules', () => {
  it.each([...methodRules.keys()])('%s has a page in docs/methods', (name) => {
    expect(existsSync(new URL(`../../docs/methods/${name}.md`, import.meta.url))).toBe(true);
  });
});
