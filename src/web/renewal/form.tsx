import type { RenewalAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import type { RenewalField } from './example.js';

const files = [
  ['projects', 'renewalProjects', '.csv,.txt'],
  ['budget', 'renewalBudget', '.csv,.txt'],
  ['precedence', 'renewalPrecedence', '.csv,.txt'],
  ['capacity', 'renewalCapacity', '.csv,.txt'],
  ['parcels', 'renewalParcels', '.csv,.txt'],
] as const satisfies readonly (readonly [RenewalField, WordKey, string])[];

const options = [
  ['livelihoodShare', 'renewalShare'],
  ['discount', 'renewalDiscount'],
  ['draws', 'renewalDraws'],
  ['timeLimit', 'renewalLimit'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** Tables and options of a renewal plan. */
export function RenewalForm(props: {
  readonly asked: ReturnType<typeof useTables<RenewalAnswer, RenewalField>>;
}) {
  const { asked } = props;
  const { w } = useSpeak();
  const { texts } = asked;
  return (
    <TablesForm
      asked={asked}
      compute="renewalCompute"
      ready={texts.projects !== undefined && texts.budget !== undefined}
    >
      <div className="zonal-files">
        <TablesFiles files={files} asked={asked} />
      </div>
      <div className="zonal-choices">
        {options.map(([option, word]) => (
          <TextField
            key={option}
            label={w(word)}
            value={asked.options[option] ?? ''}
            onChange={(value) => asked.choose({ [option]: value })}
          />
        ))}
      </div>
    </TablesForm>
  );
}
