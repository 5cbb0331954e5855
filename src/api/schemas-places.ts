import { z } from 'zod';
import { componentNames, flagNote, text } from './schemas.js';

/** Schemas of the comparison of places; see `schemas.ts`. */

const count = z.number().int().nonnegative();
const maybe = z.number().nullable();

export const placeHint = z.looseObject({
  id: z.string(),
  adcode: z.string(),
  name: text,
  province: text,
  level: z.string(),
  listed: z.boolean(),
});
componentNames.add(placeHint, { id: 'PlaceHint' });

export const serverLayer = z.looseObject({
  name: z.string(),
  kind: z.enum(['geojson', 'pmtiles']),
  bytes: count,
  url: z.string().describe('address of the file on this server'),
});
componentNames.add(serverLayer, { id: 'ServerLayer' });

const placePoint = z.looseObject({
  period: z.string(),
  value: maybe,
  id: z.string().describe('address of the number for /api/explain'),
  flags: z.array(flagNote),
  breaks: z
    .array(z.looseObject({ year: z.number(), scope: z.string(), text }))
    .describe('changes of the area since the value before'),
  twoAreas: z.boolean().describe('the value itself compares two areas: it is not ranked'),
  rank: maybe.describe('of an index among all ranked, of an indicator among the listed units of the level'),
  ranked: maybe,
  rankInterval: z.tuple([z.number(), z.number()]).nullable().describe('of an index; indicators have none'),
});

const groupPoint = z.looseObject({
  period: z.string(),
  count,
  median: maybe,
  q1: maybe,
  q3: maybe,
  label: text.nullable().describe('the class of a place, which may differ by period'),
  id: z.string().nullable().describe('address of the median where it has one'),
});

export const placesComparison = z.looseObject({
  catalog: z.string(),
  places: z.array(placeHint),
  groups: z.array(z.looseObject({ group: z.string(), label: text, units: count })),
  measures: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['indicator', 'index']),
      label: text,
      unit: z.string(),
      display: z.looseObject({ label: text, factor: z.number(), digits: count }),
      better: z.string(),
      periods: z.array(z.string()),
      places: z.array(z.looseObject({ place: z.string(), points: z.array(placePoint) })),
      groups: z.array(z.looseObject({ group: z.string(), points: z.array(groupPoint) })),
    }),
  ),
});
componentNames.add(placesComparison, { id: 'PlacesComparison' });
