import { AfterlodeError, phrases, type Text } from '../../../base/index.js';
import type { JudgementMatrix } from '../types.js';

/** So far may a pair be from reciprocal: 0.333 beside 3 and 0.143 beside 7 are meant as such. */
const rounding = 0.005;

/**
 * Checks a matrix of pairwise judgements and fills it: an empty cell (`NaN`) is the reciprocal of the mirrored one, the
 * diagonal is 1.
 *
 * @throws AfterlodeError INDEX_JUDGEMENTS naming judge and pair: no codes, a code twice, a wrong number of cells, a judgement
 *   that is not above 0, a pair without judgement, a pair that is not reciprocal, a diagonal that is not 1
 */
export function checkJudgements(matrix: JudgementMatrix): JudgementMatrix {
  const { codes } = matrix;
  const count = codes.length;
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (count === 0 || twice !== undefined) {
    throw wrong(matrix, 'codes', twice === undefined ? phrases.none : phrases.twice(twice), phrases.codeOnce);
  }
  if (matrix.values.length !== count * count) {
    throw wrong(matrix, 'cells', String(matrix.values.length), {
      en: `${count * count} for ${count} codes`,
      zh: `${count} 个代码对应的 ${count * count} 个`,
    });
  }
  const values = Float64Array.from(matrix.values);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column <= row; column++) fillPair(matrix, values, row, column);
  }
  return { ...matrix, values };
}

function fillPair(matrix: JudgementMatrix, values: Float64Array, row: number, column: number): void {
  const count = matrix.codes.length;
  const at = row * count + column;
  const mirrored = column * count + row;
  const judged = values[at] as number;
  const other = values[mirrored] as number;
  const pair = `${matrix.codes[column]} over ${matrix.codes[row]}`;
  for (const one of [judged, other]) {
    if (one <= 0 || one === Number.POSITIVE_INFINITY)
      throw wrong(matrix, pair, String(one), phrases.numberAbove0);
  }
  if (row === column) {
    if (!Number.isNaN(judged) && judged !== 1) throw wrong(matrix, pair, String(judged), '1');
    values[at] = 1;
    return;
  }
  if (Number.isNaN(judged) && Number.isNaN(other))
    throw wrong(matrix, pair, phrases.nothing, phrases.numberAbove0);
  if (Math.abs(judged * other - 1) > rounding) {
    const expected = {
      en: `${short(1 / judged)}, as the mirrored cell is ${short(judged)}`,
      zh: `${short(1 / judged)}（对称格为 ${short(judged)}）`,
    };
    throw wrong(matrix, pair, short(other), expected);
  }
  if (Number.isNaN(judged)) values[at] = 1 / other;
  if (Number.isNaN(other)) values[mirrored] = 1 / judged;
}

/** A number as a message shows it. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function wrong(
  matrix: JudgementMatrix,
  where: string,
  found: string | Text,
  expected: string | Text,
): AfterlodeError {
  return new AfterlodeError('INDEX_JUDGEMENTS', where, {
    judge: matrix.judge || phrases.judge,
    found,
    expected,
  });
}
