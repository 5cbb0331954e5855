import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { calibrate, curveAt } from './calibrate.js';

const groups = (count: number, size: number) =>
  Array.from({ length: count }, (_, at) => `s${Math.floor(at / size)}`);

describe('calibration', () => {
  it('finds the line of ratings that lie on one, without error', () => {
    const score = Float64Array.of(0, 1, 2, 3, 4, 5);
    const found = calibrate(
      { score, present: score.map((x) => 0.1 + 0.15 * x), group: groups(6, 2) },
      'linear',
    );
    expect(found?.intercept).toBeCloseTo(0.1, 10);
    expect(found?.slope).toBeCloseTo(0.15, 10);
    expect(found?.error.squaredError).toBeCloseTo(0, 12);
    expect(found?.error.skill).toBeCloseTo(1, 10);
    expect(found?.error.groups).toBe(3);
    // Presence is a share.
    expect(curveAt({ form: 'linear', intercept: 0.1, slope: 0.15 }, 100)).toBe(1);
  });

  it('finds the curve that made the ratings', () => {
    const random = seededRandom(11);
    const score = Float64Array.from({ length: 1500 }, () => random() * 4 - 2);
    const present = score.map((x) => Number(random() < 1 / (1 + Math.exp(-(0.5 + 1.5 * x)))));
    const found = calibrate({ score, present, group: groups(1500, 75) }, 'logistic');
    expect(found?.intercept).toBeCloseTo(0.5, 0);
    expect(Math.abs((found?.slope ?? 0) - 1.5)).toBeLessThan(0.25);
    expect(found?.error.skill).toBeGreaterThan(0.2);
    expect(Math.abs(found?.error.bias ?? 1)).toBeLessThan(0.02);
  });

  it('gives Firth’s half of a picture where all scores are one', () => {
    // log((3 + ½) ÷ (1 + ½)) for three of four.
    const rated = {
      score: new Float64Array(4).fill(2),
      present: Float64Array.of(1, 1, 1, 0),
      group: groups(4, 1),
    };
    const found = calibrate(rated, 'logistic');
    expect(found?.slope).toBe(0);
    expect(found?.intercept).toBeCloseTo(Math.log(3.5 / 1.5), 12);
  });

  it('is finite where a score parts the ratings without error', () => {
    const score = Float64Array.of(0, 0.1, 0.2, 0.8, 0.9, 1);
    const found = calibrate(
      { score, present: Float64Array.of(0, 0, 0, 1, 1, 1), group: groups(6, 1) },
      'logistic',
    );
    expect(Number.isFinite(found?.slope)).toBe(true);
    expect(found?.error).toMatchObject({ precision: 1, recall: 1, f1: 1, images: 6 });
    expect(found?.error.skill).toBeGreaterThan(0);
  });

  it('has no skill where the score tells nothing', () => {
    const random = seededRandom(4);
    const score = Float64Array.from({ length: 40 }, () => random());
    const present = Float64Array.from({ length: 40 }, (_, at) => at % 2);
    expect(calibrate({ score, present, group: groups(40, 5) }, 'logistic')?.error.skill).toBeLessThan(0.05);
  });

  it('leaves streets out together: what is learnt of one street does not foretell itself', () => {
    // Within a street all is one; scores name the street, but say nothing of the next.
    const street = [0, 1, 2, 3, 4, 5, 6, 7];
    const score = Float64Array.from(street.flatMap((at) => Array.from({ length: 5 }, () => (at * 5) % 8)));
    const present = Float64Array.from(street.flatMap((at) => Array.from({ length: 5 }, () => at % 2)));
    const alone = Array.from(score, (_, at) => `p${at}`);
    const together = calibrate({ score, present, group: groups(40, 5) }, 'linear');
    const apart = calibrate({ score, present, group: alone }, 'linear');
    expect(together?.error.squaredError).toBeGreaterThan(apart?.error.squaredError as number);
  });

  it('needs two rated pictures', () => {
    const rated = {
      score: Float64Array.of(1, Number.NaN),
      present: Float64Array.of(1, 0),
      group: groups(2, 1),
    };
    expect(calibrate(rated, 'logistic')).toBeNull();
  });
});
