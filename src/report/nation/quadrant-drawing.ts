import type { Quadrant } from '../../assess/index.js';
import type { Language, Text } from '../../base/index.js';
import { type Drawing, type DrawingElement, element, hundredths } from '../drawing.js';
import { formatSigned } from '../format.js';
import { nationWords as words } from './words.js';

/** A unit on the plane of the two axes, in index points. */
export interface QuadrantPoint {
  readonly id: string;
  readonly name: string;
  readonly structureChange: number;
  readonly gapChange: number;
  readonly quadrant: Quadrant;
  /** Something says that its numbers look like success and are decline: drawn hollow. */
  readonly disguised: boolean;
}

export interface QuadrantOptions {
  readonly lang: Language;
  /** Name of a field of the plane. */
  readonly labelOf: (quadrant: Quadrant) => string;
  readonly title: string;
}

const size = { width: 720, height: 480, left: 56, right: 16, top: 20, bottom: 48 } as const;
const ink = '#1d2429';
const soft = '#56626a';
const family = '"Noto Sans SC Variable", "Noto Sans SC", sans-serif';

/** Each field has its colour and, for those who tell no colours, its own corner. */
const fields: Readonly<
  Record<Quadrant, { readonly line: string; readonly right: boolean; readonly up: boolean }>
> = {
  real_transition: { line: '#2d6a4f', right: true, up: true },
  left_behind: { line: '#8a5a00', right: true, up: false },
  region_driven: { line: '#1f5f9e', right: false, up: true },
  decline: { line: '#b3261e', right: false, up: false },
};

/** Own restructuring to the right, gain on the region upwards, one mark for each unit; equal points give equal drawings. */
export function quadrantDrawing(points: readonly QuadrantPoint[], options: QuadrantOptions): Drawing {
  const { lang, title } = options;
  const x = scale(
    points.map((one) => one.structureChange),
    size.left,
    size.width - size.right,
  );
  const y = scale(
    points.map((one) => one.gapChange),
    size.height - size.bottom,
    size.top,
  );
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
    element('rect', { width: size.width, height: size.height, fill: '#ffffff' }),
    ...x.ticks.flatMap((value) => tick(value, x.of(value), 'x')),
    ...y.ticks.flatMap((value) => tick(value, y.of(value), 'y')),
    ...(Object.keys(fields) as Quadrant[]).map((quadrant) => corner(quadrant, options)),
    axisTitle(words.axes.x, lang, {
      x: (size.left + size.width - size.right) / 2,
      y: size.height - 12,
    }),
    axisTitle(words.axes.y, lang, {
      transform: `translate(14 ${(size.top + size.height - size.bottom) / 2}) rotate(-90)`,
    }),
    ...points.map((one) => mark(one, x.of(one.structureChange), y.of(one.gapChange))),
  );
  return { width: size.width, height: size.height, root };
}

interface Scale {
  readonly of: (value: number) => number;
  readonly ticks: readonly number[];
}

/** A line from the least to the greatest value and always over zero, which parts the fields. */
function scale(values: readonly number[], from: number, to: number): Scale {
  const low = values.reduce((least, value) => Math.min(least, value), -1);
  const high = values.reduce((most, value) => Math.max(most, value), 1);
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (high - low) / one <= 8) ?? 200;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  const [least, most] = [first * step, last * step];
  return { of: (value) => from + ((value - least) / (most - least)) * (to - from), ticks };
}

function tick(value: number, place: number, axis: 'x' | 'y'): readonly DrawingElement[] {
  const [top, bottom] = [size.top, size.height - size.bottom];
  const [left, right] = [size.left, size.width - size.right];
  const line =
    axis === 'x'
      ? { x1: place, x2: place, y1: top, y2: bottom }
      : { x1: left, x2: right, y1: place, y2: place };
  const at =
    axis === 'x'
      ? { x: place, y: bottom + 16, 'text-anchor': 'middle' }
      : { x: left - 6, y: place + 4, 'text-anchor': 'end' };
  const pen =
    value === 0 ? { stroke: soft, 'stroke-width': 1.4 } : { stroke: '#dfe5e8', 'stroke-width': 0.8 };
  return [
    element('line', { ...line, ...pen }),
    element('text', { ...at, fill: soft }, value === 0 ? '0' : formatSigned(value, 0)),
  ];
}

function corner(quadrant: Quadrant, { labelOf }: QuadrantOptions): DrawingElement {
  const { line, right, up } = fields[quadrant];
  return element(
    'text',
    {
      x: right ? size.width - size.right - 8 : size.left + 8,
      y: up ? size.top + 18 : size.height - size.bottom - 10,
      'text-anchor': right ? 'end' : 'start',
      'font-weight': 600,
      fill: line,
      // Legible where the axis runs through a narrow field.
      stroke: '#ffffff',
      'stroke-width': 4,
      'paint-order': 'stroke',
    },
    labelOf(quadrant),
  );
}

function axisTitle(text: Text, lang: Language, place: Readonly<Record<string, string | number>>) {
  return element('text', { ...place, 'text-anchor': 'middle', fill: ink }, text[lang]);
}

function mark(point: QuadrantPoint, x: number, y: number): DrawingElement {
  const { line } = fields[point.quadrant];
  const told = `${point.name}: ${formatSigned(point.structureChange, 1)} / ${formatSigned(point.gapChange, 1)}`;
  return element(
    'circle',
    {
      cx: hundredths(x),
      cy: hundredths(y),
      r: 4,
      fill: point.disguised ? '#ffffff' : line,
      'fill-opacity': 0.75,
      stroke: line,
      'stroke-width': 1.4,
      'data-city': point.id,
    },
    element('title', {}, told),
  );
}
