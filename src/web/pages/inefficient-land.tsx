import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { EstatePage } from '../estates/estate-page.js';
import { landExample } from '../estates/land-example.js';
import { type LandField, LandForm } from '../estates/land-form.js';
import { LandResult } from '../estates/land-result.js';
import { type EstateQuestion, useEstates } from '../estates/use-estates.js';

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
  const estates = useEstates<LandAnswer, LandField>(question);
  const { computed } = estates;
  return (
    <EstatePage
      title="landTitle"
      text="landText"
      tables="landTableText"
      form={<LandForm estates={estates} />}
      estates={estates}
      example="landExampleText"
      methods={[
        ['locate/inefficient-land', 'method_land'],
        ['locate/zonal', 'zonal'],
      ]}
    >
      {computed !== null && <LandResult computed={computed} />}
    </EstatePage>
  );
}
