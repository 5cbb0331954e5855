import {
  type CalibrationForm,
  calibrate,
  cityDisorder,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  planSamples,
  presenceOf,
  resized,
  segmentScores,
  shareAbove,
} from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

type Given = Readonly<Record<string, unknown>>;

function score(given: Given) {
  const dimensions = given.dimensions as Readonly<Record<string, string>>;
  const elements = Object.entries(dimensions).map(([id, dimension]) => ({ id, dimension }));
  const rows = given.sightings as readonly (readonly [string, number, string, number])[];
  const sightings = rows.map(([segment, image, element, present]) => ({
    segment,
    image: String(image),
    element,
    auditor: '',
    present,
  }));
  const scores = segmentScores(presenceOf(sightings, elements), 'max');
  const lengths = column(given.lengths);
  const above = shareAbove(scores.score, lengths, column(given.reference), 0.75);
  return {
    scores: scores.score,
    coverage: scores.coverage,
    city: cityDisorder(scores, lengths).score,
    threshold: above.threshold,
    above: above.share,
  };
}

function agreement(given: Given) {
  const [first, second] = [column(given.first), column(given.second)];
  const grades = Float64Array.from({ length: 2 * first.length }, (_, at) => {
    return (at % 2 === 0 ? first : second)[at >> 1] as number;
  });
  const ratings = { units: first.length, raters: 2, grades };
  return {
    alpha: krippendorffAlpha(ratings, 'nominal'),
    kappa: cohenKappa(first, second),
    fleiss: fleissKappa(ratings),
  };
}

function calibration(given: Given) {
  const rated = {
    score: column(given.score),
    present: column(given.present),
    group: given.streets as readonly string[],
  };
  const found = calibrate(rated, given.form as CalibrationForm);
  const { squaredError, ofMean, skill, bias } = found?.error ?? {};
  return { intercept: found?.intercept, slope: found?.slope, squaredError, ofMean, skill, bias };
}

function sampling(given: Given) {
  const street = { id: 'a', lines: [column(given.line)] };
  const { points, totalM } = planSamples([street], given.spacing as number, 'plane');
  return {
    total: totalM,
    places: points.map(({ x, y }) => [x, y]),
    headings: points.map(({ headings }) => headings[0]),
  };
}

function resizedRow(given: Given) {
  const row = given.row as readonly number[];
  const picture = {
    width: row.length,
    height: 1,
    pixels: Uint8Array.from(row.flatMap((one) => [one, one, one])),
  };
  return resized(picture, given.width as number, 1).pixels.filter((_, at) => at % 3 === 0);
}

/** Examples of the pages of street disorder. */
export const disorderExamples: Examples = {
  'disorder.score': score,
  'disorder.agreement': agreement,
  'disorder.calibration': calibration,
  'disorder.resized': resizedRow,
  'disorder.sampling': sampling,
};
