/** A table or a picture on the page. */
export interface View {
  readonly kind: 'table' | 'picture';
  readonly title: string;
  /** What is saved: a table, or what a drawing stands in with its legend. */
  readonly element: Element;
}

/** Drawings that say something by themselves; small ones beside a number are part of their table. */
const drawings = 'svg[role], svg.map:not(.map-base), svg:has([role="group"]), .trend-chart, canvas[role]';
/** What holds a drawing with its legend and layers. */
const holders = '.map-frame, .street-frame, .ground-frame, .drawing';

/** The tables and pictures that are seen on the page, in their order. */
export function viewsOf(root: Element): readonly View[] {
  const found = new Set<Element>();
  for (const element of root.querySelectorAll(`table, ${drawings}`)) {
    const isTable = element instanceof HTMLTableElement;
    if (!element.checkVisibility() || (!isTable && element.closest('table, .trend-chart svg') !== null))
      continue;
    found.add(isTable ? element : (element.closest('figure') ?? element.closest(holders) ?? element));
  }
  return [...found].map((element) => ({
    kind: element instanceof HTMLTableElement ? 'table' : 'picture',
    title: titleOf(element),
    element,
  }));
}

/** What names a view: its caption or label, else that of its section, else the heading before it. */
function titleOf(element: Element): string {
  const own = [
    element.querySelector('caption, figcaption > :first-child')?.textContent,
    element.getAttribute('aria-label'),
    element.querySelector('svg[aria-label], [role="group"][aria-label]')?.getAttribute('aria-label'),
    element.closest('figure[aria-label]')?.getAttribute('aria-label'),
    headingBefore(element),
    element.closest('section[aria-label]')?.getAttribute('aria-label'),
  ];
  return (own.find((text) => text?.trim()) ?? document.title).replace(/\s+/g, ' ').trim();
}

function headingBefore(element: Element): string | undefined {
  const headings = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')];
  const before = (one: Element) =>
    (one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return headings.findLast(before)?.textContent;
}
