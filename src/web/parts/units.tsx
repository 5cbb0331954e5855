import { useMemo } from 'react';
import type { CatalogAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import type { ShownUnit } from '../format.js';
import { useSpeak } from '../language.js';

/** The catalog's answer, asked for once. */
export function useCatalog() {
  return useAnswer<CatalogAnswer>('/api/catalog');
}

/** How values of a unit are shown: by the unit readers expect, as the catalog says; before it is read, as they are. */
export function useUnit(id: string): ShownUnit {
  const { answer } = useCatalog();
  const { t } = useSpeak();
  return useMemo(() => {
    const unit = answer?.units.find((one) => one.id === id);
    // An id is no word for readers: until the catalog is there the number stands alone.
    if (unit === undefined) return { label: answer === null ? '' : id, factor: 1, digits: 2 };
    const shown = answer?.units.find((one) => one.id === unit.display) ?? unit;
    // factors lead to the base unit: from the value's own unit to the shown one is their ratio
    return { label: t(shown.label), factor: shown.factor / unit.factor, digits: shown.digits ?? 2 };
  }, [answer, id, t]);
}
