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

/**
 * Of the first `most` controls of a page those that Tab does not come to, pressed from its top on. Radio buttons are left out: a group
 * of them is one stop.
 */
export async function unreached(page: Page, most = 300): Promise<readonly string[]> {
  const presses = await page.evaluate(
    ([selector, first]) => {
      const stood = [...document.querySelectorAll<HTMLElement | SVGElement>(selector)]
        .filter(
          (element) =>
            element.tabIndex >= 0 &&
            !element.matches(':disabled, [type="radio"]') &&
            element.checkVisibility({ visibilityProperty: true }),
        )
        .slice(0, first);
      const left = new Set<Element>(stood);
      document.addEventListener('focusin', ({ target }) => left.delete(target as Element));
      Object.assign(globalThis, { left });
      // Tab goes on from where the focus was last, also when nothing has it
      stood[0]?.focus();
      // a field of a date is a stop for day, month, year and calendar
      return stood.length + 4 * stood.filter((element) => element.matches('[type="date"]')).length;
    },
    [stops, most] as const,
  );
  for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { left } = globalThis as typeof globalThis & { left: Set<Element> };
    return [...left].filter((element) => element.isConnected).map((one) => one.outerHTML.slice(0, 100));
  });
}
