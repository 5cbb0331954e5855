import { writeAtomically } from '../files/index.js';
import type { Grid } from '../locate/index.js';

/** INTERIM until the raster room's writer is there. */
export async function writeBands(
  path: string,
  grid: Grid,
  bands: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
  type: 'float32' | 'byte' | 'uint16',
): Promise<number> {
  const size = { float32: 4, byte: 1, uint16: 2 }[type];
  const cells = grid.width * grid.height;
  const data = Buffer.alloc(cells * size * bands.length);
  bands.forEach(({ values }, b) => {
    for (let c = 0; c < cells; c++) {
      const at = (b * cells + c) * size;
      if (size === 4) data.writeFloatLE(values[c] as number, at);
      else if (size === 2) data.writeUInt16LE(values[c] as number, at);
      else data.writeUInt8(values[c] as number, at);
    }
  });
  const xml = `<GDALMetadata>${bands.map(({ name }, b) => `<Item name="DESCRIPTION" sample="${b}" role="description">${name}</Item>`).join('')}</GDALMetadata>`;
  const n = bands.length;
  const fill = (v: number) => bands.map(() => v);
  const code = grid.crs === null ? null : Number(grid.crs.slice(5));
  const tags: [number, number, readonly number[] | string][] = [
    [256, 4, [grid.width]],
    [257, 4, [grid.height]],
    [258, 3, fill(size * 8)],
    [259, 3, [1]],
    [262, 3, [1]],
    [273, 4, bands.map((_, b) => 8 + b * cells * size)],
    [277, 3, [n]],
    [278, 4, [grid.height]],
    [279, 4, fill(cells * size)],
    [284, 3, [2]],
    [339, 3, fill(size === 4 ? 3 : 1)],
    [33550, 12, [grid.cellWidth, -grid.cellHeight, 0]],
    [33922, 12, [0, 0, 0, grid.originX, grid.originY, 0]],
    ...(code === null
      ? []
      : [
          [
            34735,
            3,
            [1, 1, 0, 2, 1024, 0, 1, code === 4326 ? 2 : 1, code === 4326 ? 2048 : 3072, 0, 1, code],
          ] as [number, number, number[]],
        ]),
    [42112, 2, xml],
    ...(size === 4 ? [[42113, 2, 'nan'] as [number, number, string]] : []),
  ];
  const bytesOf: Record<number, number> = { 2: 1, 3: 2, 4: 4, 12: 8 };
  const dir = Buffer.alloc(2 + tags.length * 12 + 4);
  const rest: Buffer[] = [];
  let free = 8 + data.length + dir.length;
  dir.writeUInt16LE(tags.length, 0);
  tags.forEach(([tag, t, v], i) => {
    const nums = typeof v === 'string' ? [...Buffer.from(`${v}\0`)] : v;
    const b = Buffer.alloc(Math.max(4, nums.length * (bytesOf[t] as number)));
    nums.forEach((x, k) =>
      t === 2
        ? b.writeUInt8(x, k)
        : t === 3
          ? b.writeUInt16LE(x, k * 2)
          : t === 4
            ? b.writeUInt32LE(x, k * 4)
            : b.writeDoubleLE(x, k * 8),
    );
    const at = 2 + i * 12;
    dir.writeUInt16LE(tag, at);
    dir.writeUInt16LE(t, at + 2);
    dir.writeUInt32LE(nums.length, at + 4);
    if (b.length <= 4) b.copy(dir, at + 8);
    else {
      dir.writeUInt32LE(free, at + 8);
      rest.push(b);
      free += b.length;
    }
  });
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(8 + data.length, 4);
  const all = Buffer.concat([head, data, dir, ...rest]);
  await writeAtomically(path, all);
  return all.length;
}
