import type { RoadmapAnswer } from '../../api/contract.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type RoadmapField, roadmapExample } from '../roadmap/example.js';
import { RoadmapForm } from '../roadmap/form.js';
import { RoadmapResult } from '../roadmap/result.js';

const question: TablesQuestion<RoadmapField> = {
  path: '/api/roadmap',
  sent: ['table', 'scenarios', 'jobs', 'successors', 'matches', 'labour'],
  named: {},
  example: roadmapExample,
};

/** When emissions may peak, and who loses and finds a job, from tables of the reader. */
export function Roadmap() {
  const asked = useTables<RoadmapAnswer, RoadmapField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="roadmapTitle"
      text="roadmapText"
      form={<RoadmapForm asked={asked} />}
      asked={asked}
      example="roadmapExampleText"
      methods={[
        ['plan/roadmap-carbon', 'method_roadmap_carbon'],
        ['plan/roadmap-jobs', 'method_roadmap_jobs'],
      ]}
    >
      {computed !== null && <RoadmapResult answer={computed.answer} />}
    </TablesPage>
  );
}
