import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { landExample } from '../estates/land-example.js';
import { type LandField, LandForm } from '../estates/land-form.js';
import { LandResult } from '../estates/land-result.js';

const question: TablesQuestion<LandField> = {
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
  const asked = useTables<LandAnswer, LandField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="landTitle"
      text="landText"
      tables="landTableText"
      form={<LandForm asked={asked} />}
      asked={asked}
      example="landExampleText"
      methods={[
        ['locate/inefficient-land', 'method_land'],
        ['locate/zonal', 'zonal'],
      ]}
    >
      {computed !== null && <LandResult computed={computed} />}
    </TablesPage>
  );
}
