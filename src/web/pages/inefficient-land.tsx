import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { landExample } from '../estates/land-example.js';
import { type LandField, LandForm } from '../estates/land-form.js';
import { LandResult } from '../estates/land-result.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { useTitle } from '../parts/title.js';

const question: EstateQuestion<LandField> = {
  path: '/api/inefficient-land',
  sent: ['plots', 'buildings', 'attributes'],
  named: { plots: 'plotsName' },
  example: landExample,
  check: (field, { name, text }) => {
    if (field !== 'attributes') readZones(text, name);
  },
};

/** Plots with their density, use and judgement, from files of the reader. */
export function InefficientLand() {
  const { w } = useSpeak();
  const estates = useEstates<LandAnswer, LandField>(question);
  const { busy, error, computed } = estates;
  useTitle(w('landTitle'));
  return (
    <div className="reading wide-reading estates">
      <h1>{w('landTitle')}</h1>
      <p>{w('landText')}</p>
      <p className="quiet small">{w('landTableText')}</p>
      <LandForm estates={estates} />
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {computed?.made && (
          <div className="note warning" role="note" data-made>
            <strong>{w('estateExample')}</strong>
            <p>{w('landExampleText')}</p>
          </div>
        )}
        {computed !== null && <LandResult computed={computed} />}
      </div>
      <MethodLinks
        pages={[
          ['locate/inefficient-land', 'method_land'],
          ['locate/zonal', 'zonal'],
        ]}
      />
    </div>
  );
}
