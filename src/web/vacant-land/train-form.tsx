import { type SubmitEvent, useState } from 'react';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import type { Drawing } from './drawing.js';
import type { SaveState } from './use-labels.js';
import type { Training } from './use-training.js';

interface TrainFormProps {
  readonly drawing: Drawing;
  readonly state: SaveState;
  readonly training: Training;
}

/** Trains with the saved labels; what is missing for that is said beside the button. */
export function TrainForm({ drawing, state, training }: TrainFormProps) {
  const { language, w } = useSpeak();
  const [rest, setRest] = useState('');
  const [minArea, setMinArea] = useState<number | null>(null);
  const { share, error, train } = training;
  const used = new Set(drawing.polygons.map(({ className }) => className));
  if (rest !== '') used.add(rest);
  const isBusy = share !== null;
  const isReady = used.size > 1 && state === 'saved';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void train({ lang: language, ...(rest !== '' && { rest }), ...(minArea !== null && { minArea }) });
  };
  return (
    <form className="idle-train" onSubmit={submit}>
      <div className="zonal-choices">
        <button type="submit" className="plain" disabled={!isReady || isBusy}>
          {w('idleTrain')}
        </button>
        <span className="quiet small" role="status">
          {isBusy
            ? w('idleTraining', { percent: Math.round(100 * share) })
            : used.size < 2
              ? w('idleTwoClasses')
              : state === 'saved'
                ? ''
                : w('idleSaveFirst')}
        </span>
      </div>
      {isBusy && <progress value={share} aria-label={w('idleTrain')} />}
      <details>
        <summary>{w('estateOptions')}</summary>
        <div className="zonal-choices">
          <Select
            label={w('idleRest')}
            value={rest}
            choices={[
              { value: '', label: w('idleRestUnknown') },
              ...drawing.classes.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={setRest}
          />
          <NumberField
            label={w('idleMinArea')}
            value={minArea}
            range={[0, 1e9]}
            placeholder={w('idleUsual')}
            onValue={setMinArea}
          />
        </div>
      </details>
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
