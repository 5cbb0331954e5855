import type { Light } from '../assess/index.js';
import type { Cell } from '../report/index.js';
import { coordinate } from './escape.js';

/** A shape beside the colour, so that lights can be told apart in print and by colour-blind readers. */
export const lightShape: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', red: '■', none: '○' };

type Position = Extract<Cell, { kind: 'position' }>;
type Points = Extract<Cell, { kind: 'trend' }>['points'];

const width = 96;
const height = 16;

/** A small line over the years; a gap stays a gap. The words beside it say the change, so it is hidden from screen readers. */
export function trendSvg(points: Points): string {
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const years = points.map((point) => Number(point.period.slice(0, 4)));
  const first = Math.min(...years);
  const range = Math.max(1, Math.max(...years) - first);
  const x = (at: number) => 3 + (((years[at] ?? first) - first) / range) * (width - 6);
  const y = (value: number) => (span === 0 ? height / 2 : height - 3 - ((value - low) / span) * (height - 6));
  let path = '';
  let pen = false;
  points.forEach((point, at) => {
    if (point.value === null) pen = false;
    else {
      path += `${pen ? 'L' : 'M'}${coordinate(x(at))} ${coordinate(y(point.value))}`;
      pen = true;
    }
  });
  const last = points.findLastIndex((point) => point.value !== null);
  const end = points[last]?.value;
  const dot =
    end === undefined || end === null
      ? ''
      : `<circle cx="${coordinate(x(last))}" cy="${coordinate(y(end))}" r="2.2"/>`;
  return `<svg class="mark" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="${path}"/>${dot}</svg>`;
}

/** The box of the middle half of the class with its median, and the city's value as a dot. */
export function positionSvg(position: Position): string {
  const { value, q1, median, q3 } = position;
  const low = Math.min(value, q1);
  const span = Math.max(value, q3) - low;
  const x = (at: number) => 6 + (span === 0 ? 0.5 : (at - low) / span) * (width - 12);
  const box = `<rect x="${coordinate(x(q1))}" y="4" width="${coordinate(Math.max(1, x(q3) - x(q1)))}" height="8"/>`;
  const middle = `<path d="M${coordinate(x(median))} 3V13"/>`;
  const dot = `<circle cx="${coordinate(x(value))}" cy="8" r="3.4"/>`;
  return `<svg class="mark" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box}${middle}${dot}</svg>`;
}
