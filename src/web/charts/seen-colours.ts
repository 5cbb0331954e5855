/** A colour of the screen, red, green and blue, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#1d5f8a`; null for anything else, such as a colour that is named by a token. */
export function rgbOf(hex: string): Rgb | null {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex.trim());
  if (found === null) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Amount of light of a channel, 0–1 (IEC 61966-2-1, sRGB). */
function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function fromLinear(light: number): number {
  const share = Math.min(1, Math.max(0, light));
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
}

const lightOf = (colour: Rgb) => colour.map(linear) as unknown as Rgb;
type Matrix = readonly [Rgb, Rgb, Rgb];
const times = (matrix: Matrix, [x, y, z]: Rgb) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Rgb;

/** Contrast of two colours by WCAG 2.2, 1 (equal) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const luminance = (colour: Rgb) =>
    times(
      [
        [0.2126, 0.7152, 0.0722],
        [0, 0, 0],
        [0, 0, 0],
      ],
      lightOf(colour),
    )[0];
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** Without cones for long, middle or short waves: Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const lacking = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export type Sight = 'usual' | keyof typeof lacking;
export const sights: readonly Sight[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'];

/** A colour as it looks to eyes of a kind. */
export function seenBy(sight: Sight, colour: Rgb): Rgb {
  if (sight === 'usual') return colour;
  return times(lacking[sight], lightOf(colour)).map(fromLinear) as unknown as Rgb;
}

/** CIE L*a*b* under daylight (D65, 2°). */
function lab(colour: Rgb): Rgb {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    lightOf(colour),
  );
  const bent = (share: number) =>
    share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27 / 116) * share + 16 / 116;
  const [fx, fy, fz] = [bent(x / 0.95047), bent(y), bent(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Distance that classes keep from each other: five times what is just noticed side by side, 2.3 (Mahy and others 1994). */
export const farEnough = 5 * 2.3;

/** Distance ΔE*ab of two colours (CIE 1976). */
export function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Smallest distance between two of the colours as eyes of a kind see them; infinite for fewer than two. */
export function leastDistance(colours: readonly Rgb[], sight: Sight): number {
  const seen = colours.map((colour) => seenBy(sight, colour));
  return Math.min(...seen.flatMap((one, at) => seen.slice(at + 1).map((other) => distance(one, other))));
}
