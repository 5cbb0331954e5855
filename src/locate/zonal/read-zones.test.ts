import { describe, expect, test } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { crsNamed, readZones } from './read-zones.js';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (more: object, geometry: object | null = polygon) => ({
  type: 'Feature',
  properties: {},
  geometry,
  ...more,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

/** Code and text of the fault. */
function fault(given: string | object, idProperty?: string): string {
  try {
    readZones(given, 'z.geojson', idProperty);
  } catch (error) {
    if (error instanceof AfterlodeError) return `${error.code} ${error.text.en}`;
  }
  return 'none';
}

describe('zones of GeoJSON', () => {
  test('names are the id, else properties.id, else the number in the file', () => {
    const names = (...features: object[]) =>
      readZones(collection(...features), 'z').zones.map(({ id }) => id);
    expect(names(feature({ id: 7 }), feature({ id: '东', properties: { id: 'no' } }))).toEqual(['7', '东']);
    expect(names(feature({ properties: { id: 'a' } }))).toEqual(['a']);
    const numbered = readZones(collection(feature({ properties: { name: 'x' } }), feature({})), 'z');
    expect(numbered.zones.map(({ id }) => id)).toEqual(['1', '2']);
    expect(numbered.issues.map(({ code }) => code)).toEqual(['ZONES_NUMBERED']);
    expect(readZones(collection(feature({ properties: { name: 'x' } })), 'z', 'name').zones[0]?.id).toBe('x');
  });

  test('takes a collection, a feature or a geometry, several parts and heights', () => {
    expect(readZones(JSON.stringify(feature({})), 'z').zones).toHaveLength(1);
    expect(readZones(`\uFEFF${JSON.stringify(polygon)}`, 'z').zones).toHaveLength(1);
    const parts = {
      type: 'MultiPolygon',
      coordinates: [[ring], [ring.map((point) => [...point, 99]), ring]],
    };
    const [zone] = readZones(parts, 'z').zones;
    expect(zone?.rings.map((one) => [...one])).toEqual([ring.flat(), ring.flat(), ring.flat()]);
  });

  test('reads how files name a reference system', () => {
    expect(readZones({ ...collection(feature({})), ...crs('urn:ogc:def:crs:EPSG::32643') }, 'z').crs).toBe(
      'EPSG:32643',
    );
    expect(readZones(collection(feature({})), 'z').crs).toBeNull();
    expect(crsNamed('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('EPSG:4326');
    expect(crsNamed('http://www.opengis.net/def/crs/EPSG/0/4490')).toBe('EPSG:4490');
    expect(crsNamed('epsg:3857')).toBe('EPSG:3857');
    expect(crsNamed('local')).toBeNull();
  });

  test('refuses with the place and the remedy', () => {
    expect(fault('band,date\n1,2')).toMatch(/^ZONES_NOT_JSON .*“band,date 1,2”/);
    expect(fault('')).toBe('ZONES_NOT_JSON z.geojson is not JSON: nothing');
    expect(fault(collection())).toMatch(/^ZONES_NO_FEATURES .*FeatureCollection/);
    expect(fault('[1]')).toMatch(/^ZONES_NO_FEATURES .*found nothing/);
    expect(fault({ type: 'Topology' })).toMatch(/^ZONES_NO_FEATURES .*found Topology/);
    expect(fault(collection(feature({ id: 'a' }, { type: 'LineString', coordinates: ring })))).toBe(
      'ZONES_GEOMETRY z.geojson, feature 1 (a): LineString; expected Polygon, MultiPolygon',
    );
    expect(fault(collection(feature({}, null)))).toMatch(/^ZONES_GEOMETRY .*absent/);
    expect(fault(collection(feature({}, { type: 'Polygon', coordinates: [] })))).toMatch(/at least one ring/);
    expect(
      fault({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 'x'],
            [1, 1],
          ],
        ],
      }),
    ).toMatch(/position 2 is \[1,"x"\]/);
    expect(
      fault({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ).toMatch(/2 different positions/);
    expect(fault(collection(feature({ id: 1 }), feature({ id: '1' })))).toMatch(
      /^ZONES_ID_TWICE .*features 1 and 2/,
    );
    expect(fault(collection(feature({ id: 1 }), feature({})))).toMatch(
      /^ZONES_ID_MISSING .*feature 2 has no id/,
    );
    expect(fault(collection(feature({})), 'name')).toMatch(/^ZONES_ID_MISSING .*feature 1 has no name/);
    expect(fault({ ...collection(feature({})), ...crs('local') })).toMatch(/^ZONES_GEOMETRY .*member crs/);
  });
});
