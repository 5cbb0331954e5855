import { id, sameText } from '../../../base/index.js';
import type { Axis, AxisInput, ThresholdSet, ThresholdTest } from '../../../catalog/index.js';

/** A test on measures `a`, `b`, … against a parameter, passed at or above it. */
export function thresholdTest(name: string, more: Partial<ThresholdTest> = {}): ThresholdTest {
  return {
    id: name,
    label: sameText(name),
    measures: [id<'indicator'>('a')],
    is: 'ge',
    than: { parameter: 'cut' },
    levels: [],
    fill: sameText(`import for ${name}`),
    ...more,
  };
}

/** A set of which any test is enough unless told otherwise. */
export function thresholdSet(
  code: string,
  tests: readonly ThresholdTest[],
  when: 'any' | 'all' = 'any',
): ThresholdSet {
  return {
    id: code.toLowerCase(),
    code,
    label: sameText(code),
    note: null,
    passes: { when, mark: 'D' },
    tests,
    references: [id<'reference'>('sample')],
    mark: 'V',
    file: 'threshold_sets/sample.yaml',
    line: 1,
  };
}

/** An input from one indicator, the more the better. */
export function axisInput(name: string, more: Partial<AxisInput> = {}): AxisInput {
  return {
    id: name,
    label: sameText(name),
    from: { indicators: [id<'indicator'>(name)], relativeTo: 'none' },
    better: 'more',
    weight: 1,
    fill: sameText(`import for ${name}`),
    ...more,
  };
}

export function axis(name: string, inputs: readonly AxisInput[]): Axis {
  return {
    id: name,
    label: sameText(name),
    note: null,
    inputs,
    references: [],
    mark: 'D',
    file: 'axes/sample.yaml',
    line: 1,
  };
}
