import type { SubmitEvent } from 'react';
import { useSpeak } from '../language.js';
import { NumberField } from '../parts/number-field.js';
import { TextField } from '../parts/text-field.js';
import { ChosenFiles, DisorderFile } from './disorder-form.js';
import type { DisorderWork } from './use-disorder.js';

/** How far apart points are, of which season pictures count, and the pictures that there are. */
export function PlanForm({ work }: { readonly work: DisorderWork }) {
  const { w } = useSpeak();
  const { files, choices, choose, planned } = work;
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void work.plan();
      }}
    >
      <div className="zonal-files">
        <DisorderFile name="taken" work={work} />
      </div>
      <ChosenFiles work={work} names={['streets', 'taken']} />
      <div className="zonal-choices">
        <NumberField
          label={w('disorderSpacing')}
          value={choices.spacing}
          range={[1, 10_000]}
          placeholder={w('disorderUsual')}
          onValue={(spacing) => choose({ spacing })}
        />
        {files.taken !== undefined && (
          <>
            <NumberField
              label={w('disorderWithin')}
              value={choices.within}
              range={[1, 10_000]}
              placeholder={w('disorderHalf')}
              onValue={(within) => choose({ within })}
            />
            <TextField
              label={w('disorderMonths')}
              value={choices.months}
              onChange={(months) => choose({ months })}
            />
            <TextField
              label={w('disorderHours')}
              value={choices.hours}
              onChange={(hours) => choose({ hours })}
            />
          </>
        )}
      </div>
      <button type="submit" className="plain" disabled={files.streets === undefined || planned.busy}>
        {w('disorderPlanCompute')}
      </button>
      {files.streets === undefined && <p className="quiet small">{w('disorderPlanNeeds')}</p>}
    </form>
  );
}
