import { pageFonts } from './fonts.js';
import type { Picture } from './picture.js';
import { measuring } from './text-lines.js';
import { wrapped } from './wrapped.js';

const space = 'http://www.w3.org/2000/svg';
const edge = 16;
const least = 480;
/** What browsers draw on: pixels along a side, and in all. */
const longest = 16_000;
const most = 120_000_000;

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

/**
 * The drawing in dots, two for each pixel of the page, fewer where a browser draws no picture so large.
 *
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const scale = Math.min(2, longest / width, longest / height, Math.sqrt(most / (width * height)));
  const fonts = document.createElementNS(space, 'style');
  fonts.textContent = await pageFonts(svg.textContent);
  svg.prepend(fonts);
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    fonts.remove();
    URL.revokeObjectURL(address);
  }
}
