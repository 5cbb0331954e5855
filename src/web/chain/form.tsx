import type { ChainAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import type { ChainExample, ChainField } from './examples.js';

const files = [
  ['nodes', 'chainNodes', '.csv,.txt'],
  ['edges', 'chainEdges', '.csv,.txt'],
  ['firms', 'chainFirms', '.csv,.txt'],
  ['records', 'chainRecords', '.csv,.txt'],
  ['pools', 'chainPools', '.csv,.txt'],
  ['partners', 'chainPartners', '.csv,.txt'],
] as const satisfies readonly (readonly [ChainField, WordKey, string])[];

const examples = [
  ['made', 'chainMade'],
  ['tongling', 'chainTongling'],
  ['changzhi', 'chainChangzhi'],
] as const satisfies readonly (readonly [ChainExample, WordKey])[];

/** Tables of a chain and its name. */
export function ChainForm(props: { readonly asked: ReturnType<typeof useTables<ChainAnswer, ChainField>> }) {
  const { asked } = props;
  const { texts, options, choose } = asked;
  const { w } = useSpeak();
  return (
    <TablesForm
      asked={asked}
      compute="chainCompute"
      ready={texts.nodes !== undefined && texts.edges !== undefined}
      examples={examples}
    >
      <div className="zonal-files">
        <TablesFiles files={files} asked={asked} />
        <TextField
          label={w('chainName')}
          value={options.title ?? ''}
          onChange={(title) => choose({ title })}
        />
      </div>
    </TablesForm>
  );
}
