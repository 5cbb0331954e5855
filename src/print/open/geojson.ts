import type { Cube } from './cube.js';
import { inPieces } from './pieces.js';

/** A feature of GeoJSON (RFC 7946): a point in longitude and latitude by WGS 84, or no place. */
export interface PointFeature {
  readonly id: string;
  readonly point: readonly [number, number] | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** Features as GeoJSON has them. */
export function geoFeature({ id, point, properties }: PointFeature) {
  const geometry = point === null ? null : { type: 'Point' as const, coordinates: [...point] };
  return { type: 'Feature' as const, id, geometry, properties };
}

/** Features as a collection, one on each line. */
export function printGeoJson(features: Iterable<PointFeature>): AsyncGenerator<Uint8Array> {
  return inPieces(collectionText(features));
}

function* collectionText(features: Iterable<PointFeature>): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let before = '\n';
  for (const feature of features) {
    yield `${before}${JSON.stringify(geoFeature(feature))}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

/** A cube as features: one for each unit, with its numbers as `INDICATOR_PERIOD`; missing is null. */
export function* cubeFeatures(cube: Cube): Generator<PointFeature> {
  for (const [unit, { id, label, point }] of cube.units.entries()) {
    const properties: Record<string, string | number | null> = { name_zh: label.zh, name_en: label.en };
    for (const [measure, one] of cube.measures.entries())
      for (const [period, year] of cube.periods.entries()) {
        if (!cube.has(measure, period)) continue;
        const value = cube.value(unit, measure, period);
        properties[`${one.id}_${year}`] = Number.isNaN(value) ? null : value;
      }
    yield { id, point, properties };
  }
}
