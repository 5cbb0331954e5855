import type { Page } from 'playwright-core';

/** What Tab stops at, in the order of the page. */
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Presses Tab until what is focused matches; fails after `most` stops, and tells the last ones. */
export async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const [found, seen] = await page.evaluate((wanted) => {
      const { activeElement } = document;
      return [activeElement?.matches(wanted) === true, activeElement?.outerHTML.slice(0, 80) ?? ''] as const;
    }, selector);
    if (found) return;
    passed.push(seen);
  }
  throw new Error(
    `Tab does not reach ${selector} within ${most} stops; the last:\n${passed.slice(-5).join('\n')}`,
  );
}

/**
 * What the keyboard cannot use: controls that take no focus, do not show it, or stand out of the order of the page. Of controls
 * that look alike the first is tried.
 */
export function focusFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const faults: string[] = [];
    const tried = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>(selector)) {
      const kind = `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.getAttribute('type') ?? ''}`;
      const isOff =
        element.matches(':disabled, [tabindex="-1"]') ||
        !element.checkVisibility({ visibilityProperty: true });
      if (isOff || tried.has(kind)) continue;
      tried.add(kind);
      const name = element.outerHTML.slice(0, 100);
      if (element.tabIndex > 0) faults.push(`out of order: ${name}`);
      const before = look(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) faults.push(`takes no focus: ${name}`);
      else if (look(element) === before) faults.push(`does not show the focus: ${name}`);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return faults;

    /** How the outline of an element, of what it is drawn from and of its label looks. */
    function look(element: Element): string {
      return [element, element.firstElementChild, element.closest('label')]
        .map((one) => {
          if (one === null) return '';
          const { outlineStyle, outlineWidth, stroke, strokeWidth, boxShadow, borderColor } =
            getComputedStyle(one);
          const outline = outlineStyle === 'none' ? '' : outlineStyle + outlineWidth;
          return [outline, stroke, strokeWidth, boxShadow, borderColor].join();
        })
        .join(' | ');
    }
  }, stops);
}
