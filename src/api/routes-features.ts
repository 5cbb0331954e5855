import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CollectionFacts, type FeatureCollectionId, featureCollections } from '../app/index.js';
import type { Language, Text } from '../base/index.js';
import { geoFeature } from '../print/index.js';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { languageOf } from './language.js';
import { mostRows, nextPage, rowOfCursor } from './paging.js';
import { baseOf } from './routes-open-data.js';
import {
  collectionList,
  conformance,
  featureCollectionFacts,
  featurePage,
  landingPage,
  oneFeature,
} from './schemas-open.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['features'];
const geoJson = 'application/geo+json';
const openApi = 'application/vnd.oai.openapi+json;version=3.1';
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const gregorian = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian';

/** The definition of the interface is OpenAPI 3.1, for which the standard of 2019 has no class. */
const classes = ['core', 'geojson'].map(
  (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
);

/** OGC API Features, part 1: core and GeoJSON. */
export function addFeatureRoutes(server: Server, service: Service): void {
  addDescriptions(server);
  addCollections(server, service);
  for (const id of Object.keys(featureCollections) as FeatureCollectionId[]) addItems(server, service, id);
}

/** As `answers`, of GeoJSON. */
function geoAnswers(schema: z.ZodType, description: string) {
  return { ...answers(schema, description), 200: { description, content: { [geoJson]: { schema } } } };
}

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
}

function linkTo(request: FastifyRequest, path: string, rel: string, type = 'application/json'): Link {
  return { href: `${baseOf(request)}${path}`, rel, type };
}

/** A link to the answer itself, as it was asked for. */
function selfLink(request: FastifyRequest, type = 'application/json'): Link {
  return linkTo(request, request.url, 'self', type);
}

/** Sends an answer whose words are in the language that the request prefers. */
function sendIn(request: FastifyRequest, reply: FastifyReply, make: (say: (text: Text) => string) => object) {
  const lang: Language = languageOf(request.headers['accept-language']);
  return reply.header('content-language', lang === 'zh' ? 'zh-CN' : 'en').send(make((text) => text[lang]));
}

const about: Readonly<Record<'title' | 'description', Text>> = {
  title: { en: 'afterlode: features', zh: 'afterlode：地理要素' },
  description: {
    en: 'Resource-based cities and findings by OGC API Features',
    zh: '资源型城市与诊断结论（OGC API Features）',
  },
};

function addDescriptions(server: Server): void {
  server.get(
    '/ogc',
    {
      config: needs('published.read'),
      schema: { tags, summary: 'Landing page of the features', response: answers(landingPage, 'links') },
    },
    async (request, reply) =>
      sendIn(request, reply, (say) => ({
        title: say(about.title),
        description: say(about.description),
        links: [
          selfLink(request),
          linkTo(request, '/ogc/api', 'service-desc', openApi),
          linkTo(request, '/ogc/conformance', 'conformance'),
          linkTo(request, '/ogc/collections', 'data'),
        ],
      })),
  );
  server.get('/ogc/api', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(openApi).send(server.swagger()),
  );
  server.get(
    '/ogc/conformance',
    {
      config: needs('published.read'),
      schema: { tags, summary: 'Conformance classes', response: answers(conformance, 'core and GeoJSON') },
    },
    async () => ({ conformsTo: classes }),
  );
}

function addCollections(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/ogc/collections',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Collections of features',
        response: answers(collectionList, 'cities and findings'),
      },
    },
    async (request, reply) => {
      const all = await useCases.collections(ws);
      return sendIn(request, reply, (say) => ({
        links: [selfLink(request)],
        collections: all.map((one) => collectionOf(request, one, say)),
      }));
    },
  );
  for (const id of Object.keys(featureCollections))
    server.get(
      `/ogc/collections/${id}`,
      {
        config: needs('published.read'),
        schema: {
          tags,
          summary: `The collection ${id}`,
          response: answers(featureCollectionFacts, 'title, extent, links'),
        },
      },
      async (request, reply) => {
        const found = (await useCases.collections(ws)).find((one) => one.id === id);
        return sendIn(request, reply, (say) =>
          found === undefined ? {} : collectionOf(request, found, say),
        );
      },
    );
}

function collectionOf(
  request: FastifyRequest,
  { id, title, description, bbox, periods }: CollectionFacts,
  say: (text: Text) => string,
): object {
  const path = `/ogc/collections/${id}`;
  const interval = periods && [
    `${periods[0].slice(0, 4)}-01-01T00:00:00Z`,
    `${periods[1].slice(0, 4)}-12-31T23:59:59Z`,
  ];
  return {
    id,
    title: say(title),
    description: say(description),
    itemType: 'feature',
    crs: [crs84],
    extent: {
      ...(bbox !== null && { spatial: { bbox: [bbox], crs: crs84 } }),
      ...(interval !== null && { temporal: { interval: [interval], trs: gregorian } }),
    },
    links: [linkTo(request, path, 'self'), linkTo(request, `${path}/items`, 'items', geoJson)],
  };
}

function addItems(server: Server, { ws, useCases }: Service, id: FeatureCollectionId): void {
  const path = `/ogc/collections/${id}`;
  const properties = featureCollections[id];
  const filters = properties.map((name) => [name, z.string().describe(`value of ${name}`).optional()]);
  const querystring = z.strictObject({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .default(100)
      .describe(`features of a page; more than ${mostRows} are taken for ${mostRows}`),
    bbox: z.string().describe('west,south,east,north in degrees by CRS84').optional(),
    datetime: z.string().describe('a time by RFC 3339, or from/to where an end may be ..').optional(),
    cursor: z.string().min(1).describe('as the link of the page before has it').optional(),
    ...(Object.fromEntries(filters) as Record<string, z.ZodOptional<z.ZodString>>),
  });
  const schema = {
    tags,
    summary: `Features of the collection ${id}, in pages`,
    querystring,
    response: geoAnswers(featurePage, 'a page with links'),
  };
  server.get(`${path}/items`, { config: needs('published.read'), schema }, async (request, reply) => {
    const { limit, bbox, datetime, cursor, ...wanted } = request.query;
    const after = cursor === undefined ? undefined : rowOfCursor(cursor);
    const page = await useCases.features(ws, id, {
      limit: Math.min(limit, mostRows),
      properties: given(wanted) as Record<string, string>,
      ...(given({ bbox, datetime, after }) as { bbox?: string; datetime?: string; after?: string }),
    });
    const next = page.last === null ? [] : [linkTo(request, nextPage(request, page.last), 'next', geoJson)];
    return reply.type(geoJson).send({
      type: 'FeatureCollection',
      features: page.features.map(geoFeature),
      links: [selfLink(request, geoJson), linkTo(request, path, 'collection'), ...next],
      numberMatched: page.matched,
      numberReturned: page.features.length,
    });
  });
  addItem(server, { ws, useCases }, id);
}

function addItem(
  server: Server,
  { ws, useCases }: Pick<Service, 'ws' | 'useCases'>,
  id: FeatureCollectionId,
): void {
  const path = `/ogc/collections/${id}`;
  server.get(
    `${path}/items/:feature`,
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: `One feature of the collection ${id}`,
        params: z.strictObject({ feature: z.string().min(1).describe('id of the feature') }),
        response: geoAnswers(oneFeature, 'the feature with links'),
      },
    },
    async (request, reply) => {
      const found = await useCases.feature(ws, id, request.params.feature);
      const links = [selfLink(request, geoJson), linkTo(request, path, 'collection')];
      return reply.type(geoJson).send({ ...geoFeature(found), links });
    },
  );
}
