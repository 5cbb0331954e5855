import { standingAlone } from './svg-styles.js';
import { linesOf } from './text-lines.js';

const space = 'http://www.w3.org/2000/svg';

/** What stands on the page as a drawing: boxes, lines, texts, drawings, pictures, each where it is seen. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Group of everything, with its left upper corner at 0, 0. */
  readonly group: SVGGElement;
}

interface Sheet {
  readonly left: number;
  readonly top: number;
  readonly group: SVGGElement;
  /** How far what was drawn reaches, pixels. */
  right: number;
  bottom: number;
}

/** Controls say nothing in a picture; a number that opens its sources and a button that is a row of a table do. */
const leftOut = 'input, select, textarea, dialog, .zoom, .tip, .unseen, button:not(.number, table *)';

/** Draws an element as it is seen now. */
export async function pictureOf(root: Element): Promise<Picture> {
  const { left, top } = root.getBoundingClientRect();
  const sheet: Sheet = { left, top, group: make('g', {}), right: 0, bottom: 0 };
  draw(root, sheet);
  await Promise.all([...sheet.group.querySelectorAll('image')].map(carry));
  return { width: Math.ceil(sheet.right), height: Math.ceil(sheet.bottom), group: sheet.group };
}

function draw(element: Element, sheet: Sheet): void {
  if (
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    element.matches(leftOut)
  )
    return;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  drawBox(box, style, sheet);
  if (element instanceof SVGElement) drawDrawing(element, box, sheet);
  else if (element instanceof HTMLCanvasElement) drawImage(element.toDataURL(), box, style, sheet);
  else if (element instanceof HTMLImageElement) drawImage(element.src, box, style, sheet);
  else {
    for (const node of element.childNodes) {
      if (node instanceof Text) drawText(node, style, sheet);
      else if (node instanceof Element) draw(node, sheet);
    }
  }
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return element;
}

function add(element: SVGElement, box: DOMRect, sheet: Sheet): void {
  sheet.group.append(element);
  sheet.right = Math.max(sheet.right, box.right - sheet.left);
  sheet.bottom = Math.max(sheet.bottom, box.bottom - sheet.top);
}

const isClear = (colour: string) => /^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(colour);

/** Ground and edges of a box. */
function drawBox(box: DOMRect, style: CSSStyleDeclaration, sheet: Sheet): void {
  const [x, y] = [box.left - sheet.left, box.top - sheet.top];
  if (!isClear(style.backgroundColor)) {
    const rx = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2);
    const rect = { x, y, width: box.width, height: box.height, rx, fill: style.backgroundColor };
    add(make('rect', rect), box, sheet);
  }
  const [right, bottom] = [x + box.width, y + box.height];
  const edges = {
    top: [x, y, right, y],
    bottom: [x, bottom, right, bottom],
    left: [x, y, x, bottom],
    right: [right, y, right, bottom],
  } as const;
  for (const [side, [x1, y1, x2, y2]] of Object.entries(edges)) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const colour = style.getPropertyValue(`border-${side}-color`);
    if (!(width > 0) || isClear(colour)) continue;
    add(make('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': width }), box, sheet);
  }
}

function drawText(node: Text, style: CSSStyleDeclaration, sheet: Sheet): void {
  const isRight = style.textAlign === 'right' || style.textAlign === 'end';
  for (const { text, box, baseline } of linesOf(node, style)) {
    const element = make('text', {
      x: (isRight ? box.right : box.left) - sheet.left,
      y: baseline - sheet.top,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
      ...(isRight ? { 'text-anchor': 'end' } : {}),
      ...(style.fontVariantNumeric === 'normal'
        ? {}
        : { style: `font-variant-numeric:${style.fontVariantNumeric}` }),
    });
    element.textContent = text;
    add(element, box, sheet);
  }
}

/** A drawing in a drawing, in a window as large as it is seen. */
function drawDrawing(element: SVGElement, box: DOMRect, sheet: Sheet): void {
  if (box.width === 0 || box.height === 0) return;
  const copy = standingAlone(element);
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
  const at = { x: box.left - sheet.left, y: box.top - sheet.top, width: box.width, height: box.height };
  for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(value));
  add(copy, box, sheet);
}

function drawImage(href: string, box: DOMRect, style: CSSStyleDeclaration, sheet: Sheet): void {
  const at = { x: box.left - sheet.left, y: box.top - sheet.top, width: box.width, height: box.height };
  const rendering = { 'image-rendering': style.imageRendering };
  add(make('image', { href, ...at, preserveAspectRatio: 'none', ...rendering }), box, sheet);
}

/** Puts what an image shows into the drawing, so that the file needs nothing beside it. */
async function carry(image: SVGImageElement): Promise<void> {
  const href = image.href.baseVal;
  if (href === '' || href.startsWith('data:')) return;
  const answer = await fetch(href);
  image.setAttribute('href', await dataAddress(await answer.blob()));
}

/** What a file holds as an address. */
function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
    reader.readAsDataURL(blob);
  });
}
