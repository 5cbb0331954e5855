import { readZones } from '../../locate/index.js';
import { TablesPage } from '../brought/tables-page.js';
import { type TablesQuestion, useTables } from '../brought/use-tables.js';
import { type GroundField, GroundForm, type GroundLoaded, groundFields } from '../ground/ground-form.js';
import { GroundResult } from '../ground/ground-result.js';
import { madeGround } from '../ground/made-ground.js';

const question: TablesQuestion<GroundField> = {
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
  const asked = useTables<GroundLoaded, GroundField>(question);
  const { computed } = asked;
  return (
    <TablesPage
      title="sumTitle"
      text="sumText"
      tables="sumPlacesText"
      form={<GroundForm asked={asked} />}
      asked={asked}
      example="sumExampleText"
      methods={[
        ['locate/ground-sum', 'method_ground'],
        ['locate/zonal', 'zonal'],
      ]}
    >
      {computed !== null && <GroundResult computed={computed} />}
    </TablesPage>
  );
}
