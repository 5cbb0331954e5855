import { type SubmitEvent, useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { SaveButton } from '../exports/save-button.js';
import { FindingList } from '../findings/finding-list.js';
import { findingsCsv } from '../findings/findings-csv.js';
import { LedgerError } from '../findings/ledger-error.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { TextField } from '../parts/text-field.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';

const statuses = ['open', 'planned', 'under_way', 'done', 'closed', 'dropped'] as const;
const filters = ['area', 'person', 'status', 'text', 'overdue'] as const;

/** The ledger of findings over all cities that the reader may see, with filters that stand in the address. */
export function Findings() {
  const { w, language: lang } = useSpeak();
  const { query } = useAddress();
  useTitle(w('findingsTitle'));
  const asked = Object.fromEntries(filters.map((name) => [name, query.get(name)]));
  const { answer, error, retry } = useAnswer<readonly LedgerRow[]>(pathOf('/api/ledger', asked));
  const calendar = pathOf('/api/ledger.ics', { area: asked.area, person: asked.person, lang });
  return (
    <div className="reading wide-reading">
      <h1>{w('findingsTitle')}</h1>
      <p className="quiet">{w('findingsNote')}</p>
      <FilterForm />
      {error !== null && <LedgerError error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={480} />}
      {answer !== null && (
        <section className="ledger" aria-label={w('ledger')}>
          <p role="status">
            {answer.length === 0
              ? w('findingsNone')
              : w('findingCount', { n: answer.length, late: answer.filter((one) => one.overdue).length })}
          </p>
          <FindingList rows={answer} withCity />
          <p className="ledger-steps">
            <SaveButton name="findings.csv" text={() => findingsCsv(answer)}>
              {w('findingsCsv')}
            </SaveButton>
            <a href="/api/ledger/export?format=json" download>
              {w('findingsBack')}
            </a>
            <a href={calendar} download>
              {w('calendarOf')}
            </a>
          </p>
          <p className="quiet small">{w('calendarNote')}</p>
        </section>
      )}
    </div>
  );
}

function FilterForm() {
  const { w } = useSpeak();
  const { query } = useAddress();
  const of = (name: string) => query.get(name) ?? '';
  const [area, setArea] = useState(of('area'));
  const [person, setPerson] = useState(of('person') === 'me' ? '' : of('person'));
  const [text, setText] = useState(of('text'));
  const go = (changes: Readonly<Record<string, string | null>>) => navigate(withQuery(changes), true);
  const mine = of('person') === 'me';
  const late = of('overdue') === 'true';
  return (
    <form
      className="finding-filter"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        go({ area: area.trim(), text: text.trim(), person: person.trim() || (mine ? 'me' : null) });
      }}
    >
      <TextField label={w('findArea')} value={area} onChange={setArea} />
      <TextField label={w('findPerson')} value={person} onChange={setPerson} />
      <TextField label={w('findWords')} value={text} onChange={setText} />
      <Select
        label={w('findStatus')}
        value={of('status')}
        choices={[
          { value: '', label: w('all') },
          ...statuses.map((one) => ({ value: one, label: w(`status_${one}`) })),
        ]}
        onChange={(status) => go({ status })}
      />
      <button type="submit" className="plain">
        {w('findNow')}
      </button>
      <button
        type="button"
        className="plain"
        aria-pressed={mine}
        onClick={() => {
          setPerson('');
          go({ person: mine ? null : 'me' });
        }}
      >
        {w('findMine')}
      </button>
      <button
        type="button"
        className="plain"
        aria-pressed={late}
        onClick={() => go({ overdue: late ? null : 'true' })}
      >
        {w('findOverdue')}
      </button>
    </form>
  );
}
