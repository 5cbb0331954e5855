import type { SubmitEvent } from 'react';
import type { RoadmapAnswer } from '../../api/contract.js';
import { TextFileField } from '../estates/text-file-field.js';
import type { useEstates } from '../estates/use-estates.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import type { RoadmapField } from './example.js';

const files = [
  ['table', 'roadmapTable', '.csv,.txt'],
  ['scenarios', 'roadmapScenarios', '.yaml,.yml,.json'],
  ['jobs', 'roadmapJobs', '.csv,.txt'],
  ['successors', 'roadmapSuccessors', '.csv,.txt'],
  ['matches', 'roadmapMatches', '.csv,.txt'],
  ['labour', 'roadmapLabour', '.csv,.txt'],
] as const satisfies readonly (readonly [RoadmapField, WordKey, string])[];

/** Tables and scenarios of a roadmap. */
export function RoadmapForm(props: {
  readonly asked: ReturnType<typeof useEstates<RoadmapAnswer, RoadmapField>>;
}) {
  const { w } = useSpeak();
  const { texts, busy, take, compute, openExample } = props.asked;
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        compute();
      }}
    >
      <div className="zonal-files">
        {files.map(([field, word, accept]) => (
          <TextFileField
            key={field}
            label={w(word)}
            accept={accept}
            chosen={texts[field]}
            onText={(text) => take(field, text)}
          />
        ))}
      </div>
      <div className="zonal-choices">
        <button
          type="submit"
          className="plain"
          disabled={texts.table === undefined || texts.scenarios === undefined || busy}
        >
          {w('roadmapCompute')}
        </button>
        <button type="button" className="plain" disabled={busy} onClick={openExample}>
          {w('estateOpenExample')}
        </button>
      </div>
    </form>
  );
}
