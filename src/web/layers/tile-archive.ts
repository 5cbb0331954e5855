import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { FetchSource, FileSource, PMTiles, TileType } from 'pmtiles';
import { AfterlodeError } from '../../base/index.js';
import { type TileAddress, tilePlace } from '../../locate/index.js';
import type { TileArchive, TileShapes } from './layer-types.js';

/** Tiles kept: some screens full. */
const mostKept = 256;

/**
 * Opens a PMTiles archive of vector tiles (MVT) or pictures, from a file or by ranges from our own server.
 *
 * @param where name, for messages
 * @throws AfterlodeError LAYER_KIND
 */
export async function openArchive(source: File | string, where: string): Promise<TileArchive> {
  const archive = new PMTiles(typeof source === 'string' ? new FetchSource(source) : new FileSource(source));
  const header = await archive.getHeader().catch((cause: unknown) => {
    throw kindFault(where, { en: 'no PMTiles archive of version 3', zh: '不是第 3 版 PMTiles 文件' }, cause);
  });
  const { tileType } = header;
  const isPicture = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif].includes(tileType);
  if (tileType !== TileType.Mvt && !isPicture) {
    throw kindFault(where, { en: `tiles of type ${tileType}`, zh: `瓦片类型 ${tileType}` });
  }
  const read = async (address: TileAddress): Promise<TileShapes | ImageBitmap | null> => {
    const found = await archive.getZxy(address.z, address.x, address.y);
    if (found === undefined) return null;
    try {
      // awaited here, so that a damaged picture is told as a damaged tile
      return isPicture ? await createImageBitmap(new Blob([found.data])) : shapesOf(found.data, address);
    } catch (cause) {
      const name = `${address.z}/${address.x}/${address.y}`;
      throw kindFault(where, { en: `tile ${name} is damaged`, zh: `瓦片 ${name} 已损坏` }, cause);
    }
  };
  const kept = new Map<string, ReturnType<typeof read>>();
  return {
    least: header.minZoom,
    finest: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    tile: (address) => {
      const key = `${address.z}/${address.x}/${address.y}`;
      const known = kept.get(key) ?? read(address);
      kept.delete(key);
      kept.set(key, known);
      for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
      return known;
    },
  };
}

function kindFault(where: string, found: { en: string; zh: string }, cause?: unknown): AfterlodeError {
  return new AfterlodeError('LAYER_KIND', where, { found }, cause);
}

/** Kinds of geometry of the format. */
const lineKind = 2;
const polygonKind = 3;

/** Lines and areas of all layers of a vector tile; its points are left out, as boundaries and ground have none. */
function shapesOf(data: ArrayBuffer, address: TileAddress): TileShapes {
  const lines: Float64Array[] = [];
  const polygons: Float64Array[][] = [];
  for (const layer of Object.values(new VectorTile(new PbfReader(new Uint8Array(data))).layers)) {
    for (let at = 0; at < layer.length; at++) {
      const feature = layer.feature(at);
      if (feature.type !== lineKind && feature.type !== polygonKind) continue;
      const parts = feature.loadGeometry().map((points) => {
        const flat = new Float64Array(2 * points.length);
        points.forEach(({ x, y }, one) => {
          flat.set(tilePlace(address, x / layer.extent, y / layer.extent), 2 * one);
        });
        return flat;
      });
      if (feature.type === lineKind) lines.push(...parts);
      else polygons.push(parts);
    }
  }
  return { lines, polygons };
}
