import type { Layer } from './layer-types.js';

/** A layer as the browser keeps it; of the server only how it is drawn. */
export interface KeptLayer {
  readonly layer: Layer;
  readonly file: File | null;
  /** Place in the list. */
  readonly at: number;
}

const table = 'layers';

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('afterlode-layers', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no store in this browser')));
  });
}

/** The layers kept in this browser, in their order; none where it keeps nothing. */
export async function keptLayers(): Promise<readonly KeptLayer[]> {
  const base = await open();
  const found = await answered(
    base.transaction(table).objectStore(table).getAll() as IDBRequest<KeptLayer[]>,
  );
  base.close();
  return found.sort((one, other) => one.at - other.at);
}

/** Keeps these layers and forgets all others. @throws where the browser has no room or keeps nothing */
export async function keepLayers(layers: readonly KeptLayer[]): Promise<void> {
  const base = await open();
  const change = base.transaction(table, 'readwrite');
  const store = change.objectStore(table);
  store.clear();
  for (const one of layers) store.put(one, one.layer.id);
  await new Promise<void>((resolve, reject) => {
    change.addEventListener('complete', () => resolve());
    change.addEventListener('abort', () => reject(change.error ?? new Error('no room in this browser')));
  });
  base.close();
}
