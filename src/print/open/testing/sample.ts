import type { Cube } from '../cube.js';

/** Values of the sample: two units, two indicators, two years; nobody has jobs in 2010, the second unit has none at all. */
const values: readonly (readonly (readonly number[])[])[] = [
  [
    [10, 12.5],
    [Number.NaN, 3],
  ],
  [
    [20, Number.NaN],
    [Number.NaN, Number.NaN],
  ],
];

/** A made cube. */
export function sampleCube(): Cube {
  const value = (unit: number, measure: number, period: number) =>
    values[unit]?.[measure]?.[period] ?? Number.NaN;
  return {
    name: 'values',
    label: { en: 'Values', zh: '数值' },
    units: [
      { id: 'xx-1', label: { en: 'Coalton', zh: '煤城' }, point: [130.5, 47.25] },
      { id: 'xx-2', label: { en: '=Farfield', zh: '远村' }, point: null },
    ],
    measures: [
      {
        id: 'people',
        label: { en: 'People', zh: '人口' },
        unit: 'person',
        unitLabel: { en: 'persons', zh: '人' },
      },
      {
        id: 'i.jobs',
        label: { en: 'Jobs', zh: '岗位' },
        unit: 'person',
        unitLabel: { en: 'persons', zh: '人' },
      },
    ],
    periods: ['2010', '2020'],
    has: (measure, period) => !(measure === 1 && period === 0),
    value,
    status(unit, measure, period) {
      if (Number.isNaN(value(unit, measure, period))) return 'missing';
      return measure === 1 ? 'estimated' : unit === 1 ? 'doubtful' : 'normal';
    },
  };
}
