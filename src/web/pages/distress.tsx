import type { DistressAnswer } from '../../api/contract.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { distressExample } from '../distress/example.js';
import { DistressForm } from '../distress/form.js';
import { DistressResult } from '../distress/result.js';

const question: TablesQuestion<'table'> = {
  path: '/api/distress',
  sent: ['table'],
  named: {},
  example: distressExample,
};

/** Economic status of counties by rank, each rank with its interval, from a table of the reader. */
export function Distress() {
  const asked = useTables<DistressAnswer, 'table'>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="distressTitle"
      text="distressText"
      form={<DistressForm asked={asked} />}
      asked={asked}
      example="distressExampleText"
      methods={[['identify/county-distress', 'method_county_distress']]}
    >
      {computed !== null && <DistressResult answer={computed.answer} />}
    </TablesPage>
  );
}
