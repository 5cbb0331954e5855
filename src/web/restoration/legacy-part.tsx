import type { LegacyAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type LegacyField, restorationExamples } from './example.js';
import { LegacyResult } from './legacy-result.js';
import { PartLinks } from './part-links.js';

const question: TablesQuestion<LegacyField> = {
  path: '/api/restoration/legacy',
  sent: ['legacy', 'paces'],
  named: {},
  example: () => restorationExamples.legacy,
};

/** How treatment keeps up with new subsidence. */
export function LegacyPart() {
  const asked = useTables<LegacyAnswer, LegacyField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="restoreTitle"
      text="restoreLegacyText"
      form={
        <>
          <PartLinks current="legacy" />
          <TablesForm asked={asked} compute="restoreFollow" ready={asked.texts.legacy !== undefined}>
            <div className="zonal-files">
              <TablesFiles
                files={[
                  ['legacy', 'restoreLegacyFile', '.csv,.txt'],
                  ['paces', 'restorePacesFile', '.csv,.txt'],
                ]}
                asked={asked}
              />
            </div>
          </TablesForm>
        </>
      }
      asked={asked}
      example="restoreLegacyExample"
      methods={[['plan/restoration-legacy', 'method_restoration_legacy']]}
    >
      {computed !== null && <LegacyResult computed={computed} path={question.path} />}
    </TablesPage>
  );
}
