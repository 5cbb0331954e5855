import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backPath } from './back-path.js';

describe('where a reader is led after signing in', () => {
  it('is the page that was asked for', () => {
    for (const path of ['/', '/city/cn-230400?lang=zh#people', '/account', '/methods/assess/rank?x=//a']) {
      expect(backPath(path)).toBe(path);
    }
  });

  it.each([
    null,
    '',
    'account',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/./\t/elsewhere.example',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    '/api/session',
    '/sign-in?back=/',
    `/${'a'.repeat(2001)}`,
    '/a\nb',
  ])('is the first page for %j', (asked) => {
    expect(backPath(asked)).toBe('/');
  });

  it('is never another site, whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      'http:',
      'a',
      '%2f',
      '?',
      '#',
      '\t',
      '[',
      '\u3002',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const to = backPath(`/${parts.join('')}`);
        expect(new URL(to, 'https://own.example/').host).toBe('own.example');
        expect(to).toMatch(/^\/(?![/\\])/);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});
