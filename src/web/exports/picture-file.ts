import type { Picture } from './picture.js';
import { measuring } from './text-lines.js';
import { wrapped } from './wrapped.js';

const space = 'http://www.w3.org/2000/svg';
const edge = 16;
const least = 480;

/** What stands above and below a picture. */
export interface Frame {
  readonly title: string;
  /** Citation and whatever else belongs below. */
  readonly foot: string;
}

/** A picture as a file of its own, with title, citation, and the colours of the page. */
export function svgOf(picture: Picture, { title, foot }: Frame): SVGSVGElement {
  const style = getComputedStyle(document.body);
  const quiet = style.getPropertyValue('--quiet').trim();
  const width = Math.max(picture.width, least) + 2 * edge;
  const lines = (text: string, font: string) =>
    wrapped(text, width - 2 * edge, (part) => measuring(font)?.measureText(part).width ?? part.length * 7);
  const above = lines(title, `600 16px ${style.fontFamily}`);
  const below = lines(foot, `400 11px ${style.fontFamily}`);
  const top = edge + above.length * 22 + 8;
  const height = top + picture.height + 14 + below.length * 16 + edge;

  const svg = element('svg', { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  svg.append(words('title', title), words('desc', foot));
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  svg.append(element('rect', { width, height, fill: ground }));
  const texts = (
    list: readonly string[],
    from: number,
    step: number,
    look: Readonly<Record<string, string>>,
  ) =>
    list.map((line, at) => {
      const text = words('text', line);
      for (const [name, value] of Object.entries({ 'font-family': style.fontFamily, ...look }))
        text.setAttribute(name, value);
      text.setAttribute('x', String(edge));
      text.setAttribute('y', String(from + at * step));
      return text;
    });
  svg.append(...texts(above, edge + 16, 22, { 'font-size': '16', 'font-weight': '600', fill: style.color }));
  picture.group.setAttribute('transform', `translate(${edge},${top})`);
  svg.append(picture.group);
  svg.append(...texts(below, top + picture.height + 24, 16, { 'font-size': '11', fill: quiet }));
  return svg;
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  }
  return made;
}

function words(name: 'title' | 'desc' | 'text', text: string): SVGElement {
  const made = document.createElementNS(space, name);
  made.textContent = text;
  return made;
}

/** The drawing as text. */
export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}
