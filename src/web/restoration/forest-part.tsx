import type { ForestAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type ForestField, restorationExamples } from './example.js';
import { ForestResult } from './forest-result.js';
import { PartLinks } from './part-links.js';

const question: TablesQuestion<ForestField> = {
  path: '/api/restoration/forest',
  sent: ['stands', 'factors', 'credit'],
  named: {},
  example: () => restorationExamples.forest,
};

/** What forests hold, take up and could have credited. */
export function ForestPart() {
  const asked = useTables<ForestAnswer, ForestField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="restoreTitle"
      text="restoreForestText"
      form={
        <>
          <PartLinks current="forest" />
          <TablesForm asked={asked} compute="restoreCount" ready={asked.texts.stands !== undefined}>
            <div className="zonal-files">
              <TablesFiles
                files={[
                  ['stands', 'restoreStandsFile', '.csv,.txt'],
                  ['factors', 'restoreFactorsFile', '.csv,.txt'],
                  ['credit', 'restoreCreditFile', '.csv,.txt'],
                ]}
                asked={asked}
              />
            </div>
          </TablesForm>
        </>
      }
      asked={asked}
      example="restoreForestExample"
      methods={[['plan/forest-carbon', 'method_forest_carbon']]}
    >
      {computed !== null && <ForestResult computed={computed} path={question.path} />}
    </TablesPage>
  );
}
