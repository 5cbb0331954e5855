import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildServer } from '../../src/api/index.js';
import * as forms from '../../src/api/schemas-open.js';
import { readingWorkspace } from '../app/workspace.js';

/** OGC API Features 1.0, core and GeoJSON, requirement by requirement; the pack is that of this checkout. */

const base = 'http://features.example';
let server: FastifyInstance;

beforeAll(async () => {
  server = await buildServer({ ws: await readingWorkspace(), webFolder: 'no such folder' });
}, 60_000);
afterAll(() => server.close());

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
}
type Page = z.infer<typeof forms.featurePage>;

function ask(url: string, headers: Readonly<Record<string, string>> = {}) {
  return server.inject({ url: url.replace(base, ''), headers: { host: 'features.example', ...headers } });
}

async function page(query: string): Promise<Page> {
  const response = await ask(`/ogc/collections/${query}`);
  expect([query, response.statusCode]).toEqual([query, 200]);
  return z.parse(forms.featurePage, response.json());
}

function linksIn(value: unknown): Link[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(linksIn);
  return 'href' in value ? [value as Link, ...inside] : inside;
}

describe('all links', () => {
  it('lead from the landing page to every description and page, in the media type that they name', async () => {
    const seen = new Map<string, number>();
    const waiting = [`${base}/ogc`];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const response = await ask(url);
      seen.set(url, response.statusCode);
      expect(url.startsWith(base)).toBe(true);
      if (url.endsWith('/api')) continue;
      for (const link of linksIn(response.json())) {
        const type = String((await ask(link.href)).headers['content-type']);
        expect([link.href, type.split(/; charset|; version/)[0]]).toEqual([
          link.href,
          link.type.split(';')[0],
        ]);
        // Long pages, so that the walk is short.
        const next = link.rel === 'items' ? `${link.href}?limit=200` : link.href;
        if (!seen.has(next) && !waiting.includes(next)) waiting.push(next);
      }
    }
    expect([...new Set(seen.values())]).toEqual([200]);
    const paths = [...seen.keys()].map((url) => new URL(url).pathname);
    expect(new Set(paths)).toEqual(
      new Set(
        ['', '/api', '/conformance', '/collections', '/collections/cities', '/collections/findings']
          .concat(['/collections/cities/items', '/collections/findings/items'])
          .map((path) => `/ogc${path}`),
      ),
    );
    expect(paths.filter((path) => path.endsWith('/cities/items'))).toHaveLength(2);
  }, 30_000);

  it('stand on the landing page by the relations that the core asks for', async () => {
    const landing = z.parse(forms.landingPage, (await ask('/ogc')).json());
    const relations = landing.links.map(({ rel }) => rel);
    expect(relations).toEqual(['self', 'service-desc', 'conformance', 'data']);
    const definition = (await ask('/ogc/api')).json<{ openapi: string; paths: object }>();
    expect(definition.openapi).toMatch(/^3\.1/);
    expect(definition.paths).toHaveProperty(['/ogc/collections/cities/items', 'get']);
  });
});

describe('descriptions', () => {
  it('name the classes that are kept', async () => {
    expect((await ask('/ogc/conformance')).json()).toEqual({
      conformsTo: [
        'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
        'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
      ],
    });
  });

  it('give each collection with its extent, in both languages', async () => {
    const { collections } = z.parse(forms.collectionList, (await ask('/ogc/collections')).json());
    expect(collections.map((one) => one.id)).toEqual(['cities', 'findings']);
    for (const one of collections) {
      const alone = (await ask(`/ogc/collections/${one.id}`)).json<object>();
      expect(alone).toEqual(one);
      expect(one.crs).toEqual(['http://www.opengis.net/def/crs/OGC/1.3/CRS84']);
      const [west = 0, south = 0, east = 0, north = 0] = one.extent.spatial?.bbox[0] ?? [];
      expect(west < east && south < north && west > 70 && north < 60).toBe(true);
    }
    expect(collections[0]?.extent.temporal).toBeUndefined();
    expect(collections[1]?.extent.temporal?.interval).toEqual([
      ['2020-01-01T00:00:00Z', '2020-12-31T23:59:59Z'],
    ]);
    const chinese = await ask('/ogc/collections/cities', { 'accept-language': 'zh' });
    expect(chinese.headers['content-language']).toBe('zh-CN');
    expect(chinese.json()).toMatchObject({ title: '资源型城市' });
  });
});

