import { useCallback, useEffect, useRef, useState } from 'react';
import { navigate, useAddress, withQuery } from '../router.js';
import { queryOf, type Settings, settingsOf } from './settings.js';

/** A change of the state, from what it is. */
export type Change = (change: (old: Settings) => Settings) => void;

const rest = 250;

/**
 * The state of the Laboratory and how to change it. It stands in the address, where it is written once a move has come to
 * rest, since browsers refuse many writes in a row; an address that comes from elsewhere is taken over.
 */
export function useSettings(): readonly [Settings, Change] {
  const { query } = useAddress();
  const [settings, setSettings] = useState(() => settingsOf(query));
  const written = useRef(textOf(settings));
  const fromAddress = textOf(settingsOf(query));
  useEffect(() => {
    if (fromAddress === written.current) return;
    written.current = fromAddress;
    setSettings(settingsOf(new URLSearchParams(location.search)));
  }, [fromAddress]);
  useEffect(() => {
    const text = textOf(settings);
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      navigate(linkOf(settings), true);
    }, rest);
    return () => clearTimeout(timer);
  }, [settings]);
  const change = useCallback<Change>((by) => setSettings(by), []);
  return [settings, change];
}

function textOf(settings: Settings): string {
  return JSON.stringify(queryOf(settings));
}

/** The present address with the state in it. */
export function linkOf(settings: Settings): string {
  return withQuery(queryOf(settings));
}
