import { AfterlodeError, type Text } from '../../base/index.js';
import type { PointFeature } from '../../print/index.js';
import { isAssessed } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { allFindings } from '../ledger/all-findings.js';
import type { Workspace } from '../workspace.js';
import { findingFeature, unitFeature } from './export.js';
import { type FeatureFilter, featureFilter } from './feature-filter.js';

/** Collections of features, and the properties by which each can be filtered. */
export const featureCollections = {
  cities: ['adcode', 'level', 'type', 'batch', 'batch_year', 'province_zh', 'province_en', 'listed'],
  findings: ['unit_id', 'status', 'subject', 'about', 'period', 'light', 'located'],
} as const;
export type FeatureCollectionId = keyof typeof featureCollections;

/** What a collection is and covers. */
export interface CollectionFacts {
  readonly id: FeatureCollectionId;
  readonly title: Text;
  readonly description: Text;
  /** West, south, east, north of its points; null without any. */
  readonly bbox: readonly [number, number, number, number] | null;
  /** First and last period of its features; null where these have none. */
  readonly periods: readonly [string, string] | null;
}

export interface FeaturesCall extends FeatureFilter {
  readonly limit: number;
  /** Id of the last feature of the page before. */
  readonly after?: string;
}

/** A page of features. */
export interface FeaturesPage {
  readonly features: readonly PointFeature[];
  /** How many fit the filter, on all pages. */
  readonly matched: number;
  /** Id of the last one where more follow; else null. */
  readonly last: string | null;
}

const words: Readonly<Record<FeatureCollectionId, { readonly title: Text; readonly description: Text }>> = {
  cities: {
    title: { en: 'Resource-based cities', zh: '资源型城市' },
    description: {
      en: 'Assessed units of the register with official labels, as points',
      zh: '名录中的参评单位及官方分类（点）',
    },
  },
  findings: {
    title: { en: 'Findings', zh: '诊断结论' },
    description: {
      en: 'Findings of the ledger, and problems of check-ups that nobody has opened; a place of its own or the point of the unit',
      zh: '台账中的问题，以及体检发现而尚未立账的问题；取问题自身地点，没有地点的取所属单位的点',
    },
  },
};

/** The collections with what they cover. */
export function collections(ws: Workspace): Promise<readonly CollectionFacts[]> {
  return ws.derived('features/collections', async () => {
    const ids = Object.keys(featureCollections) as FeatureCollectionId[];
    return Promise.all(ids.map(async (one) => coverOf(one, await featuresOf(ws, one))));
  });
}

function coverOf(id: FeatureCollectionId, features: readonly PointFeature[]): CollectionFacts {
  const points = features.flatMap(({ point }) => (point === null ? [] : [point]));
  const lons = points.map(([lon]) => lon).toSorted((a, b) => a - b);
  const lats = points.map(([, lat]) => lat).toSorted((a, b) => a - b);
  const [west, east, south, north] = [lons[0], lons.at(-1), lats[0], lats.at(-1)];
  const isBox = west !== undefined && east !== undefined && south !== undefined && north !== undefined;
  const periods = features.flatMap((feature) => periodOf(feature) ?? []).toSorted();
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    id,
    ...words[id],
    bbox: isBox ? [west, south, east, north] : null,
    periods: first !== undefined && last !== undefined ? [first, last] : null,
  };
}

/**
 * A page of a collection, by id. A page begins after an id and not after a count, so that none comes twice or is left out when
 * features come or go meanwhile.
 *
 * @throws AfterlodeError CALL_OPTION for a box or a time that is none
 */
export async function features(
  ws: Workspace,
  collection: FeatureCollectionId,
  call: FeaturesCall,
): Promise<FeaturesPage> {
  const fits = featureFilter(call, periodOf);
  const matched = (await featuresOf(ws, collection)).filter(fits);
  const { after } = call;
  const rest = after === undefined ? matched : matched.filter(({ id }) => id > after);
  const shown = rest.slice(0, call.limit);
  return {
    features: shown,
    matched: matched.length,
    last: rest.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

/**
 * One feature.
 *
 * @throws AfterlodeError API_FEATURE where there is none of this id
 */
export async function feature(
  ws: Workspace,
  collection: FeatureCollectionId,
  id: string,
): Promise<PointFeature> {
  const found = (await featuresOf(ws, collection)).find((one) => one.id === id);
  if (found === undefined) throw new AfterlodeError('API_FEATURE', collection, { found: id });
  return found;
}

function featuresOf(ws: Workspace, collection: FeatureCollectionId): Promise<readonly PointFeature[]> {
  return ws.derived(`features/${collection}`, async () => {
    const all =
      collection === 'cities'
        ? (await registerOf(ws)).cities.filter(isAssessed).map(unitFeature)
        : (await allFindings(ws, undefined)).map((row) => findingFeature(ws, row));
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  });
}

function periodOf({ properties }: PointFeature): string | null {
  return typeof properties.period === 'string' ? properties.period : null;
}
