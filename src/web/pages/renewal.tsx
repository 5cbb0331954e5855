import type { RenewalAnswer } from '../../api/contract.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type RenewalField, renewalExample } from '../renewal/example.js';
import { RenewalForm } from '../renewal/form.js';
import { RenewalResult } from '../renewal/result.js';

const question: TablesQuestion<RenewalField> = {
  path: '/api/renewal',
  sent: ['projects', 'budget', 'precedence', 'capacity', 'parcels'],
  named: {},
  example: renewalExample,
  exampleOptions: { livelihoodShare: '0.5', discount: '0.95' },
};

/** What to renew in which year, from tables of the reader. */
export function Renewal() {
  const asked = useTables<RenewalAnswer, RenewalField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="renewalTitle"
      text="renewalText"
      form={<RenewalForm asked={asked} />}
      asked={asked}
      example="renewalExampleText"
      methods={[['plan/renewal', 'method_renewal']]}
    >
      {computed !== null && <RenewalResult answer={computed.answer} />}
    </TablesPage>
  );
}
