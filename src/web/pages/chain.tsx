import type { ChainAnswer } from '../../api/contract.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type ChainField, chainExample, chainExampleNames, chainFields } from '../chain/examples.js';
import { ChainForm } from '../chain/form.js';
import { ChainResult } from '../chain/result.js';

const question: TablesQuestion<ChainField> = {
  path: '/api/chain',
  sent: chainFields,
  named: {},
  example: chainExample,
  examples: chainExampleNames,
};

/** What to do about the nodes of an industry chain, from tables of the reader. */
export function Chain() {
  const asked = useTables<ChainAnswer, ChainField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="chainTitle"
      text="chainText"
      form={<ChainForm asked={asked} />}
      asked={asked}
      exampleTitle="chainExampleTitle"
      example="chainExampleText"
      methods={[['plan/chain', 'method_chain']]}
    >
      {computed !== null && <ChainResult answer={computed.answer} body={computed.body} />}
    </TablesPage>
  );
}
