/**
 * Distribution function of the standard normal, by the continued fraction and the series of its integral; absolute error below 1e-14.
 */
export function normalBelow(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const size = Math.abs(z);
  const above = size < 4 ? 0.5 - density(size) * series(size) : density(size) * fraction(size);
  return z < 0 ? above : 1 - above;
}

/** Value below which a share of the standard normal lies; ±∞ at 0 and 1. */
export function normalQuantile(share: number): number {
  if (!(share > 0)) return share === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (!(share < 1)) return share === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (share > 0.5) return -normalQuantile(1 - share);
  // Halving on the lower half, where shares keep their digits; forty steps would do.
  let [low, high] = [-40, 0];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Student's t of n degrees of freedom below a value, by the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4. */
export function studentBelow(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = degrees % 2 === 1;
  let [term, sum] = [odd ? cosine : 1, 0];
  for (let at = odd ? 1 : 0; at < degrees - 1; at += 2) {
    sum += term;
    term *= (cosine * cosine * (at + 1)) / (at + 2);
  }
  const within = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return (1 + within) / 2;
}

/** How much wider an interval of Student's t is than one of the normal: an error that few cases tell is itself uncertain. */
export function studentFactor(degrees: number, confidence: number): number {
  const share = (1 + confidence) / 2;
  let [low, high] = [0, 1e4];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, degrees) < share) low = middle;
    else high = middle;
  }
  return low / normalQuantile(share);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** z + z³/3 + z⁵/15 + … (Abramowitz and Stegun 26.2.11). */
function series(z: number): number {
  let [term, sum] = [z, z];
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** 1/(z + 1/(z + 2/(z + …))) (26.2.14), from the far end. */
function fraction(z: number): number {
  let value = z;
  for (let step = 60; step > 0; step--) value = z + step / value;
  return 1 / value;
}
