// `tsx tools/made-streets.ts [SEED [STREETS]]`: a made network of streets of known length, as GeoJSON in metres (EPSG:32651).
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../src/base/index.js';

/** A made network: its GeoJSON, and the lengths that it was made with. */
export interface MadeStreets {
  readonly geojson: object;
  /** m, by street; each is the sum of whole decimetres. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly totalM: number;
}

/** Streets of one to five straight pieces of 5 to 240 m, which turn by up to 60° at their corners. */
export function makeStreets(seed: number, count: number): MadeStreets {
  const random = seededRandom(seed);
  const lengths = new Map<string, number>();
  const features = Array.from({ length: count }, (_, at) => {
    let [x, y] = [500_000 + random() * 5000, 5_200_000 + random() * 5000];
    let bearing = random() * 2 * Math.PI;
    let decimetres = 0;
    const line = [[x, y]];
    for (let piece = 0; piece < 1 + Math.floor(random() * 5); piece++) {
      const length = 50 + Math.floor(random() * 2350);
      bearing += (random() - 0.5) * (Math.PI / 3);
      x += (length / 10) * Math.sin(bearing);
      y += (length / 10) * Math.cos(bearing);
      line.push([x, y]);
      decimetres += length;
    }
    const id = `s${String(at + 1).padStart(3, '0')}`;
    lengths.set(id, decimetres / 10);
    return {
      type: 'Feature',
      id,
      properties: { length_m: decimetres / 10 },
      geometry: { type: 'LineString', coordinates: line },
    };
  });
  const totalM = [...lengths.values()].reduce((sum, length) => sum + length * 10, 0) / 10;
  const crs = { type: 'name', properties: { name: 'EPSG:32651' } };
  return { geojson: { type: 'FeatureCollection', crs, total_m: totalM, features }, lengths, totalM };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seed, count] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 40)];
  console.log(JSON.stringify(makeStreets(seed, count).geojson));
}
