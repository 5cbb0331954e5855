import { useMemo } from 'react';
import type { CityAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import type { Choice } from '../parts/select.js';

/** Provinces of the listed units, by their English name, in the order of the language. */
export function useProvinces(): readonly Choice[] {
  const { language, t } = useSpeak();
  const { answer } = useAnswer<readonly CityAnswer[]>('/api/cities');
  return useMemo(() => {
    const names = new Map((answer ?? []).map(({ province }) => [province.en, t(province)]));
    const inOrder = new Intl.Collator(language).compare;
    return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => inOrder(a.label, b.label));
  }, [answer, language, t]);
}
