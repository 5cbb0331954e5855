/** Properties that make up the look of a drawing, with what they are where nobody says anything. */
const looks: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  'image-rendering': 'auto',
  visibility: 'visible',
};
/** Those that what is inside does not take over. */
const ownLooks: Readonly<Record<string, string>> = {
  opacity: '1',
  'vector-effect': 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};
const lettersOnly = new Set([
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
]);
/** Attributes that belong to the page and not to the drawing. */
const ofThePage = /^(class|style|role|tabindex|href|xlink:href|target|focusable|on.*|aria-.*|data-.*)$/;

const space = 'http://www.w3.org/2000/svg';

/** A copy of a drawing that looks the same by itself: what style sheets say stands in its elements, nothing of the page is left. */
export function standingAlone(drawing: SVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement;
  dress(drawing, copy, looks);
  return copy;
}

/** `around` is what an element takes over if it says nothing. */
function dress(from: Element, to: Element, around: Readonly<Record<string, string>>): void {
  const style = getComputedStyle(from);
  for (const name of to.getAttributeNames()) {
    if (ofThePage.test(name) && !(to.localName === 'use' || to.localName === 'image'))
      to.removeAttribute(name);
  }
  const now: Record<string, string> = {};
  const hasLetters = /^(text|tspan|g|svg|a)$/.test(from.localName);
  for (const name of Object.keys(looks)) {
    const value = style.getPropertyValue(name);
    now[name] = value;
    if (lettersOnly.has(name) && !hasLetters) continue;
    if (value === around[name]) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
  for (const [name, usual] of Object.entries(ownLooks)) {
    const value = style.getPropertyValue(name);
    if (value === '' || value === usual) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
  const [inside, copies] = [[...from.children], [...to.children]];
  for (const [at, child] of inside.entries()) {
    const copy = copies[at];
    if (copy === undefined) continue;
    if (
      child.localName !== 'title' &&
      getComputedStyle(child).display === 'none' &&
      child.closest('defs') === null
    )
      copy.remove();
    else dress(child, copy, now);
  }
  if (to.localName === 'a') to.replaceWith(asGroup(to));
}

/** A link without where it leads: a drawing in a file leads nowhere. */
function asGroup(link: Element): Element {
  const group = document.createElementNS(space, 'g');
  for (const { name, value } of link.attributes) group.setAttribute(name, value);
  group.append(...link.childNodes);
  return group;
}
