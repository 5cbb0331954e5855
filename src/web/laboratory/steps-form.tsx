import { memo } from 'react';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import type { WordKey } from '../words.js';
import type { Sheet } from './messages.js';
import { choices, type Settings, type Step } from './settings.js';
import type { Change } from './use-settings.js';

const order: readonly Step[] = [
  'impute',
  'treat',
  'normalise',
  'scale',
  'weigh',
  'scope',
  'aggregate',
  'coverage',
];
const dataWeights: readonly string[] = ['entropy', 'critic', 'std', 'pca', 'merec', 'gini'];

interface StepsFormProps {
  readonly steps: Settings['steps'];
  readonly sheet: Sheet;
  readonly change: Change;
}

/** A choice for every step of the index; only what can be chosen for this table. */
export const StepsForm = memo(function StepsForm({ steps, sheet, change }: StepsFormProps) {
  const { w } = useSpeak();
  const set = (step: Step) => (value: string) =>
    change((old) => ({ ...old, steps: { ...old.steps, [step]: value } as Settings['steps'] }));
  return (
    <div className="lab-steps">
      {order
        .filter((step) => isOffered(step, steps, sheet))
        .map((step) => (
          <Select
            key={step}
            name={step}
            label={w(`labStep_${step}`)}
            value={steps[step]}
            choices={choicesOf(step, steps, sheet).map((value) => ({ value, label: w(wordOf(step, value)) }))}
            onChange={set(step)}
          />
        ))}
    </div>
  );
});

function isOffered(step: Step, steps: Settings['steps'], { times }: Sheet): boolean {
  if (step === 'scale') return times.length > 1;
  return step !== 'scope' || dataWeights.includes(steps.weigh);
}

function choicesOf(step: Step, steps: Settings['steps'], { times, hasGoalposts }: Sheet): readonly string[] {
  return choices[step].filter((choice: string) => {
    if (choice === 'goalposts') return hasGoalposts;
    if (choice === 'latest' || choice === 'linear') return times.length > 1;
    return choice !== 'moved' || steps.weigh === 'moved';
  });
}

/** The word of a choice; every step calls its own usual way the same. */
export function wordOf(step: Step, choice: string): WordKey {
  return choice === 'own' ? 'labOwn' : (`lab_${step}_${choice}` as WordKey);
}
