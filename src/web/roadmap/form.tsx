import type { RoadmapAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
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
  readonly asked: ReturnType<typeof useTables<RoadmapAnswer, RoadmapField>>;
}) {
  const { asked } = props;
  const { texts } = asked;
  return (
    <TablesForm
      asked={asked}
      compute="roadmapCompute"
      ready={texts.table !== undefined && texts.scenarios !== undefined}
    >
      <div className="zonal-files">
        <TablesFiles files={files} asked={asked} />
      </div>
    </TablesForm>
  );
}
