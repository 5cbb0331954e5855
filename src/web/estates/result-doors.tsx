import { type SubmitEvent, useState } from 'react';
import type { LandAnswer } from '../../api/contract.js';
import { type CallError, callErrorOf, forgetAnswers, post, postForFile } from '../api.js';
import { offerBlob } from '../exports/save-file.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { NumberField } from '../parts/number-field.js';
import { TextField } from '../parts/text-field.js';

type Opened = NonNullable<LandAnswer['findings']>;

/** What was computed, and the endpoint that did it. */
interface DoorProps {
  readonly computed: { readonly body: object; readonly made: boolean };
  readonly path: string;
}

/** Something that is asked of the server by a button, and what came of it. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const work = async (done: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await done();
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, work: (done: () => Promise<void>) => void work(done) };
}

/** The tables of a result as a workbook. */
export function WorkbookButton({ computed, path, name }: DoorProps & { readonly name: string }) {
  const { w } = useSpeak();
  const { busy, error, work } = useWork();
  const save = async () => offerBlob(name, await postForFile(`${path}/export`, computed.body));
  return (
    <>
      <button type="button" className="plain" disabled={busy} onClick={() => work(save)}>
        {w('estateWorkbook')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}

interface FindingDoorProps extends DoorProps {
  /** What becomes a finding. */
  readonly about: string;
  /** Whether a rate says from where on. */
  readonly hasRate?: boolean;
  /** Sent with findings only. */
  readonly places?: object | undefined;
}

/** Enters what was found into the ledger of a city; what is made is not found anywhere. */
export function FindingDoor({ computed, path, about, hasRate, places }: FindingDoorProps) {
  const { busy, error, work } = useWork();
  const [opened, setOpened] = useState<Opened | null>(null);
  const enter = async (words: object) => {
    setOpened(null);
    const body = { ...computed.body, ...places, ...words };
    setOpened((await post<{ readonly findings: Opened | null }>(path, body)).findings);
    forgetAnswers();
  };
  if (computed.made) return null;
  return (
    <div data-door="findings" aria-busy={busy}>
      <FindingForm {...{ about, hasRate, busy }} onEnter={(words) => work(() => enter(words))} />
      <div aria-live="polite">
        {opened !== null && <OpenedFindings opened={opened} />}
        {error !== null && <ErrorNote error={error} />}
      </div>
    </div>
  );
}

interface FindingFormProps {
  readonly about: string;
  readonly hasRate: boolean | undefined;
  readonly busy: boolean;
  readonly onEnter: (words: object) => void;
}

/** City, year and, where it is asked for, the rate from which something is a finding. */
function FindingForm({ about, hasRate, busy, onEnter }: FindingFormProps) {
  const { w } = useSpeak();
  const [city, setCity] = useState('');
  const [period, setPeriod] = useState('');
  const [percent, setPercent] = useState<number | null>(null);
  return (
    <details>
      <summary>{w('estateFindings')}</summary>
      <p className="quiet small">{about}</p>
      <form
        className="zonal-choices"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          const rate = percent === null ? {} : { findingRate: percent / 100 };
          onEnter({ findings: city.trim(), period: period.trim(), ...rate });
        }}
      >
        <TextField label={w('estateFindingCity')} value={city} onChange={setCity} />
        <TextField label={w('estateFindingYear')} value={period} onChange={setPeriod} />
        {hasRate === true && (
          <NumberField
            label={w('vacancyFindingRate')}
            value={percent}
            range={[0, 100]}
            onValue={setPercent}
          />
        )}
        <button type="submit" className="plain" disabled={city.trim() === '' || period.trim() === '' || busy}>
          {w('estateEnter')}
        </button>
      </form>
    </details>
  );
}

function OpenedFindings({ opened: { opened, known } }: { readonly opened: Opened }) {
  const { w } = useSpeak();
  const city = [...opened, ...known][0]?.split('/')[1];
  return (
    <p data-opened={opened.length}>
      {w('estateEntered', { opened: opened.length, known: known.length })}{' '}
      {city !== undefined && <Link to={`/city/${city}#ledger-title`}>{w('ledger')}</Link>}
    </p>
  );
}
