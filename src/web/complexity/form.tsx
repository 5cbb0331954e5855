import type { ComplexityAnswer } from '../../api/contract.js';
import { TablesFiles } from '../brought/tables-form.js';
import type { useOwnTables } from '../brought/use-own-tables.js';
import { useSpeak } from '../language.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import { navigate, withQuery } from '../router.js';

const files = [['table', 'complexityTable', '.csv,.txt']] as const;

/** Census or own table, what is left out the second time, shrinkage and the least that counts; each stands in the address. */
export function ComplexityForm({
  own,
  answer,
}: {
  readonly own: ReturnType<typeof useOwnTables<'table'>>;
  readonly answer: ComplexityAnswer | null;
}) {
  const { w, t } = useSpeak();
  const query = new URLSearchParams(location.search);
  const set = (changes: Readonly<Record<string, string | null>>) => navigate(withQuery(changes), true);
  const number = (name: string) => (query.get(name) === null ? null : Number(query.get(name)));
  return (
    <div className="zonal-form">
      <div className="assessment-controls">
        {own.texts.table === undefined && (
          <Select
            label={w('complexityCensus')}
            value={query.get('year') ?? answer?.period ?? ''}
            choices={(answer?.periods ?? []).map((year) => ({ value: year, label: year }))}
            onChange={(year) => set({ year })}
          />
        )}
        <Select
          label={w('complexityLeaveOut')}
          value={query.get('without') ?? ''}
          choices={[
            { value: '', label: w('complexityNothing') },
            ...(answer?.activities ?? []).map(({ activity, name }) => {
              return { value: activity, label: name === null ? activity : t(name) };
            }),
          ]}
          onChange={(without) => set({ without })}
        />
        <NumberField
          label={w('complexityShrink')}
          value={number('shrink')}
          range={[0, 1e9]}
          onValue={(value) => set({ shrink: value === null ? null : String(value) })}
        />
        <NumberField
          label={w('complexityLeast')}
          value={number('least')}
          range={[0, 1e9]}
          onValue={(value) => set({ least: value === null ? null : String(value) })}
        />
      </div>
      <div className="zonal-files">
        <TablesFiles files={files} asked={own} />
      </div>
      <div className="zonal-choices">
        <button
          type="button"
          className="plain"
          onClick={() => navigate(withQuery({ example: '1', city: null, year: null, without: null }))}
        >
          {w('openExample')}
        </button>
      </div>
    </div>
  );
}
