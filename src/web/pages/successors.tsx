import type { SuccessorsAnswer } from '../../api/contract.js';
import { usePost } from '../api.js';
import { TablesPage } from '../brought/tables-page.js';
import { useOwnTables } from '../brought/use-own-tables.js';
import { useAddress } from '../router.js';
import {
  examplePlace,
  exampleWithout,
  type SuccessorField,
  successorExample,
} from '../successors/example.js';
import { SuccessorsForm } from '../successors/form.js';
import { SuccessorsResult } from '../successors/result.js';

/** Activities that could follow the resource of a city, and what would have to be true for each. */
export function Successors() {
  const { query } = useAddress();
  const own = useOwnTables<SuccessorField>(successorExample);
  const place = query.get('city') ?? (own.isExample ? examplePlace : '');
  const year = query.get('year') ?? '';
  const texts = Object.entries(own.texts).map(([field, file]) => [field, file.text]);
  const body =
    place === ''
      ? null
      : {
          place,
          ...(year !== '' && own.texts.table === undefined && { census: year }),
          ...(own.isExample && { without: [exampleWithout] }),
          ...(Object.fromEntries(texts) as object),
        };
  const { answer, error, busy } = usePost<SuccessorsAnswer>('/api/successors', body);
  const shown = body === null || busy ? null : answer;
  return (
    <TablesPage
      title="successorsTitle"
      text="successorsText"
      form={<SuccessorsForm key={place} own={own} place={place} year={year} years={answer?.periods ?? []} />}
      asked={{ busy, error, computed: shown === null ? null : { made: own.isExample } }}
      example="successorsExampleText"
      methods={[
        ['plan/successors', 'method_successors'],
        ['plan/complexity', 'method_complexity'],
      ]}
    >
      {shown !== null && <SuccessorsResult key={JSON.stringify(body)} answer={shown} />}
    </TablesPage>
  );
}
