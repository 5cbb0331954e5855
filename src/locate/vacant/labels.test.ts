import { describe, expect, it } from 'vitest';
import { drawnLabels, labelsOf } from './labels.js';
import { patchGrid } from './patches.js';
import { cellsRing, metreGrid } from './testing/made-scene.js';

/** Four by two patches of ten metres. */
const grid = patchGrid(metreGrid(40, 20), 10, 'made');
const one = (className: string, ...at: readonly [number, number, number, number]) => ({
  className,
  rings: [cellsRing(...at)],
});
const open = { least: 0.5, rest: null };

describe('labels', () => {
  it('are given by the share that a polygon covers', () => {
    const { classes, of } = labelsOf([one('vacant', 4, 0, 12, 10), one('built', 25, 10, 15, 10)], grid, open);
    expect(classes).toEqual(['built', 'vacant']);
    // Vacant: 0.6 of the first, 0.6 of the second; built: 0.5 of the third below, the whole fourth.
    expect([...of]).toEqual([1, 1, -1, -1, -1, -1, 0, 0]);
    const strict = labelsOf([one('vacant', 4, 0, 12, 10)], grid, { ...open, least: 0.61 });
    expect([...strict.of]).toEqual([-1, -1, -1, -1, -1, -1, -1, -1]);
  });

  it('add parts of one class, and count overlaps once', () => {
    const halves = [one('a', 0, 0, 3, 10), one('a', 3, 0, 3, 10)];
    expect(labelsOf(halves, grid, { ...open, least: 0.6 }).of[0]).toBe(0);
    const twice = labelsOf([one('a', 0, 0, 10, 10), one('a', 0, 0, 10, 10)], grid, open);
    expect([twice.of[0], twice.disputed]).toEqual([0, 0]);
  });

  it('are not given to disputed ground or to equal halves', () => {
    const { of, disputed } = labelsOf([one('a', 0, 0, 10, 10), one('b', 9, 0, 11, 10)], grid, open);
    expect([of[0], of[1], disputed]).toEqual([-1, 1, 1]);
    const halves = labelsOf([one('a', 0, 0, 5, 10), one('b', 5, 0, 5, 10)], grid, open);
    expect([halves.of[0], halves.disputed]).toEqual([-1, 0]);
  });

  it('are refused where names of polygons are taken for classes', () => {
    const many = Array.from({ length: 101 }, (_, at) => one(`plot ${at}`, 0, 0, 10, 10));
    expect(() => labelsOf(many, grid, open)).toThrow(/VACANT_LABELS.*101 classes.*at most 100/);
  });

  it('take the rest for a class where all was looked at', () => {
    const { classes, of } = labelsOf([one('roof', 0, 0, 16, 10)], grid, { least: 0.5, rest: 'ground' });
    expect(classes).toEqual(['ground', 'roof']);
    expect([...of]).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('are drawn where there are too many, in proportion', () => {
    const of = Int8Array.from({ length: 3000 }, (_, at) => [-1, 0, 0, 1][at % 4] as number);
    expect(drawnLabels(of, 2250, 1)).toBe(of);
    const drawn = drawnLabels(of, 600, 1);
    const count = (label: number) => drawn.filter((one) => one === label).length;
    expect(count(0) + count(1)).toBe(600);
    expect(Math.abs(count(1) - 200)).toBeLessThan(35);
    expect(drawn.every((label, at) => label === -1 || label === of[at])).toBe(true);
    expect(drawnLabels(of, 600, 1)).toEqual(drawn);
  });
});
