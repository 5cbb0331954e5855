import { useSyncExternalStore } from 'react';

/** Whether a media query holds, followed as it changes. */
export function usePrefers(media: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(media);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(media).matches,
  );
}
