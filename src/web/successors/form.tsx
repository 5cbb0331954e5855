import { type SubmitEvent, useState } from 'react';
import type { CityAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { TablesFiles } from '../brought/tables-form.js';
import type { useOwnTables } from '../brought/use-own-tables.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { navigate, withQuery } from '../router.js';
import type { WordKey } from '../words.js';
import type { SuccessorField } from './example.js';

const files = [
  ['table', 'successorsTable', '.csv,.txt'],
  ['needs', 'successorsNeeds', '.csv,.txt'],
  ['has', 'successorsHas', '.csv,.txt'],
  ['figures', 'successorsFigures', '.csv,.txt'],
] as const satisfies readonly (readonly [SuccessorField, WordKey, string])[];

interface FormProps {
  readonly own: ReturnType<typeof useOwnTables<SuccessorField>>;
  readonly place: string;
  readonly year: string;
  readonly years: readonly string[];
}

/** The place, the census, and tables of the reader. */
export function SuccessorsForm({ own, place, year, years }: FormProps) {
  const { language, w } = useSpeak();
  const [draft, setDraft] = useState<string | null>(null);
  const { answer: cities } = useAnswer<readonly CityAnswer[]>('/api/cities');
  const brought = own.texts.table !== undefined;
  const called = brought ? place : (cities?.find(({ id }) => id === place)?.name[language] ?? place);
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        navigate(withQuery({ city: (draft ?? called).trim() }), true);
        setDraft(null);
      }}
    >
      <div className="assessment-controls">
        <label className="field">
          <span className="field-label">{w(brought ? 'successorsPlace' : 'successorsCity')}</span>
          <input
            name="city"
            list="successor-cities"
            value={draft ?? called}
            onChange={(event) => setDraft(event.target.value)}
          />
        </label>
        {!brought && (
          <datalist id="successor-cities">
            {(cities ?? []).map(({ id, name }) => (
              <option key={id} value={name[language]} />
            ))}
          </datalist>
        )}
        {!brought && (
          <Select
            label={w('successorsYear')}
            value={year}
            choices={[
              { value: '', label: w('successorsLatest') },
              ...years.map((one) => ({ value: one, label: one })),
            ]}
            onChange={(value) => navigate(withQuery({ year: value }), true)}
          />
        )}
      </div>
      <details open={own.isExample}>
        <summary>{w('successorsOwn')}</summary>
        <div className="zonal-files">
          <TablesFiles files={files} asked={own} />
        </div>
      </details>
      <div className="zonal-choices">
        <button type="submit" className="plain">
          {w('successorsShow')}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            setDraft(null);
            navigate(withQuery({ example: '1', city: null }));
          }}
        >
          {w('openExample')}
        </button>
      </div>
    </form>
  );
}
