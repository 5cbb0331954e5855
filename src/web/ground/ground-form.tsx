import type { GroundAnswer, GroundShown } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';

const layerFile = '.geojson,.json';
const pointFile = '.csv,.txt,.geojson,.json';
const layers = [
  ['subsidence', 'sumSubsidence', layerFile],
  ['disorder', 'sumDisorder', layerFile],
  ['vacantLand', 'sumVacantLand', layerFile],
  ['vacancy', 'sumVacancy', layerFile],
  ['inefficientLand', 'sumLand', layerFile],
  ['area', 'sumArea', layerFile],
  ['parcels', 'sumParcels', layerFile],
] as const satisfies readonly (readonly [string, WordKey, string])[];
const points = [
  ['found', 'sumFound', pointFile],
  ['complaints', 'sumComplaintFile', pointFile],
  ['projects', 'sumProjectFile', pointFile],
] as const satisfies readonly (readonly [string, WordKey, string])[];

/** Options in words, by their names in the API. */
const options = [
  ['cell', 'sumCellSide'],
  ['zoneCell', 'sumZoneSide'],
  ['quantile', 'sumQuantile'],
  ['buffer', 'sumBuffer'],
  ['metres', 'sumMetres'],
  ['crs', 'landCrs'],
  ['parcelId', 'sumParcelId'],
  ['streetReach', 'sumReach'],
  ['ledger', 'sumLedger'],
  ['period', 'sumPeriod'],
] as const satisfies readonly (readonly [string, WordKey])[];

export type GroundField = (typeof layers)[number][0] | (typeof points)[number][0];
export type GroundLoaded = GroundAnswer & GroundShown;
type GroundAsked = ReturnType<typeof useTables<GroundLoaded, GroundField>>;

/** Names of all fields, as the API has them. */
export const groundFields: readonly GroundField[] = [...layers, ...points].map(([field]) => field);

/** Layers, points and options of the sum. */
export function GroundForm({ asked }: { readonly asked: GroundAsked }) {
  const { w } = useSpeak();
  const { texts } = asked;
  return (
    <TablesForm asked={asked} compute="sumCompute" ready={Object.keys(texts).length > 0}>
      <fieldset className="sum-files">
        <legend>{w('sumLayers')}</legend>
        <TablesFiles files={layers} asked={asked} />
      </fieldset>
      <fieldset className="sum-files">
        <legend>{w('sumPoints')}</legend>
        <TablesFiles files={points} asked={asked} />
      </fieldset>
      <GroundOptions asked={asked} />
    </TablesForm>
  );
}

function GroundOptions({ asked: { options: said, choose } }: { readonly asked: GroundAsked }) {
  const { w } = useSpeak();
  return (
    <details>
      <summary>{w('estateOptions')}</summary>
      <div className="zonal-choices">
        <Select
          label={w('sumLandBy')}
          value={said.landBy ?? ''}
          choices={[
            { value: '', label: w('sumByArea') },
            { value: 'score', label: w('sumByScore') },
          ]}
          onChange={(landBy) => choose({ landBy })}
        />
        <Select
          label={w('sumConfidence')}
          value={said.byConfidence ?? ''}
          choices={[
            { value: '', label: w('no') },
            { value: 'true', label: w('yes') },
          ]}
          onChange={(byConfidence) => choose({ byConfidence })}
        />
        {options.map(([name, word]) => (
          <TextField
            key={name}
            label={w(word)}
            value={said[name] ?? ''}
            onChange={(value) => choose({ [name]: value })}
          />
        ))}
      </div>
    </details>
  );
}
