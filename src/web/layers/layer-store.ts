import { useSyncExternalStore } from 'react';
import type { ServerLayer } from '../../api/contract.js';
import { AfterlodeError } from '../../base/index.js';
import { mostLayerBytes, readLayer } from '../../locate/index.js';
import { ask, type CallError } from '../api.js';
import { errorOf } from '../zonal/use-zonal.js';
import { keepLayers, keptLayers } from './keep.js';
import type { Layer, LayerContent, LayerLook } from './layer-types.js';
import { openArchive } from './tile-archive.js';
import { setWanted } from './wanted.js';

/** What panel and maps share. */
export interface LayerState {
  /** The first lies on top. */
  readonly layers: readonly Layer[];
  readonly error: CallError | null;
  /** A layer could not be kept in this browser: it is there until the page is left. */
  readonly unkept: boolean;
}

const colours = ['#b3261e', '#0072b2', '#7a4fa3', '#00795a', '#8a5a00'] as const;

let state: LayerState = { layers: [], error: null, unkept: false };
let beginning: Promise<void> | null = null;
const files = new Map<string, File>();
const contents = new Map<string, Promise<LayerContent>>();
const listeners = new Set<() => void>();

function set(change: Partial<LayerState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** The layers, read from the browser and asked of the server when first used. */
export function useLayers(): LayerState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      void begun();
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Once for all maps. Who changes the list waits for it, or what is kept and not yet read would be forgotten. */
function begun(): Promise<void> {
  beginning ??= begin();
  return beginning;
}

async function begin(): Promise<void> {
  const kept = await keptLayers().catch(() => []);
  const offered = await ask<readonly ServerLayer[]>('/api/layers').catch(() => []);
  for (const { layer, file } of kept) if (file !== null) files.set(layer.id, file);
  const known = kept.flatMap(({ layer, file }) =>
    file !== null || offered.some(({ url }) => url === layer.id) ? [layer] : [],
  );
  const ids = new Set([...known, ...state.layers].map(({ id }) => id));
  const added = offered
    .filter(({ url }) => !ids.has(url))
    .map(({ url, name, kind }, at): Layer => {
      return { id: url, name, kind, from: 'server', visible: false, opacity: 1, colour: colourOf(at) };
    });
  set({ layers: [...state.layers, ...known, ...added] });
}

function colourOf(at: number): string {
  return colours[at % colours.length] ?? colours[0];
}

/** What a layer draws, read once. @throws AfterlodeError LAYER_… */
export function contentOf(layer: Layer): Promise<LayerContent> {
  const known = contents.get(layer.id) ?? read(layer);
  contents.set(layer.id, known);
  return known;
}

async function read({ id, name, kind, from }: Layer): Promise<LayerContent> {
  const file = files.get(id);
  if (kind === 'pmtiles') return openArchive(file ?? new URL(id, location.href).href, name);
  if (from === 'server') return readLayer(await (await fetch(id)).text(), name);
  return readLayer((await file?.text()) ?? '', name);
}

/** Opens a file as the topmost layer; a fault is shown and changes nothing. */
export async function addFile(file: File): Promise<void> {
  const kind = /\.pmtiles$/i.test(file.name) ? 'pmtiles' : 'geojson';
  const id = `file:${file.name}:${file.size}:${file.lastModified}`;
  const layer: Layer = {
    id,
    name: file.name,
    kind,
    from: 'file',
    visible: true,
    opacity: 1,
    colour: colourOf(state.layers.length),
  };
  try {
    if (kind === 'geojson' && !/\.(geo)?json$/i.test(file.name)) throw otherKind(file.name);
    if (kind === 'geojson' && file.size > mostLayerBytes) throw tooLarge(file);
    files.set(id, file);
    contents.delete(id);
    await contentOf(layer);
    await begun();
    change([layer, ...state.layers.filter((one) => one.id !== id)]);
    set({ error: null });
  } catch (cause) {
    contents.delete(id);
    set({ error: errorOf(cause) });
  }
}

function otherKind(name: string): AfterlodeError {
  const found = name.includes('.') ? `.${name.split('.').at(-1)}` : name;
  return new AfterlodeError('LAYER_KIND', name, { found });
}

function tooLarge({ name, size }: File): AfterlodeError {
  const words = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
  return new AfterlodeError('LAYER_TOO_LARGE', name, { found: words(size), expected: words(mostLayerBytes) });
}

/** Tells a fault that came while a layer was drawn, and hides the layer. */
export function failLayer(id: string, cause: unknown): void {
  contents.delete(id);
  changeLook(id, { visible: false });
  set({ error: errorOf(cause) });
}

export function changeLook(id: string, look: Partial<LayerLook>): void {
  change(state.layers.map((one) => (one.id === id ? { ...one, ...look } : one)));
}

/** Moves a layer up (-1) or down (1) in the list. */
export function moveLayer(id: string, by: -1 | 1): void {
  const from = state.layers.findIndex((one) => one.id === id);
  const layer = state.layers[from];
  const to = from + by;
  if (layer === undefined || to < 0 || to >= state.layers.length) return;
  change(state.layers.toSpliced(from, 1).toSpliced(to, 0, layer));
}

/** Forgets a layer of a file, here and in the browser. */
export function forgetLayer(id: string): void {
  files.delete(id);
  contents.delete(id);
  change(state.layers.filter((one) => one.id !== id));
}

function change(layers: readonly Layer[]): void {
  set({ layers });
  setWanted(layers.some(({ visible }) => visible));
  const kept = layers.map((layer, at) => ({ layer, at, file: files.get(layer.id) ?? null }));
  keepLayers(kept).then(
    () => set({ unkept: false }),
    () => set({ unkept: true }),
  );
}
