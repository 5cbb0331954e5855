import { useMemo } from 'react';
import type { VacancyAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { EstatePage } from '../estates/estate-page.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { vacancyExample } from '../estates/vacancy-example.js';
import { type VacancyField, VacancyForm } from '../estates/vacancy-form.js';
import { VacancyResult } from '../estates/vacancy-result.js';

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
  const estates = useEstates<VacancyAnswer, VacancyField>(question);
  const { computed } = estates;
  const isMade = computed?.made === true;
  const truth = useMemo(() => (isMade ? vacancyExample().rate : null), [isMade]);
  return (
    <EstatePage
      title="vacancyTitle"
      text="vacancyText"
      tables="vacancyTableText"
      form={<VacancyForm estates={estates} />}
      estates={estates}
      example="vacancyExampleText"
      methods={[['locate/vacancy', 'method_vacancy']]}
    >
      {computed !== null && <VacancyResult computed={computed} truth={truth} />}
    </EstatePage>
  );
}
