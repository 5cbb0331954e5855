import { type SubmitEvent, useState } from 'react';
import type { RoundRow } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { navigate, withLanguage } from '../router.js';
import type { WordKey } from '../words.js';
import { useChange } from './use-change.js';

const fields = [
  ['id', 'roundId', 'text'],
  ['zh', 'roundLabelZh', 'text'],
  ['en', 'roundLabelEn', 'text'],
  ['period', 'roundYear', 'text'],
  ['forms', 'roundForms', 'text'],
  ['units', 'roundCities', 'text'],
  ['indices', 'roundIndices', 'text'],
  ['report', 'roundDayReport', 'date'],
  ['province', 'roundDayProvince', 'date'],
  ['nation', 'roundDayNation', 'date'],
] as const satisfies readonly (readonly [string, WordKey, 'text' | 'date'])[];

type Field = (typeof fields)[number][0];
type Draft = Readonly<Record<Field, string>>;

const empty: Draft = {
  id: '',
  zh: '',
  en: '',
  period: '',
  forms: 'city_core',
  units: '',
  indices: '',
  report: '',
  province: '',
  nation: '',
};

/** Defines a round and opens its page. */
export function RoundForm() {
  const { w } = useSpeak();
  const { busy, error, send } = useChange();
  const [draft, setDraft] = useState(empty);
  const define = async () => {
    const row = await send<RoundRow>({ path: '/api/rounds', body: definitionOf(draft) });
    if (row !== null) navigate(withLanguage(`/rounds/${row.id}`));
  };
  return (
    <section aria-labelledby="round-new" data-section="define">
      <h2 id="round-new">{w('roundNew')}</h2>
      <p className="quiet small">{w('roundNewText')}</p>
      <form
        className="round-fields"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void define();
        }}
      >
        {fields.map(([key, word, type]) => (
          <TextField
            key={key}
            label={w(word)}
            type={type}
            value={draft[key]}
            onChange={(value) => setDraft((old) => ({ ...old, [key]: value }))}
          />
        ))}
        <button type="submit" className="plain" disabled={busy}>
          {w('roundDefine')}
        </button>
      </form>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}

function definitionOf({ id, zh, en, period, forms, units, indices, ...deadlines }: Draft): object {
  const label = { zh: zh.trim(), en: en.trim() || zh.trim() };
  return {
    id: id.trim(),
    label,
    period: period.trim(),
    forms: listOf(forms),
    units: listOf(units),
    indices: listOf(indices),
    deadlines,
  };
}

function listOf(text: string): string[] {
  return text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
