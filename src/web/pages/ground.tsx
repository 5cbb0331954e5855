import { readZones } from '../../locate/index.js';
import { EstatePage } from '../estates/estate-page.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';
import { type GroundField, GroundForm, type GroundLoaded, groundFields } from '../ground/ground-form.js';
import { GroundResult } from '../ground/ground-result.js';
import { madeGround } from '../ground/made-ground.js';

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
  const estates = useEstates<GroundLoaded, GroundField>(question);
  const { computed } = estates;
  return (
    <EstatePage
      title="sumTitle"
      text="sumText"
      tables="sumPlacesText"
      form={<GroundForm estates={estates} />}
      estates={estates}
      example="sumExampleText"
      methods={[
        ['locate/ground-sum', 'method_ground'],
        ['locate/zonal', 'zonal'],
      ]}
    >
      {computed !== null && <GroundResult computed={computed} />}
    </EstatePage>
  );
}
