import type { RoadmapAnswer } from '../../api/contract.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { useTitle } from '../parts/title.js';
import { type RoadmapField, roadmapExample } from '../roadmap/example.js';
import { RoadmapForm } from '../roadmap/form.js';
import { RoadmapResult } from '../roadmap/result.js';

const question: EstateQuestion<RoadmapField> = {
  path: '/api/roadmap',
  sent: ['table', 'scenarios', 'jobs', 'successors', 'matches', 'labour'],
  named: {},
  example: roadmapExample,
};

/** When emissions may peak, and who loses and finds a job, from tables of the reader. */
export function Roadmap() {
  const { w } = useSpeak();
  const asked = useEstates<RoadmapAnswer, RoadmapField>(question);
  const { busy, error, computed } = asked;
  useTitle(w('roadmapTitle'));
  return (
    <div className="reading wide-reading estates">
      <h1>{w('roadmapTitle')}</h1>
      <p>{w('roadmapText')}</p>
      <RoadmapForm asked={asked} />
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {computed?.made === true && (
          <div className="note warning" role="note" data-made>
            <strong>{w('estateExample')}</strong>
            <p>{w('roadmapExampleText')}</p>
          </div>
        )}
        {computed !== null && <RoadmapResult answer={computed.answer} />}
      </div>
      <MethodLinks
        pages={[
          ['plan/roadmap-carbon', 'method_roadmap_carbon'],
          ['plan/roadmap-jobs', 'method_roadmap_jobs'],
        ]}
      />
    </div>
  );
}
