import { expect, test } from 'vitest';
import { classColour, valueClasses } from './classes.js';

const colours = ['a', 'b', 'c', 'd', 'e'];

test('round bounds cover the values', () => {
  expect(valueClasses([20.3, null, 21.5], colours).map(({ from }) => from)).toEqual([20, 20.5, 21, 21.5]);
  expect(valueClasses([-4, 7], colours).map(({ from, to }) => [from, to])).toEqual([
    [-5, 0],
    [0, 5],
    [5, 10],
  ]);
});

test('equal, zero and missing values', () => {
  expect(valueClasses([3, 3], colours)).toHaveLength(1);
  expect(valueClasses([0], colours)).toHaveLength(1);
  expect(valueClasses([null], colours)).toEqual([]);
  expect(classColour(null, valueClasses([1, 2], colours))).toBeNull();
  expect(classColour(1e9, valueClasses([1, 2], colours))).toBe('e');
});
