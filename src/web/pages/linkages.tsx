import { TablesFiles } from '../brought/tables-form.js';
import { TablesPage } from '../brought/tables-page.js';
import { useSpeak } from '../language.js';
import { LinkagesResult } from '../linkages/result.js';
import { type LinkagesField, useLinkages } from '../linkages/use-linkages.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';

const files = [
  ['flows', 'linkagesFlows', '.csv,.txt'],
  ['output', 'linkagesOutput', '.csv,.txt'],
  ['jobs', 'linkagesJobs', '.csv,.txt'],
] as const satisfies readonly (readonly [LinkagesField, WordKey, string])[];

/** How far sectors pull one another, of the national table or of tables of the reader. */
export function Linkages() {
  const { w } = useSpeak();
  const asked = useLinkages();
  const { answer, error, busy, made, half, isOwn, extract } = asked;
  const shown = half || error !== null ? null : answer;
  return (
    <TablesPage
      title="linkagesTitle"
      text="linkagesText"
      form={<LinkagesForm asked={asked} />}
      asked={{ busy, error: half ? null : error, computed: shown === null ? null : { made } }}
      example="linkagesExampleText"
      methods={[['plan/linkages', 'method_linkages']]}
    >
      {shown !== null && (
        <>
          <p className="quiet" data-table-used>
            {[
              w(isOwn ? 'linkagesOwn' : 'linkagesNational'),
              ...(shown.delta === null ? [] : [w('linkagesCity', { delta: shown.delta })]),
            ].join(w('listComma'))}
          </p>
          <LinkagesResult answer={shown} extract={extract} />
        </>
      )}
    </TablesPage>
  );
}

function LinkagesForm({ asked }: { readonly asked: ReturnType<typeof useLinkages> }) {
  const { w, t } = useSpeak();
  const { answer, files: chosen, extract, delta, choose, take, openExample, reset } = asked;
  const sectors = (answer?.sectors ?? []).map(({ sector, name }) => ({
    value: sector,
    label: name === null ? sector : `${sector} ${t(name)}`,
  }));
  return (
    <div className="zonal-form">
      <div className="zonal-files">
        <TablesFiles files={files} asked={{ texts: chosen, take }} />
        <Select
          label={w('linkagesExtract')}
          value={extract}
          choices={[{ value: '', label: w('linkagesNone') }, ...sectors]}
          onChange={(value) => choose({ extract: value })}
        />
        {chosen.jobs !== undefined && (
          <TextField
            label={w('linkagesDelta')}
            value={delta}
            type="number"
            onChange={(value) => choose({ delta: value })}
          />
        )}
      </div>
      <div className="zonal-choices">
        <button type="button" className="plain" onClick={openExample}>
          {w('openExample')}
        </button>
        <button type="button" className="plain" onClick={reset}>
          {w('linkagesBack')}
        </button>
      </div>
    </div>
  );
}
