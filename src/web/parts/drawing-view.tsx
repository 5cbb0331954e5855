import { createElement, type ReactNode } from 'react';
import type { Drawing, DrawingElement } from '../../report/index.js';

/** A drawing of the reports as elements of the page, as wide as it needs; its nodes can be focused. */
export function DrawingView({ drawing }: { readonly drawing: Drawing }) {
  return <div className="drawing sideways">{elementOf(drawing.root, 0)}</div>;
}

function elementOf({ tag, attributes, children }: DrawingElement, key: number): ReactNode {
  const named = Object.entries(attributes).map(([name, value]) => [reactName(name), value]);
  return createElement(
    tag,
    { ...Object.fromEntries(named), key },
    ...children.map((one, at) => (typeof one === 'string' ? one : elementOf(one, at))),
  );
}

/** What React calls an attribute of SVG: `text-anchor` is `textAnchor`; data and aria keep their names. */
function reactName(name: string): string {
  if (name === 'tabindex') return 'tabIndex';
  if (/^(data|aria)-/.test(name)) return name;
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
