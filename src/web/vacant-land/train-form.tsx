import { type SubmitEvent, useState } from 'react';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import type { Drawing } from './drawing.js';
import type { SaveState } from './use-labels.js';
import type { Training, TrainWords } from './use-training.js';

interface TrainFormProps {
  readonly drawing: Drawing;
  readonly state: SaveState;
  readonly training: Training;
}

/** Trains with the saved labels; what is missing for that is said beside the button. */
export function TrainForm({ drawing, state, training }: TrainFormProps) {
  const { language, w } = useSpeak();
  const [words, setWords] = useState<TrainWords>({});
  const { share, error, train } = training;
  const used = new Set(drawing.polygons.map(({ className }) => className));
  if (words.rest !== undefined) used.add(words.rest);
  const lack: WordKey | null = used.size < 2 ? 'idleTwoClasses' : state === 'saved' ? null : 'idleSaveFirst';
  return (
    <form
      className="idle-train"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void train({ ...words, lang: language });
      }}
    >
      <div className="zonal-choices">
        <button type="submit" className="plain" disabled={lack !== null || share !== null}>
          {w('idleTrain')}
        </button>
        <span className="quiet small" role="status">
          {share !== null && w('idleTraining', { percent: Math.round(100 * share) })}
          {share === null && lack !== null && w(lack)}
        </span>
      </div>
      {share !== null && <progress value={share} aria-label={w('idleTrain')} />}
      <TrainOptions drawing={drawing} words={words} onWords={setWords} />
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}

interface TrainOptionsProps {
  readonly drawing: Drawing;
  readonly words: TrainWords;
  readonly onWords: (words: TrainWords) => void;
}

function TrainOptions({ drawing, words, onWords }: TrainOptionsProps) {
  const { w } = useSpeak();
  const choose = <Name extends keyof TrainWords>(name: Name, value: TrainWords[Name] | '' | null) => {
    const { [name]: _, ...others } = words;
    onWords(value === '' || value === null ? others : { ...others, [name]: value });
  };
  return (
    <details>
      <summary>{w('estateOptions')}</summary>
      <div className="zonal-choices">
        <Select
          label={w('idleRest')}
          value={words.rest ?? ''}
          choices={[
            { value: '', label: w('idleRestUnknown') },
            ...drawing.classes.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(rest) => choose('rest', rest)}
        />
        <NumberField
          label={w('idleMinArea')}
          value={words.minArea ?? null}
          range={[0, 1e9]}
          placeholder={w('idleUsual')}
          onValue={(minArea) => choose('minArea', minArea)}
        />
        <TextField
          label={w('groundCity')}
          value={words.findings ?? ''}
          onChange={(city) => choose('findings', city)}
        />
        <TextField
          label={w('idlePeriod')}
          value={words.period ?? ''}
          onChange={(year) => choose('period', year)}
        />
      </div>
    </details>
  );
}
