import { expect, test } from 'vitest';
import { madeTown } from './town.js';

test('a town is what its seed makes it, all of it inside, with each kind of ground', () => {
  const town = madeTown(256, 192, 5);
  expect(town).toEqual(madeTown(256, 192, 5));
  expect(town.bands).not.toEqual(madeTown(256, 192, 6).bands);
  expect(new Set(town.plots.map(({ kind }) => kind))).toEqual(new Set(['vacant', 'built', 'green']));
  for (const { column, row, width, height } of town.plots) {
    expect(Math.min(column, row)).toBeGreaterThanOrEqual(8);
    expect(column + width <= 256 && row + height <= 192).toBe(true);
  }
  const values = town.bands.flatMap((band) => [...band]);
  expect(values).toHaveLength(3 * 256 * 192);
  expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(true);
});

test('vacant ground and yards for storing have the same colour, but not the same texture', () => {
  const { bands, plots, width } = madeTown(512, 512, 9);
  const means = (kind: string) =>
    plots
      .filter((plot) => plot.kind === kind)
      .map(({ column, row, width: wide, height }) => {
        let [sum, count] = [0, 0];
        for (let y = row; y < row + height; y++)
          for (let x = column; x < column + wide; x++) {
            sum += (bands[0]?.[y * width + x] as number) - (bands[1]?.[y * width + x] as number);
            count += 1;
          }
        return sum / count;
      });
  // How much redder than green: brown ground is, grass is not, and some built plots are as brown as vacant ones.
  expect(Math.max(...means('green'))).toBeLessThan(Math.min(...means('vacant')));
  expect(Math.max(...means('built'))).toBeGreaterThan(Math.min(...means('vacant')));
});
