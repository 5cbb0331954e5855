import { useSyncExternalStore } from 'react';

const key = 'afterlode.layers';
const listeners = new Set<() => void>();
let opened = false;

/** Whether any map shall read the part of the program that draws layers: one is visible, or the panel was opened. */
export function useWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened || stored(),
  );
}

function stored(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false; // storage may be forbidden; layers are then there until the page is left
  }
}

/** From the first opening of a panel on. */
export function openLayers(): void {
  opened = true;
  for (const listener of listeners) listener();
}

/** Keeps for the next visit whether a layer is visible. */
export function setWanted(visible: boolean): void {
  try {
    if (visible) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // as above
  }
}
