import { wrongOption } from './run-method.js';

/** How much two rankings of the same alternatives agree; 1 where they are the same. */
export interface RankSimilarity {
  /** Pearson correlation of the ranks; `NaN` where a ranking is all ties. */
  readonly spearman: number;
  /** r_w (Pinto da Costa, Soares 2005): differences near the top count more. */
  readonly weightedSpearman: number;
  /** WS (Sałabun, Urbaniak 2020): by places of the first ranking, the top counting most; not symmetric. */
  readonly ws: number;
  /** τa: agreeing less disagreeing pairs, of all pairs. */
  readonly kendall: number;
  /** τb: the same with pairs tied in one ranking taken out of its side; `NaN` where a ranking is all ties. */
  readonly kendallB: number;
  /** Agreeing less disagreeing pairs, of those tied in neither; `NaN` where there are none. */
  readonly gamma: number;
}

/**
 * Compares two rankings.
 *
 * @param a ranks from 1, as `rankScores` makes them; the reference for `ws`
 * @param b as long; alternatives without a rank in either are left out
 * @throws AfterlodeError DECISION_OPTION for rankings of different length or fewer than two common alternatives
 */
export function rankSimilarity(a: Float64Array, b: Float64Array): RankSimilarity {
  if (a.length !== b.length)
    throw wrongOption(
      'rankings',
      { en: `${a.length} and ${b.length} alternatives`, zh: `${a.length} 个与 ${b.length} 个方案` },
      { en: 'as many in both', zh: '两者数目相同' },
    );
  const rows = Array.from(a.keys()).filter((row) => !Number.isNaN((a[row] as number) + (b[row] as number)));
  if (rows.length < 2)
    throw wrongOption(
      'rankings',
      { en: `${rows.length} common alternatives`, zh: `${rows.length} 个共有方案` },
      { en: 'two at least', zh: '至少两个' },
    );
  const x = Float64Array.from(rows, (row) => a[row] as number);
  const y = Float64Array.from(rows, (row) => b[row] as number);
  return {
    spearman: pearson(x, y),
    weightedSpearman: weightedSpearman(x, y),
    ws: wsCoefficient(x, y),
    ...pairCoefficients(x, y),
  };
}

function pearson(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const meanX = x.reduce((sum, one) => sum + one, 0) / n;
  const meanY = y.reduce((sum, one) => sum + one, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [(x[i] as number) - meanX, (y[i] as number) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

function weightedSpearman(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const [one, other] = [x[i] as number, y[i] as number];
    sum += (one - other) ** 2 * (n - one + 1 + (n - other + 1));
  }
  return 1 - (6 * sum) / (n ** 4 + n ** 3 - n ** 2 - n);
}

function wsCoefficient(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const place = x[i] as number;
    const farthest = Math.max(Math.abs(place - 1), Math.abs(place - n));
    sum += (2 ** -place * Math.abs(place - (y[i] as number))) / farthest;
  }
  return 1 - sum;
}

function pairCoefficients(x: Float64Array, y: Float64Array) {
  let [agreeing, disagreeing, tiedX, tiedY] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) {
      const inX = Math.sign((x[i] as number) - (x[k] as number));
      const inY = Math.sign((y[i] as number) - (y[k] as number));
      if (inX === 0) tiedX += 1;
      if (inY === 0) tiedY += 1;
      if (inX * inY > 0) agreeing += 1;
      else if (inX * inY < 0) disagreeing += 1;
    }
  }
  const pairs = (x.length * (x.length - 1)) / 2;
  const lead = agreeing - disagreeing;
  const free = Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  const untied = agreeing + disagreeing;
  return {
    kendall: lead / pairs,
    kendallB: free === 0 ? Number.NaN : lead / free,
    gamma: untied === 0 ? Number.NaN : lead / untied,
  };
}