describe('items', () => {
  it('come in pages that together are the collection', async () => {
    const found: string[] = [];
    let url: string | undefined = `${base}/ogc/collections/cities/items?limit=100`;
    while (url !== undefined) {
      const response = await ask(url);
      const one = z.parse(forms.featurePage, response.json());
      expect([one.numberMatched, one.numberReturned]).toEqual([262, one.features.length]);
      found.push(...one.features.map((feature) => feature.id));
      url = one.links.find(({ rel }) => rel === 'next')?.href;
    }
    expect(found).toHaveLength(262);
    expect(new Set(found).size).toBe(262);
  });

  it('are 100 where nothing is asked, never more than the most', async () => {
    expect((await page('cities/items')).numberReturned).toBe(100);
    expect((await page('cities/items?limit=3')).numberReturned).toBe(3);
    expect((await page('cities/items?limit=99999')).numberReturned).toBe(262);
  });

  it('lie in the box, longitude first', async () => {
    const { features, numberMatched } = await page('cities/items?bbox=129.5,46.5,131,48');
    expect(numberMatched).toBe(features.length);
    expect(features.map((one) => one.id)).toContain('cn-230400');
    for (const { geometry } of features) {
      const [lon = 0, lat = 0] = geometry?.coordinates ?? [];
      expect(lon >= 129.5 && lon <= 131 && lat >= 46.5 && lat <= 48).toBe(true);
    }
    expect((await page('cities/items?bbox=-10,0,0,10')).numberMatched).toBe(0);
  });

  it('are of the time; what has none is of every time', async () => {
    const all = await page('findings/items?limit=1');
    const then = await page('findings/items?limit=1&datetime=2020-06-01T00:00:00Z');
    expect(then.features[0]?.properties.period).toBe('2020');
    expect(then.numberMatched).toBe(all.numberMatched);
    expect((await page('findings/items?datetime=2021-01-01/..')).numberMatched).toBe(0);
    expect((await page('cities/items?datetime=1900-01-01')).numberMatched).toBe(262);
  });

  it('have the properties that are asked for, also on later pages', async () => {
    const first = await page('cities/items?type=declining&limit=60');
    expect(first.numberMatched).toBe(67);
    const next = first.links.find(({ rel }) => rel === 'next')?.href ?? '';
    const rest = z.parse(forms.featurePage, (await ask(next)).json());
    expect(rest.features.map((one) => one.properties.type)).toEqual(Array(7).fill('declining'));
    const named = await page(`findings/items?unit_id=cn-230400&period=2020`);
    expect(named.numberMatched).toBeGreaterThan(0);
  });

  it('answer 400 to a parameter that is unknown or wrong, 404 to what is not there', async () => {
    for (const query of [
      'nothing=1',
      'limit=0',
      'limit=a',
      'bbox=1,2,3',
      'bbox=9,9,0,0',
      'datetime=soon',
      'status=open',
    ])
      expect([query, (await ask(`/ogc/collections/cities/items?${query}`)).statusCode]).toEqual([query, 400]);
    for (const path of ['none', 'none/items', 'cities/items/none', 'cities/nothing']) {
      const response = await ask(`/ogc/collections/${path}`);
      expect(response.statusCode).toBe(404);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('open alone, with links to themselves and to their collection', async () => {
    for (const collection of ['cities', 'findings']) {
      const [first] = (await page(`${collection}/items?limit=1`)).features;
      const path = `/ogc/collections/${collection}/items/${encodeURIComponent(first?.id ?? '')}`;
      const response = await ask(path);
      expect(response.headers['content-type']).toContain('application/geo+json');
      const { links, ...feature } = z.parse(forms.oneFeature, response.json());
      expect(feature).toEqual(first);
      expect(links).toEqual([
        { href: `${base}${path}`, rel: 'self', type: 'application/geo+json' },
        { href: `${base}/ogc/collections/${collection}`, rel: 'collection', type: 'application/json' },
      ]);
    }
  });

  it('are not made again for who holds them', async () => {
    const url = '/ogc/collections/cities/items';
    const etag = String((await ask(url)).headers.etag);
    expect((await ask(url, { 'if-none-match': etag })).statusCode).toBe(304);
  });
});
