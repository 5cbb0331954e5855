import { describe, expect, it } from 'vitest';
import { wrapped } from './wrapped.js';

const signs = (part: string) => part.length;

describe('wrapped', () => {
  it('breaks after spaces and slashes, and between Chinese signs', () => {
    expect(wrapped('one two three', 8, signs)).toEqual(['one two', 'three']);
    expect(wrapped('http://host/path', 12, signs)).toEqual(['http://host/', 'path']);
    expect(wrapped('资源枯竭城市', 4, signs)).toEqual(['资源枯竭', '城市']);
  });

  it('breaks what is too long by itself anywhere and loses nothing', () => {
    expect(wrapped('abcdefgh', 3, signs)).toEqual(['abc', 'def', 'gh']);
    expect(wrapped('', 3, signs)).toEqual([]);
    expect(wrapped('数据 a,b 与 cd', 3, signs).join('').replaceAll(' ', '')).toBe('数据a,b与cd');
  });
});
