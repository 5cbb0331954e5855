import { useId, useState } from 'react';
import type { CityAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { TextFileField, textOf } from '../brought/text-file-field.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import type { NamedText } from '../parts/table-field.js';
import { navigate } from '../router.js';
import { exampleCity } from './example.js';

/** What the reader chose besides the city, which stands in the address. */
export interface PlanChoice {
  readonly scenarios: readonly NamedText[];
  readonly budget: NamedText | null;
}

interface PlanFormProps {
  readonly city: string;
  readonly choice: PlanChoice;
  readonly onChoice: (choice: PlanChoice) => void;
}

/** City, plan files and budgets of a plan; the answer follows each choice. */
export function PlanForm({ city, choice, onChoice }: PlanFormProps) {
  const { language, w } = useSpeak();
  const { answer } = useAnswer<readonly CityAnswer[]>('/api/cities');
  const cities = (answer ?? []).map(({ id, name, province }) => ({
    value: id,
    label: language === 'zh' ? `${province.zh} ${name.zh}` : `${name.en || name.zh}, ${province.en}`,
  }));
  return (
    <form className="zonal-form" onSubmit={(event) => event.preventDefault()}>
      <div className="zonal-files">
        <Select
          label={w('cityPlanCity')}
          name="city"
          value={city}
          choices={[
            { value: '', label: w('cityPlanChoose') },
            ...cities.toSorted((a, b) => a.label.localeCompare(b.label, language)),
          ]}
          onChange={(value) => navigate(value === '' ? '/plan' : `/plan?city=${encodeURIComponent(value)}`)}
        />
        <PlanFiles choice={choice} onChoice={onChoice} />
        <TextFileField
          label={w('cityPlanBudget')}
          accept=".csv,.txt"
          chosen={choice.budget ?? undefined}
          onText={(budget) => onChoice({ ...choice, budget })}
        />
      </div>
      <div className="zonal-choices">
        <button
          type="button"
          className="plain"
          onClick={() => navigate(`/plan?city=${exampleCity}&example=1`)}
        >
          {w('openExample')}
        </button>
      </div>
    </form>
  );
}

function PlanFiles({ choice, onChoice }: Pick<PlanFormProps, 'choice' | 'onChoice'>) {
  const { w } = useSpeak();
  const id = useId();
  const [gone, setGone] = useState(false);
  const take = (files: readonly File[]) => {
    setGone(false);
    Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) }))).then(
      (scenarios) => onChoice({ ...choice, scenarios }),
      () => setGone(true),
    );
  };
  return (
    <div className="field">
      <label htmlFor={id}>{w('cityPlanFiles')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept=".yaml,.yml,.json"
        onChange={(event) => take([...(event.target.files ?? [])])}
      />
      {choice.scenarios.map(({ name }) => (
        <small key={name} className="quiet" data-chosen={name}>
          {w('estateChosen', { name })}
        </small>
      ))}
      {gone && <p role="alert">{w('fileGone')}</p>}
    </div>
  );
}
