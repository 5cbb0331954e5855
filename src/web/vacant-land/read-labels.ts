import type { RunGrid } from '../../api/contract.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { readZones, transformer } from '../../locate/index.js';
import { type Drawing, joined, type Labelled, type Place } from './drawing.js';

interface Feature {
  readonly properties?: { readonly class?: unknown } | null;
  readonly geometry: {
    readonly type: 'Polygon' | 'MultiPolygon';
    readonly coordinates: readonly unknown[];
  };
}

type Rings = readonly (readonly Place[])[];

/**
 * A drawing with the labels of a GeoJSON file besides its own: polygons with a property `class`, in the reference system that the file
 * says, else in longitude and latitude. What is drawn already stands once.
 *
 * @param most classes
 * @throws AfterlodeError ZONES_…, RASTER_CRS_UNKNOWN, CALL_OPTION where a class is missing or there are too many
 */
export async function withLabelsOf(
  drawing: Drawing,
  { text, name }: { readonly text: string; readonly name: string },
  grid: RunGrid,
  most: number,
): Promise<Drawing> {
  const { crs } = readZones(text, name);
  const { features } = JSON.parse(text.replace(/^\uFEFF/, '')) as { readonly features?: readonly Feature[] };
  const way = await transformer(crs ?? 'EPSG:4326', grid.crs as string, name);
  const toCells = ([x, y]: Place): Place => {
    const [east, north] = way(x, y);
    return [(east - grid.originX) / grid.cellWidth, (north - grid.originY) / grid.cellHeight];
  };
  const polygons = (features ?? []).flatMap((feature, at): readonly Labelled[] => {
    const className = classIn(feature, name);
    const { type, coordinates } = feature.geometry;
    const parts = (type === 'Polygon' ? [coordinates] : coordinates) as readonly Rings[];
    return parts.map((rings, part) => ({
      id: `${name}:${at + 1}.${part + 1}`.slice(-60),
      className,
      // The last corner of a ring is its first again.
      rings: rings.map((ring) => ring.slice(0, -1).map(toCells)),
    }));
  });
  const names = new Set(polygons.map(({ className }) => className));
  const classes = [...names].map((one) => ({ name: one, wanted: false }));
  const all = joined({ classes, polygons }, drawing);
  if (all.classes.length <= most) return all;
  const expected = { en: `at most ${most}`, zh: `至多 ${most} 类` };
  throw new AfterlodeError('CALL_OPTION', 'classes', { found: all.classes.length, expected });
}

function classIn({ properties }: Feature, where: string): string {
  const found = properties?.class;
  if (typeof found === 'string' && found.trim() !== '') return found.trim();
  const expected = { en: 'a property class of each polygon', zh: '每个多边形都有属性 class' };
  throw new AfterlodeError('CALL_OPTION', where, { found: phrases.absent, expected });
}
