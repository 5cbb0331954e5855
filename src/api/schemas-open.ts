import { z } from 'zod';
import { componentNames } from './schemas.js';

/** Schemas of open data; see `schemas.ts`. */

export const valueList = z.array(
  z.looseObject({
    id: z.string().describe('address that /api/explain opens'),
    city: z.string(),
    indicator: z.string(),
    period: z.string(),
    value: z.number().nullable(),
    unit: z.string(),
    status: z.enum(['normal', 'estimated', 'doubtful', 'missing']),
  }),
);

const link = z.looseObject({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
});
componentNames.add(link, { id: 'Link' });

const links = z.array(link);

export const landingPage = z.looseObject({ title: z.string(), description: z.string(), links });

export const conformance = z.looseObject({ conformsTo: z.array(z.string()) });

export const featureCollectionFacts = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  crs: z.array(z.string()),
  extent: z.looseObject({
    spatial: z.looseObject({ bbox: z.array(z.array(z.number())), crs: z.string() }).optional(),
    temporal: z
      .looseObject({ interval: z.array(z.array(z.string().nullable())), trs: z.string() })
      .optional(),
  }),
  links,
});
componentNames.add(featureCollectionFacts, { id: 'FeatureCollectionFacts' });

export const collectionList = z.looseObject({ links, collections: z.array(featureCollectionFacts) });

const feature = z.looseObject({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z
    .looseObject({ type: z.literal('Point'), coordinates: z.array(z.number()).length(2) })
    .nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
componentNames.add(feature, { id: 'Feature' });

export const featurePage = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(feature),
  links,
  numberMatched: z.number().int(),
  numberReturned: z.number().int(),
});
export const oneFeature = z.looseObject({ ...feature.shape, links });
