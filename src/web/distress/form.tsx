import type { DistressAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { TextField } from '../parts/text-field.js';

const files = [['table', 'distressTable', '.csv,.txt']] as const;

/** The table of counties, the row of the country, and the day of thresholds to hold beside. */
export function DistressForm(props: {
  readonly asked: ReturnType<typeof useTables<DistressAnswer, 'table'>>;
}) {
  const { w } = useSpeak();
  const { texts, options, choose } = props.asked;
  return (
    <TablesForm asked={props.asked} compute="distressCompute" ready={texts.table !== undefined}>
      <div className="zonal-files">
        <TablesFiles files={files} asked={props.asked} />
        <TextField
          label={w('distressCountry')}
          value={options['country'] ?? ''}
          onChange={(value) => choose({ country: value })}
        />
        <TextField
          label={w('distressDay')}
          value={options['thresholdsOf'] ?? ''}
          type="date"
          onChange={(value) => choose({ thresholdsOf: value })}
        />
      </div>
    </TablesForm>
  );
}
