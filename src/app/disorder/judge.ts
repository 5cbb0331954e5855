import { type Issue, issue, toEdge } from '../../base/index.js';
import type { DisorderList } from '../../catalog/index.js';
import {
  type Calibration,
  type CalibrationForm,
  calibrate,
  curveAt,
  type Sighting,
} from '../../locate/index.js';
import type { CalibrationAnswer } from './answer.js';
import type { ImageShares } from './tables.js';

/** Presence in pictures by calibrated curves, and what the curves are worth. */
export interface Judged {
  readonly sightings: readonly Sighting[];
  readonly calibration: readonly CalibrationAnswer[];
  readonly issues: readonly Issue[];
}

/** Numbers of a model or a segmentation for one element, a picture each. */
interface Scored {
  readonly image: string;
  readonly segment: string;
  readonly score: number;
}

/**
 * Turns numbers of pictures into presence through curves that local ratings give.
 *
 * An element whose curve foretells streets that were left out no better than the mean of the others tells nothing; it is left out
 * of the scores and named. So is one without enough ratings.
 *
 * @param ratings people's sightings of some of the pictures
 * @param minimum pictures that must be rated; 0: two
 */
export function judgeByRatings(given: {
  readonly list: DisorderList;
  readonly scores: readonly Sighting[];
  readonly shares: readonly ImageShares[];
  readonly ratings: readonly Sighting[];
  readonly form: CalibrationForm;
  readonly minimum: number;
  readonly where: string;
}): Judged {
  const { list, scores, shares, ratings, form, minimum, where } = given;
  const sightings: Sighting[] = [];
  const calibration: CalibrationAnswer[] = [];
  const issues: Issue[] = [];
  for (const element of list.elements) {
    const direct = scores.filter((one) => one.element === element.id);
    const from = direct.length > 0 ? 'scores' : 'shares';
    const scored: readonly Scored[] =
      direct.length > 0
        ? direct.map(({ image, segment, present }) => ({ image, segment, score: present }))
        : summed(shares, element.shares);
    if (scored.length === 0) continue;
    const rated = ratedOf(
      scored,
      ratings.filter((one) => one.element === element.id),
    );
    const images = rated.score.length;
    const curve = images < Math.max(2, minimum) ? null : calibrate(rated, form);
    const used = curve !== null && curve.error.skill > 0;
    calibration.push(answerOf(element.id, from, curve, used, images));
    if (!used) {
      const facts = {
        found: element.label,
        images,
        skill: curve === null || Number.isNaN(curve.error.skill) ? '–' : curve.error.skill.toFixed(2),
      };
      issues.push(issue('DISORDER_CALIBRATION', 'warning', where, facts));
      continue;
    }
    for (const { image, segment, score } of scored)
      sightings.push({ image, segment, element: element.id, auditor: '', present: curveAt(curve, score) });
  }
  return { sightings, calibration, issues };
}

function summed(shares: readonly ImageShares[], classes: readonly string[]): readonly Scored[] {
  if (classes.length === 0) return [];
  return shares.map(({ image, segment, shares: of }) => ({
    image,
    segment,
    score: classes.reduce((sum, name) => sum + (of.get(name.toLowerCase()) ?? Number.NaN), 0),
  }));
}

/** Rated pictures that have a number too; several raters count by the share of them who saw the element. */
function ratedOf(scored: readonly Scored[], ratings: readonly Sighting[]) {
  const byImage = new Map<string, { sum: number; count: number }>();
  for (const { image, present } of ratings) {
    if (Number.isNaN(present)) continue;
    const one = byImage.get(image) ?? { sum: 0, count: 0 };
    byImage.set(image, { sum: one.sum + present, count: one.count + 1 });
  }
  const found = scored.filter(({ image, score }) => byImage.has(image) && !Number.isNaN(score));
  return {
    score: Float64Array.from(found, ({ score }) => score),
    present: Float64Array.from(found, ({ image }) => {
      const { sum, count } = byImage.get(image) as { sum: number; count: number };
      return sum / count;
    }),
    group: found.map(({ segment }) => segment),
  };
}

function answerOf(
  element: string,
  from: 'scores' | 'shares',
  curve: Calibration | null,
  used: boolean,
  images: number,
): CalibrationAnswer {
  const error = curve?.error;
  return {
    element,
    from,
    form: curve?.form ?? null,
    intercept: curve?.intercept ?? null,
    slope: curve?.slope ?? null,
    used,
    images,
    groups: error?.groups ?? 0,
    presence: toEdge(error?.presence ?? Number.NaN),
    squaredError: toEdge(error?.squaredError ?? Number.NaN),
    ofMean: toEdge(error?.ofMean ?? Number.NaN),
    skill: toEdge(error?.skill ?? Number.NaN),
    bias: toEdge(error?.bias ?? Number.NaN),
    precision: toEdge(error?.precision ?? Number.NaN),
    recall: toEdge(error?.recall ?? Number.NaN),
    f1: toEdge(error?.f1 ?? Number.NaN),
  };
}
