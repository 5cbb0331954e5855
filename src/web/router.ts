import { useSyncExternalStore } from 'react';

const changed = 'afterlode:address';

/** Address of the page: path and query, as the browser shows them. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

let lastText = '';
let last: Address = { path: '/', query: new URLSearchParams() };

function read(): Address {
  const text = location.pathname + location.search;
  if (text !== lastText) {
    lastText = text;
    last = { path: location.pathname, query: new URLSearchParams(location.search) };
  }
  return last;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}

/** The address in force; the component is drawn again when it changes. */
export function useAddress(): Address {
  return useSyncExternalStore(subscribe, read);
}

/** Goes to an address of this page without loading anew. `replace` leaves no step in the history. */
export function navigate(to: string, replace = false): void {
  if (to === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  window.dispatchEvent(new Event(changed));
}

/** The present address with some query values changed; `null` or an empty text takes a value out. */
export function withQuery(changes: Readonly<Record<string, string | null>>, from: Address = read()): string {
  const query = new URLSearchParams(from.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString().replace(/%2F|%3A|%2C/g, decodeURIComponent);
  return text === '' ? from.path : `${from.path}?${text}`;
}

/** Another address of this page with the language that stands in the present one; a mark behind `#` stays last. */
export function withLanguage(to: string, from: Address = read()): string {
  const language = from.query.get('lang');
  const url = new URL(to, 'http://page');
  if (language === null || url.searchParams.has('lang')) return to;
  url.searchParams.set('lang', language);
  return url.pathname + url.search + url.hash;
}

/**
 * The part of a path after a prefix, decoded; null if the path is another or the escape is broken.
 *
 * @example `rest('/city/cn-230400', '/city/')` is `cn-230400`
 */
export function rest(path: string, prefix: string): string | null {
  if (!path.startsWith(prefix) || path.length === prefix.length) return null;
  try {
    const text = decodeURIComponent(path.slice(prefix.length));
    return text.includes('/') ? null : text;
  } catch {
    return null;
  }
}
