import { useMemo } from 'react';
import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import { HeightField } from './height-field.js';

export type LandField = 'plots' | 'buildings' | 'attributes';
export type LandAsked = ReturnType<typeof useTables<LandAnswer, LandField>>;

const files = [
  ['plots', 'landPlots', '.geojson,.json'],
  ['buildings', 'landBuildings', '.geojson,.json'],
  ['attributes', 'landAttributes', '.csv,.txt'],
] as const satisfies readonly (readonly [LandField, WordKey, string])[];

/** Options in words, by their names in the API. */
const options = [
  ['crs', 'landCrs'],
  ['metres', 'landMetres'],
  ['rules', 'landRules'],
  ['industryCodes', 'landCodes'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** Layers, table and options of inefficient land. */
export function LandForm({ asked }: { readonly asked: LandAsked }) {
  const { texts } = asked;
  return (
    <TablesForm
      asked={asked}
      compute="landJudge"
      ready={texts.plots !== undefined && texts.buildings !== undefined}
    >
      <div className="zonal-files">
        <TablesFiles files={files} asked={asked} />
        <HeightField options={asked.options} choose={asked.choose} />
      </div>
      <LandOptions asked={asked} />
    </TablesForm>
  );
}

function LandOptions({ asked: { texts, options: said, choose } }: { readonly asked: LandAsked }) {
  const { w } = useSpeak();
  const { plots } = texts;
  const properties = useMemo(
    () => (plots === undefined ? [] : readZones(plots.text, plots.name).properties),
    [plots],
  );
  return (
    <details>
      <summary>{w('estateOptions')}</summary>
      <div className="zonal-choices">
        <Select
          label={w('landPlotId')}
          value={said.plotId ?? ''}
          choices={[
            { value: '', label: w('zonalNameUsual') },
            ...properties.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(plotId) => choose({ plotId })}
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
