import { useEffect, useSyncExternalStore } from 'react';

const changed = 'afterlode:title';
const ending = ' · afterlode';

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title + ending;
    window.dispatchEvent(new Event(changed));
  }, [title]);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** What the page calls itself at the moment. */
export function usePageTitle(): string {
  return useSyncExternalStore(subscribe, () => document.title.replace(ending, ''));
}
