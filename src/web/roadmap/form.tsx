import type { RoadmapAnswer } from '../../api/contract.js';
import { EstateFiles, EstateForm } from '../estates/estate-form.js';
import type { useEstates } from '../estates/use-estates.js';
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
  const { asked } = props;
  const { texts } = asked;
  return (
    <EstateForm
      estates={asked}
      compute="roadmapCompute"
      ready={texts.table !== undefined && texts.scenarios !== undefined}
    >
      <div className="zonal-files">
        <EstateFiles files={files} estates={asked} />
      </div>
    </EstateForm>
  );
}
