import { useEffect } from 'react';

/**
 * Lets the keyboard reach boxes that move sideways: one whose content is wider than itself gets a stop, so that the arrows move it;
 * others have none, since a stop without use only delays.
 */
export function useSidewaysStops(): void {
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      for (const box of document.querySelectorAll('.sideways')) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
        else box.removeAttribute('tabindex');
      }
    };
    const soon = () => {
      asked ||= requestAnimationFrame(look);
    };
    const watch = new MutationObserver(soon);
    watch.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', soon);
    // Wider letters may arrive after the table has been drawn.
    document.fonts.addEventListener('loadingdone', soon);
    soon();
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', soon);
      document.fonts.removeEventListener('loadingdone', soon);
      cancelAnimationFrame(asked);
    };
  }, []);
}
