import { useMemo } from 'react';
import type { VacancyAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { vacancyExample } from '../estates/vacancy-example.js';
import { type VacancyField, VacancyForm } from '../estates/vacancy-form.js';
import { VacancyResult } from '../estates/vacancy-result.js';

const question: TablesQuestion<VacancyField> = {
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
  const asked = useTables<VacancyAnswer, VacancyField>(question);
  const { computed } = asked;
  const isMade = computed?.made === true;
  const truth = useMemo(() => (isMade ? vacancyExample().rate : null), [isMade]);
  return (
    <TablesPage
      title="vacancyTitle"
      text="vacancyText"
      tables="vacancyTableText"
      form={<VacancyForm asked={asked} />}
      asked={asked}
      example="vacancyExampleText"
      methods={[['locate/vacancy', 'method_vacancy']]}
    >
      {computed !== null && <VacancyResult computed={computed} truth={truth} />}
    </TablesPage>
  );
}
