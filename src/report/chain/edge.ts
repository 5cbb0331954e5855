import { type DrawingElement, element, hundredths } from '../drawing.js';
import { type EdgeLine, size } from './geometry.js';

interface EdgeLook {
  /** Empty for none. */
  readonly label: string;
  /** Drawn lightly and broken: not both of its ends are there. */
  readonly faint: boolean;
}

const line = '#5f7f92';
const pale = '#aab4ba';

/** An edge as a curve with a head; the wider, the more of the inputs it is. */
export function edgeElement(given: EdgeLine, { label, faint }: EdgeLook): DrawingElement {
  const { edge, enters, to } = given;
  const colour = faint ? pale : line;
  // +1 where it comes in from the left.
  const way = enters === 'left' ? 1 : -1;
  const head = `M${hundredths(to.x)} ${hundredths(to.y)}l${-7 * way} -3.5v7Z`;
  return element(
    'g',
    { 'data-edge': `${edge.from} ${edge.to}` },
    element('path', {
      d: pathOf(given),
      fill: 'none',
      stroke: colour,
      'stroke-width': 0.8 + 3.2 * edge.share,
      ...(faint && { 'stroke-dasharray': '4 4' }),
    }),
    element('path', { d: head, fill: colour }),
    ...(label === ''
      ? []
      : [
          element(
            'text',
            {
              x: to.x - 10 * way,
              y: to.y - 3,
              'text-anchor': way === 1 ? 'end' : 'start',
              'font-size': 10.5,
              fill: '#33434d',
              stroke: '#ffffff',
              'stroke-width': 3,
              'paint-order': 'stroke',
            },
            label,
          ),
        ]),
  );
}

function pathOf({ from, to, leaves, enters, passes }: EdgeLine): string {
  if (leaves === enters) {
    const out = Math.max(from.x, to.x) + size.gap / 2 - 8;
    const bulge = [out, from.y, out, to.y, to.x, to.y].map(hundredths).join(' ');
    return `M${hundredths(from.x)} ${hundredths(from.y)}C${bulge}`;
  }
  const right = leaves === 'right';
  const parts = [`M${hundredths(from.x)} ${hundredths(from.y)}`];
  let at = from;
  const bend = (x: number, y: number) => {
    const half = (at.x + x) / 2;
    parts.push(`C${[half, at.y, half, y, x, y].map(hundredths).join(' ')}`);
    at = { x, y };
  };
  for (const pass of passes) {
    bend(right ? pass.left : pass.right, pass.y);
    at = { x: right ? pass.right : pass.left, y: pass.y };
    parts.push(`H${hundredths(at.x)}`);
  }
  bend(to.x, to.y);
  return parts.join('');
}
