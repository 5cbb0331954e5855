import { PbfWriter } from 'pbf';
import { zxyToTileId } from 'pmtiles';

/** A tile of an archive that is made for a test. */
export interface MadeTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

/** Kinds of tiles by the numbers of the format. */
export const madeKinds = { vector: 1, png: 2, unknown: 0 } as const;

/** A PMTiles archive of version 3 without packing, its tiles by their numbers; from level 0 to the finest given. */
export function smallArchive(tiles: readonly MadeTile[], kind: number): Uint8Array<ArrayBuffer> {
  const ordered = tiles
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .sort((a, b) => a.id - b.id);
  const directory = new PbfWriter();
  directory.writeVarint(ordered.length);
  ordered.forEach(({ id }, at) => directory.writeVarint(id - (ordered[at - 1]?.id ?? 0)));
  for (const _ of ordered) directory.writeVarint(1);
  for (const { bytes } of ordered) directory.writeVarint(bytes.length);
  // 0: right after the tile before; else the place and one
  ordered.forEach((_, at) => directory.writeVarint(at === 0 ? 1 : 0));
  const root = directory.finish();
  const metadata = new TextEncoder().encode('{}');
  const head = 127;
  const data = head + root.length + metadata.length;
  const size = ordered.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const file = new Uint8Array(data + size);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  const numbers = [head, root.length, head + root.length, metadata.length, 0, 0, data, size];
  [...numbers, ...Array.from({ length: 3 }, () => ordered.length)].forEach((number, at) => {
    view.setBigUint64(8 + 8 * at, BigInt(number), true);
  });
  const finest = Math.max(...tiles.map(({ z }) => z));
  file.set([1, 1, 1, kind, 0, finest], 96);
  [-180, -85, 180, 85].forEach((degrees, at) => view.setInt32(102 + 4 * at, degrees * 1e7, true));
  file.set(root, head);
  file.set(metadata, head + root.length);
  let at = data;
  for (const { bytes } of ordered) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** A vector tile with one polygon and one line; corners in the units of an extent of 4096. */
export function vectorTile(
  polygon: readonly (readonly [number, number])[],
  line: readonly (readonly [number, number])[],
): Uint8Array {
  const tile = new PbfWriter();
  tile.writeMessage(
    3,
    (_, layer) => {
      layer.writeVarintField(15, 2);
      layer.writeStringField(1, 'made');
      layer.writeVarintField(5, 4096);
      for (const [kind, corners] of [
        [3, polygon],
        [2, line],
      ] as const) {
        layer.writeMessage(
          2,
          (_none, feature) => {
            feature.writeVarintField(3, kind);
            feature.writePackedVarint(4, commands(corners, kind === 3));
          },
          null,
        );
      }
    },
    null,
  );
  return tile.finish();
}

/** Move to the first corner, lines to the others, and for a ring its end, in steps as the format writes them. */
function commands(corners: readonly (readonly [number, number])[], closed: boolean): number[] {
  const zigzag = (step: number) => (step << 1) ^ (step >> 31);
  const steps = corners.map(([x, y], at) => {
    const [px, py] = corners[at - 1] ?? [0, 0];
    return [zigzag(x - px), zigzag(y - py)];
  });
  const [first = [], ...others] = steps;
  return [9, ...first, (others.length << 3) | 2, ...others.flat(), ...(closed ? [15] : [])];
}
