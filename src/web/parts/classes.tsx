import { createContext, useCallback, useContext } from 'react';
import type { Meta } from '../../api/contract.js';
import { useSpeak } from '../language.js';

/** What the whole page knows about pack and catalog; null until read. */
export const MetaContext = createContext<Meta | null>(null);

export function useMeta(): Meta | null {
  return useContext(MetaContext);
}

/** Labels of classes by scheme and class; an unknown class is shown by its id rather than hidden. */
export function useClasses(): (scheme: string, id: string) => string {
  const meta = useMeta();
  const { t } = useSpeak();
  return useCallback(
    (scheme: string, id: string) => {
      const text = meta?.classes[scheme]?.[id];
      return text === undefined ? id : t(text);
    },
    [meta, t],
  );
}

/** Ids of a scheme's classes in the catalog's order. */
export function classIds(meta: Meta | null, scheme: string): readonly string[] {
  return Object.keys(meta?.classes[scheme] ?? {});
}
