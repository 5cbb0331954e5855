import type { KeptRun, TreatmentAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { restorationExamples, type TreatmentField } from './example.js';
import { PartLinks } from './part-links.js';
import { TreatmentResult } from './treatment-result.js';

const question: TablesQuestion<TreatmentField> = {
  path: '/api/restoration/treatment',
  sent: ['parcels', 'prices'],
  named: {},
  example: () => restorationExamples.treatment,
};

/** How sunken land is to be treated, by its depth and by whether it still sinks. */
export function TreatmentPart() {
  const { w } = useSpeak();
  const asked = useTables<TreatmentAnswer, TreatmentField>(question);
  const { computed, texts, options, choose } = asked;
  const { answer: runs } = useAnswer<readonly KeptRun[]>('/api/subsidence');
  const run = options.run ?? '';
  return (
    <TablesPage
      title="restoreTitle"
      text="restoreTreatmentText"
      form={
        <>
          <PartLinks current="treatment" />
          <TablesForm asked={asked} compute="restoreDecide" ready={texts.parcels !== undefined || run !== ''}>
            <div className="zonal-files">
              <TablesFiles
                files={[
                  ['parcels', 'restoreParcelsFile', '.csv,.txt'],
                  ['prices', 'restorePricesFile', '.csv,.txt'],
                ]}
                asked={asked}
              />
              <Select
                label={w('restoreRun')}
                value={run}
                choices={[
                  { value: '', label: w('restoreNoRun') },
                  ...(runs ?? []).map(({ id, label, from, to }) => ({
                    value: id,
                    label: `${label} (${from} – ${to})`,
                  })),
                ]}
                onChange={(value) => choose({ run: value })}
              />
            </div>
          </TablesForm>
        </>
      }
      asked={asked}
      example="restoreTreatmentExample"
      methods={[['plan/restoration-treatment', 'method_restoration_treatment']]}
    >
      {computed !== null && <TreatmentResult computed={computed} path={question.path} />}
    </TablesPage>
  );
}
