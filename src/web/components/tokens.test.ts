import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, type Rgb, rgbOf } from '../charts/seen-colours.js';
import { pairs, tokensOf } from './tokens.js';

const tokens = tokensOf(readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8'));

describe('the colour tokens', () => {
  it('are the same on a light and on a dark page', () => {
    expect(Object.keys(tokens.light).length).toBeGreaterThan(10);
    expect(Object.keys(tokens.dark)).toEqual(Object.keys(tokens.light));
  });

  it.each(['light', 'dark'] as const)('have the contrast that WCAG asks for on a %s page', (scheme) => {
    const colour = (name: string) => rgbOf(tokens[scheme][name] ?? '') as Rgb;
    const faint = pairs.filter(({ over, under, least }) => contrast(colour(over), colour(under)) < least);
    expect(faint).toEqual([]);
  });
});
