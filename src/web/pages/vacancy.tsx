import { useMemo } from 'react';
import type { VacancyAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { vacancyExample } from '../estates/vacancy-example.js';
import { type VacancyField, VacancyForm } from '../estates/vacancy-form.js';
import { VacancyResult } from '../estates/vacancy-result.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { MethodLinks } from '../parts/method-links.js';
import { useTitle } from '../parts/title.js';

const question: EstateQuestion<VacancyField> = {
  path: '/api/vacancy',
  sent: ['estates', 'occupied', 'checked'],
  named: { estates: 'estatesName' },
  kept: ['placesCrs'],
  example: () => vacancyExample().texts,
  check: (field, { name, text }) => {
    if (field === 'places') readZones(text, name);
  },
};

/** Vacant homes of estates and of the city, from tables of the reader. */
export function Vacancy() {
  const { w } = useSpeak();
  const estates = useEstates<VacancyAnswer, VacancyField>(question);
  const { busy, error, computed } = estates;
  const isMade = computed?.made === true;
  const truth = useMemo(() => (isMade ? vacancyExample().rate : null), [isMade]);
  useTitle(w('vacancyTitle'));
  return (
    <div className="reading wide-reading estates">
      <h1>{w('vacancyTitle')}</h1>
      <p>{w('vacancyText')}</p>
      <p className="quiet small">{w('vacancyTableText')}</p>
      <VacancyForm estates={estates} />
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('zonalBusy')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {isMade && (
          <div className="note warning" role="note" data-made>
            <strong>{w('estateExample')}</strong>
            <p>{w('vacancyExampleText')}</p>
          </div>
        )}
        {computed !== null && <VacancyResult computed={computed} truth={truth} />}
      </div>
      <MethodLinks pages={[['locate/vacancy', 'method_vacancy']]} />
    </div>
  );
}
