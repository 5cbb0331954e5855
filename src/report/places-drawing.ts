import type { Language } from '../base/index.js';
import { type Drawing, type DrawingElement, element } from './drawing.js';
import { formatDecimal } from './format.js';
import { checkupWords as words } from './words-checkup.js';

/** A numbered place; degrees. */
export interface NumberedPlace {
  readonly number: number;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

const size = { width: 640, height: 420, margin: 36 } as const;
/** Metres of a degree of latitude, and of one of longitude at the equator: a sphere is enough for a sketch of a city. */
const metresPerDegree = 111_195;
/** A sketch is never closer than this, m: positions of findings are no survey. */
const least = 500;
const ink = '#1d2429';
const mark = '#b3261e';
const family = '"Noto Sans SC Variable", "Noto Sans SC", sans-serif';

/** Numbered places at their positions, north above, with a bar of length; equal places give equal drawings. */
export function placesDrawing(places: readonly NumberedPlace[], title: string, lang: Language): Drawing {
  const middle = {
    lon: (extreme(places, 'lon', Math.min) + extreme(places, 'lon', Math.max)) / 2,
    lat: (extreme(places, 'lat', Math.min) + extreme(places, 'lat', Math.max)) / 2,
  };
  const flat = places.map((place) => ({
    ...place,
    east: (place.lon - middle.lon) * metresPerDegree * Math.cos((middle.lat * Math.PI) / 180),
    north: (place.lat - middle.lat) * metresPerDegree,
  }));
  const inner = { width: size.width - 2 * size.margin, height: size.height - 2 * size.margin };
  const spread = (axis: 'east' | 'north') =>
    2 * Math.max(...flat.map((one) => Math.abs(one[axis])), least / 2);
  const scale = Math.min(inner.width / spread('east'), inner.height / spread('north'));
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: size.width,
      height: size.height,
      role: 'img',
      'aria-label': title,
      'font-family': family,
      'font-size': 12,
    },
    element('rect', { width: size.width, height: size.height, fill: '#ffffff', stroke: '#c5ced3' }),
    ...flat.flatMap((place) =>
      numbered(place, size.width / 2 + place.east * scale, size.height / 2 - place.north * scale),
    ),
    ...lengthBar(scale),
    element(
      'text',
      { x: size.width - 24, y: 26, 'text-anchor': 'middle', fill: ink },
      `↑ ${words.north[lang]}`,
    ),
  );
  return { width: size.width, height: size.height, root };
}

function extreme(
  places: readonly NumberedPlace[],
  axis: 'lon' | 'lat',
  pick: (...values: readonly number[]) => number,
): number {
  return pick(...places.map((place) => place[axis]));
}

function numbered({ number, name }: NumberedPlace, x: number, y: number): readonly DrawingElement[] {
  return [
    element(
      'circle',
      { cx: x, cy: y, r: 9, fill: '#ffffff', stroke: mark, 'stroke-width': 1.6 },
      element('title', {}, name),
    ),
    element('text', { x, y: y + 4, 'text-anchor': 'middle', 'font-size': 11, fill: ink }, String(number)),
  ];
}

/** The longest round length that takes up to a quarter of the width. */
function lengthBar(scale: number): readonly DrawingElement[] {
  const most = size.width / 4 / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((one) => one * power <= most) ?? 1) * power;
  const text = metres >= 1000 ? `${formatDecimal(metres / 1000, 0)} km` : `${formatDecimal(metres, 0)} m`;
  const [x, y] = [16, size.height - 16];
  return [
    element('path', {
      d: `M${x} ${y - 4}V${y}H${Math.round(x + metres * scale)}V${y - 4}`,
      fill: 'none',
      stroke: ink,
    }),
    element('text', { x, y: y - 8, fill: ink }, text),
  ];
}
