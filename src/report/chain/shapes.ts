import { type DrawingElement, element, hundredths, widthOf, wrapped } from '../drawing.js';
import { type NodeBox, size } from './geometry.js';
import { type Look, lookNames, lookOf, type NodeLook } from './looks.js';
import type { ChainDrawingOptions } from './types.js';
import { chainWords as words } from './words.js';

export const ink = '#1d2429';
export const soft = '#56626a';
/** Sizes of text in pixels. */
export const text = { size: 13, small: 11, line: 17 } as const;

export function textAt(line: string, attributes: DrawingElement['attributes']): DrawingElement {
  return element('text', attributes, line);
}

/** The outline of a box; boxes of all states fill the same rectangle. */
export function outline(
  { x, y, width, height }: Pick<NodeBox, 'x' | 'y' | 'width' | 'height'>,
  { outline: form, dash, fill, line }: Look,
): readonly DrawingElement[] {
  const pen = { fill, stroke: line, 'stroke-width': 1.6, ...(dash !== '' && { 'stroke-dasharray': dash }) };
  const frame = { x, y, width, height };
  if (form === 'cut') {
    const cut = Math.min(9, Math.round(height / 3));
    const [left, right, top, bottom] = [x, x + width, y, y + height].map(hundredths) as [
      number,
      number,
      number,
      number,
    ];
    const sides = [
      `M${left} ${hundredths(top + cut)}l${cut} ${-cut}`,
      `H${hundredths(right - cut)}l${cut} ${cut}`,
      `V${hundredths(bottom - cut)}l${-cut} ${cut}`,
      `H${hundredths(left + cut)}l${-cut} ${-cut}Z`,
    ];
    const d = sides.join('');
    return [element('path', { d, ...pen })];
  }
  if (form === 'round') return [element('rect', { ...frame, rx: Math.min(14, height / 2), ...pen })];
  const rect = element('rect', { ...frame, ...pen });
  if (form === 'double')
    return [
      rect,
      element('rect', {
        x: x + 3,
        y: y + 3,
        width: width - 6,
        height: height - 6,
        ...pen,
        'stroke-width': 0.8,
      }),
    ];
  if (form === 'plain') return [rect];
  const strike = `M${hundredths(x)} ${hundredths(y + height)}L${hundredths(x + width)} ${hundredths(y)}`;
  return [rect, element('path', { d: strike, stroke: line, 'stroke-width': 0.8, opacity: 0.5 })];
}

/** Signs of the states that the map shows, and what its lines mean. */
export function legendOf(
  shown: readonly NodeLook[],
  width: number,
  { picture, lang }: ChainDrawingOptions,
): { readonly children: readonly DrawingElement[]; readonly height: number } {
  let [x, y] = [size.margin, 0];
  const children = lookNames
    .filter((name) => shown.includes(name))
    .flatMap((name) => {
      const look = lookOf(name);
      const label = look.label[lang];
      const wide = 46 + widthOf(label) * 12;
      if (x + wide > width - size.margin && x > size.margin) [x, y] = [size.margin, y + 26];
      const at = x;
      x += wide;
      return [
        ...outline({ x: at, y, width: 26, height: 18 }, look),
        textAt(look.sign, { x: at + 8, y: y + 13, fill: look.line, 'font-size': 12, 'font-weight': 700 }),
        textAt(label, { x: at + 32, y: y + 13, fill: ink, 'font-size': 12 }),
      ];
    });
  const notes = wrapped(words.lines[picture][lang], (width - 2 * size.margin) / text.small);
  return {
    children: [
      ...children,
      ...notes.map((line, at) =>
        textAt(line, { x: size.margin, y: y + 40 + at * 15, fill: soft, 'font-size': text.small }),
      ),
    ],
    height: y + 46 + notes.length * 15,
  };
}
