import { crsNamed, readZones } from '../../locate/index.js';
import type { NamedText } from '../parts/table-field.js';
import type { ReadLayer } from './geo-json.js';

/**
 * Outlines for a map, named as the server names them.
 *
 * @param asked reference system where the file does not say its own; empty: longitude and latitude
 * @param idProperty property that names them; empty: the usual one
 * @throws AfterlodeError ZONES_…
 */
export function layerOf({ name, text }: NamedText, asked = '', idProperty = ''): ReadLayer {
  const { zones, crs } = readZones(text, name, idProperty === '' ? undefined : idProperty);
  return { text, zones, crs: crs ?? crsNamed(asked.trim()) ?? 'EPSG:4326' };
}
