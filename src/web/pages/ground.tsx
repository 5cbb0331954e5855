import { readZones } from '../../locate/index.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { type GroundField, GroundForm, type GroundLoaded, groundFields } from '../ground/ground-form.js';
import { GroundResult } from '../ground/ground-result.js';
import { madeGround } from '../ground/made-ground.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { useTitle } from '../parts/title.js';

const question: EstateQuestion<GroundField> = {
  path: '/api/ground',
  sent: groundFields,
  named: {},
  example: () => madeGround(),
  check: (field, { name, text }) => {
    if (field === 'area' || field === 'parcels') readZones(text, name);
  },
};

/** The five kinds of problem on the ground together, and zones with many findings and many complaints. */
export function Ground() {
  const { w } = useSpeak();
  const estates = useEstates<GroundLoaded, GroundField>(question);
  const { busy, error, computed } = estates;
  useTitle(w('sumTitle'));
  return (
    <div className="reading wide-reading estates">
      <h1>{w('sumTitle')}</h1>
      <p>{w('sumText')}</p>
      <p className="quiet small">{w('sumPlacesText')}</p>
      <GroundForm estates={estates} />
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {computed?.made && (
          <div className="note warning" role="note" data-made>
            <strong>{w('estateExample')}</strong>
            <p>{w('sumExampleText')}</p>
          </div>
        )}
        {computed !== null && <GroundResult computed={computed} />}
      </div>
      <MethodLinks
        pages={[
          ['locate/ground-sum', 'method_ground'],
          ['locate/zonal', 'zonal'],
        ]}
      />
    </div>
  );
}
