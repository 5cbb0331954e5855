import { useSyncExternalStore } from 'react';

/** A file that a page can write from its answer, with all digits. */
export interface OfferedFile {
  /** Name with its ending: `places.csv`. */
  readonly name: string;
  readonly label: string;
  readonly save: () => void;
}

let offered: readonly OfferedFile[] = [];
const listeners = new Set<() => void>();

/** Adds a file to those that the page offers; the answer takes it out again. */
export function offer(file: OfferedFile): () => void {
  set([...offered, file]);
  return () => set(offered.filter((one) => one !== file));
}

function set(files: readonly OfferedFile[]): void {
  offered = files;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The files that what is on the page offers, in the order in which it came. */
export function useOffered(): readonly OfferedFile[] {
  return useSyncExternalStore(subscribe, () => offered);
}
