import type { RestorationAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type LedgerField, restorationExamples } from './example.js';
import { LedgerResult } from './ledger-result.js';
import { PartLinks } from './part-links.js';

const question: TablesQuestion<LedgerField> = {
  path: '/api/restoration',
  sent: ['ledger'],
  named: {},
  example: () => restorationExamples.ledger,
};

/** Costs and benefits of projects, from the published ratio to a discounted one. */
export function LedgerPart() {
  const asked = useTables<RestorationAnswer, LedgerField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="restoreTitle"
      text="restoreLedgerText"
      form={
        <>
          <PartLinks current="ledger" />
          <TablesForm asked={asked} compute="restoreCompute" ready={asked.texts.ledger !== undefined}>
            <div className="zonal-files">
              <TablesFiles files={[['ledger', 'restoreLedgerFile', '.csv,.txt']]} asked={asked} />
            </div>
          </TablesForm>
        </>
      }
      asked={asked}
      example="restoreLedgerExample"
      methods={[['plan/restoration', 'method_restoration']]}
    >
      {computed !== null && <LedgerResult computed={computed} path={question.path} />}
    </TablesPage>
  );
}
