import { describe, expect, it } from 'vitest';
import { rest, withLanguage, withQuery } from './router.js';

const at = (text: string) => {
  const [path = '', query = ''] = text.split('?');
  return { path, query: new URLSearchParams(query) };
};

describe('addresses', () => {
  it('changes only the named values of the query', () => {
    expect(withQuery({ type: 'declining' }, at('/?period=2020'))).toBe('/?period=2020&type=declining');
    expect(withQuery({ period: '2010' }, at('/?period=2020&q=a'))).toBe('/?period=2010&q=a');
  });

  it('takes a value out by null or an empty text', () => {
    expect(withQuery({ q: '' }, at('/?q=a'))).toBe('/');
    expect(withQuery({ why: null }, at('/city/cn-230400?why=x&lang=zh'))).toBe('/city/cn-230400?lang=zh');
  });

  it('keeps the address of a number readable', () => {
    const text = withQuery({ why: 'value/cn-230400/2020/population' }, at('/'));
    expect(text).toBe('/?why=value/cn-230400/2020/population');
    expect(new URLSearchParams(text.slice(2)).get('why')).toBe('value/cn-230400/2020/population');
  });

  it('carries the language along, before a mark', () => {
    expect(withLanguage('/data#census_2010', at('/?lang=en&q=a'))).toBe('/data?lang=en#census_2010');
    expect(withLanguage('/?period=2010', at('/?lang=zh'))).toBe('/?period=2010&lang=zh');
    expect(withLanguage('/methods', at('/?q=a'))).toBe('/methods');
  });

  it('reads the rest of a path', () => {
    expect(rest('/city/cn-230400', '/city/')).toBe('cn-230400');
    expect(rest('/city/%E9%B9%A4%E5%B2%97', '/city/')).toBe('鹤岗');
    expect(rest('/city/', '/city/')).toBeNull();
    expect(rest('/city/a/b', '/city/')).toBeNull();
    expect(rest('/city/%E9%', '/city/')).toBeNull();
    expect(rest('/methods', '/city/')).toBeNull();
  });
});
