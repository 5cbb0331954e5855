import { describe, expect, it } from 'vitest';
import type { ReferenceId } from '../base/index.js';
import { combineLights, peerLight, targetLight, trendLight } from './combine-lights.js';
import type { Light } from './types.js';

const all: readonly Light[] = ['green', 'yellow', 'red', 'none'];
const target = (green: number, red: number) => ({
  green,
  red,
  reference: 'r' as ReferenceId,
  mark: 'D' as const,
});

describe('targetLight', () => {
  it('is green from the green bound on and red below the red one', () => {
    expect([0.71, 0.7, 0.69, 0.5, 0.49].map((value) => targetLight(value, target(0.7, 0.5)))).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('turns round where less is better, and has nothing to say of a missing value or without a target', () => {
    expect([4, 5, 8, 9].map((value) => targetLight(value, target(5, 8)))).toEqual([
      'green',
      'green',
      'yellow',
      'red',
    ]);
    expect(targetLight(Number.NaN, target(5, 8))).toBe('none');
    expect(targetLight(5, null)).toBe('none');
  });
});

describe('a target of one bound', () => {
  it('has no yellow, and the direction of the indicator', () => {
    const one = target(0.7, 0.7);
    expect([0.69, 0.7, 0.71].map((value) => targetLight(value, one, 'more'))).toEqual([
      'red',
      'green',
      'green',
    ]);
    expect([0.69, 0.7, 0.71].map((value) => targetLight(value, one, 'less'))).toEqual([
      'green',
      'green',
      'red',
    ]);
    expect(targetLight(Number.NaN, one, 'less')).toBe('none');
  });
});

describe('peerLight', () => {
  it('compares in the direction of the indicator', () => {
    const more = [1, 2, 3, 4].map((value) => peerLight(value, { green: 3, red: 2 }, 'more'));
    expect(more).toEqual(['red', 'yellow', 'green', 'green']);
    const less = [4, 3, 2, 1].map((value) => peerLight(value, { green: 2, red: 3 }, 'less'));
    expect(less).toEqual(['red', 'yellow', 'green', 'green']);
    expect(peerLight(1, { green: 1, red: 0 }, 'neither')).toBe('none');
    expect(peerLight(Number.NaN, { green: 1, red: 0 }, 'more')).toBe('none');
  });
});

describe('trendLight', () => {
  it('has a dead band around the earlier value', () => {
    expect([90, 99, 101, 103].map((value) => trendLight(value, 100, 'more', 0.02))).toEqual([
      'red',
      'yellow',
      'yellow',
      'green',
    ]);
    expect(trendLight(90, 100, 'less', 0.02)).toBe('green');
    expect(trendLight(-12, -10, 'more', 0.02)).toBe('red');
    expect(trendLight(1, 0, 'more', 0.02)).toBe('green');
    expect(trendLight(0, 0, 'more', 0.02)).toBe('yellow');
  });

  it('needs both values and a direction', () => {
    expect(trendLight(1, Number.NaN, 'more', 0.02)).toBe('none');
    expect(trendLight(Number.NaN, 1, 'more', 0.02)).toBe('none');
    expect(trendLight(1, 2, 'target', 0.02)).toBe('none');
  });
});

describe('combineLights', () => {
  it('moves the target by one step at most', () => {
    expect(combineLights('yellow', 'red', 'red', true)).toEqual({ final: 'red', basis: 'target' });
    expect(combineLights('green', 'red', 'red', true).final).toBe('yellow');
    expect(combineLights('red', 'green', 'green', true).final).toBe('yellow');
    expect(combineLights('yellow', 'green', 'red', true).final).toBe('yellow');
    expect(combineLights('yellow', 'none', 'green', true).final).toBe('green');
    expect(combineLights('green', 'green', 'none', true).final).toBe('green');
  });

  it('takes the peers as base without a target, and lets the trend move them', () => {
    expect(combineLights('none', 'yellow', 'green', true)).toEqual({ final: 'green', basis: 'peers' });
    expect(combineLights('none', 'red', 'red', true).final).toBe('red');
    expect(combineLights('none', 'green', 'red', true).final).toBe('yellow');
    expect(combineLights('none', 'red', 'yellow', true).final).toBe('red');
  });

  it('takes the trend alone only where nothing else was asked for', () => {
    expect(combineLights('none', 'none', 'green', false)).toEqual({ final: 'green', basis: 'trend' });
    expect(combineLights('none', 'none', 'green', true)).toEqual({ final: 'none', basis: 'none' });
  });

  it('never moves a base by more than one step and never lights without a base', () => {
    const place = (light: Light) => ['red', 'yellow', 'green'].indexOf(light);
    for (const target of all) {
      for (const peers of all) {
        for (const trend of all) {
          const { final, basis } = combineLights(target, peers, trend, true);
          const base = target !== 'none' ? target : peers;
          if (base === 'none') expect([final, basis]).toEqual(['none', 'none']);
          else expect(Math.abs(place(final) - place(base))).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
