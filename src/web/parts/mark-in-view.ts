import { useEffect } from 'react';

const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls to an element whose id the address names behind `#`, as a browser does on a page that is whole from the start. The page
 * grows for a while after that, above the element too; it is kept in view until somebody moves.
 */
export function useMarkInView(id: string): void {
  useEffect(() => {
    const element = location.hash === `#${id}` ? document.getElementById(id) : null;
    if (element === null) return;
    const growing = new ResizeObserver(() => element.scrollIntoView());
    const stop = () => {
      growing.disconnect();
      for (const act of acts) window.removeEventListener(act, stop);
    };
    for (const act of acts) window.addEventListener(act, stop, { passive: true });
    // Told of the present size at once, and of every other one.
    growing.observe(document.body);
    return stop;
  }, [id]);
}
