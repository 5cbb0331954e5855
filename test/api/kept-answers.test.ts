import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { answerShelf } from '../../src/api/kept-answers.js';
import { AfterlodeError } from '../../src/base/index.js';
import { type FakeService, fakeServer } from './fake.js';

/** Answers that are sent again: the same bytes while nothing changed, and nobody gets what was made for another. */

const filler = 'x'.repeat(3000);
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serving(over = {}) {
  let made = 0;
  const fake = await fakeServer({
    overview: (async () => ({ made: ++made, filler })) as never,
    cityPage: (async (_ws: unknown, asked: string) => {
      made += 1;
      throw new AfterlodeError('CITY_UNKNOWN', asked, { found: asked, near: '-' });
    }) as never,
    ...over,
  });
  closing.push(() => fake.server.close());
  return { ...fake, count: () => made };
}

async function ask(fake: FakeService, url: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fake.server.inject({ url, headers });
  const packed = answer.rawPayload;
  const coding = answer.headers['content-encoding'] ?? '';
  const text =
    coding === 'br' ? brotliDecompressSync(packed) : coding === 'gzip' ? gunzipSync(packed) : packed;
  return {
    status: answer.statusCode,
    coding,
    headers: answer.headers,
    body: JSON.parse(text.toString('utf8') || 'null') as { readonly made?: number },
    bytes: packed,
  };
}

describe('an answer that everybody may read', () => {
  it('is made once, whatever the order of its parameters, and sent in the packing that is taken', async () => {
    const fake = await serving();
    const packed = { 'accept-encoding': 'gzip, br' };
    const first = await ask(fake, '/api/overview?period=2020&index=a', packed);
    const again = await ask(fake, '/api/overview?index=a&period=2020', packed);
    expect([first.coding, again.coding, fake.count()]).toEqual(['br', 'br', 1]);
    expect(again.bytes).toEqual(first.bytes);
    for (const name of ['content-type', 'etag', 'cache-control', 'vary'])
      expect(again.headers[name]).toEqual(first.headers[name]);
    expect(again.headers['etag']).toMatch(/~br"$/);
    const gzipped = await ask(fake, '/api/overview?period=2020&index=a', {
      'accept-encoding': 'gzip, br;q=0',
    });
    const plain = await ask(fake, '/api/overview?period=2020&index=a');
    expect([gzipped.coding, gzipped.body.made, plain.coding, plain.body.made]).toEqual(['gzip', 2, '', 3]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const held = await ask(fake, '/api/overview?period=2020&index=a', {
      ...packed,
      'if-none-match': String(first.headers['etag']),
    });
    expect([held.status, fake.count()]).toEqual([304, 3]);
  });

  it('is made anew after a change, for another language and for other parameters', async () => {
    const fake = await serving();
    const made = async (url = '/api/overview', language = 'en') =>
      (await ask(fake, url, { 'accept-language': language })).body.made;
    expect([await made(), await made(), await made('/api/overview', 'zh')]).toEqual([1, 1, 2]);
    expect([await made('/api/overview?period=2010'), await made()]).toEqual([3, 1]);
    fake.change();
    expect([await made(), await made()]).toEqual([4, 4]);
  });

  it('is not kept where a change overtook it', async () => {
    let made = 0;
    const fake: FakeService = await serving({
      overview: async () => {
        made += 1;
        if (made === 1) fake.change();
        return { made, filler };
      },
    });
    const numbers = [];
    for (let time = 0; time < 3; time++) numbers.push((await ask(fake, '/api/overview')).body.made);
    expect(numbers).toEqual([1, 2, 2]);
  });

  it('is no error', async () => {
    const fake = await serving();
    const statuses = [];
    for (let time = 0; time < 2; time++) statuses.push((await ask(fake, '/api/cities/none/page')).status);
    expect([statuses, fake.count()]).toEqual([[404, 404], 2]);
  });
});

describe('the shelf of answers', () => {
  const kept = (bytes: number) => ({ headers: {}, body: Buffer.alloc(bytes) });

  it('holds so many bytes, forgetting what was used longest ago', () => {
    const shelf = answerShelf(1000);
    for (const key of ['a', 'b', 'c', 'd']) shelf.keep('1', key, kept(240));
    expect(shelf.find('1', 'a')).not.toBeNull();
    shelf.keep('1', 'e', kept(240));
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => shelf.find('1', key) !== null)).toEqual([
      'a',
      'c',
      'd',
      'e',
    ]);
    expect(shelf.bytes()).toBe(4 * 241);
    shelf.keep('1', 'large', kept(900));
    expect([shelf.find('1', 'large'), shelf.bytes()]).toEqual([null, 4 * 241]);
    shelf.keep('1', 'a', kept(10));
    expect(shelf.bytes()).toBe(3 * 241 + 11);
  });

  it('knows one state', () => {
    const shelf = answerShelf(1000);
    shelf.keep('1', 'a', kept(10));
    expect(shelf.find('2', 'a')).toBeNull();
    expect(shelf.find('1', 'a')).toBeNull();
    expect(shelf.bytes()).toBe(0);
  });
});
