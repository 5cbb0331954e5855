import type { ComplexityAnswer } from '../../api/contract.js';
import { usePost } from '../api.js';
import { TablesPage } from '../brought/tables-page.js';
import { useOwnTables } from '../brought/use-own-tables.js';
import type { Texts } from '../brought/use-tables.js';
import { ComplexityForm } from '../complexity/form.js';
import { ComplexityResult } from '../complexity/result.js';
import { useAddress } from '../router.js';
import { successorExample } from '../successors/example.js';

const example = (): Texts<'table'> => ({ table: successorExample().table });

/** Complexity of places and activities, of a shipped census or a table of the reader. */
export function Complexity() {
  const { query } = useAddress();
  const own = useOwnTables<'table'>(example);
  const { table } = own.texts;
  const number = (name: string) => {
    const value = Number(query.get(name) ?? 'NaN');
    return value >= 0 ? { [name]: value } : {};
  };
  const without = query.get('without');
  const body = {
    ...(table === undefined ? { census: query.get('year') ?? 'latest' } : { table: table.text }),
    ...(without !== null && { without: [without] }),
    ...number('shrink'),
    ...number('least'),
  };
  const { answer, error, busy } = usePost<ComplexityAnswer>('/api/complexity', body);
  return (
    <TablesPage
      title="complexityTitle"
      text="complexityText"
      form={<ComplexityForm own={own} answer={answer} />}
      asked={{ busy, error, computed: busy || answer === null ? null : { made: own.isExample } }}
      example="complexityExampleText"
      methods={[
        ['plan/complexity', 'method_complexity'],
        ['plan/successors', 'method_successors'],
      ]}
    >
      {answer !== null && <ComplexityResult answer={answer} chosen={query.get('city')} />}
    </TablesPage>
  );
}
