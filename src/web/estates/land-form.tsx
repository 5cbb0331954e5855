import { useMemo } from 'react';
import type { LandAnswer } from '../../api/contract.js';
import { readZones } from '../../locate/index.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';
import { EstateFiles, EstateForm } from './estate-form.js';
import { HeightField } from './height-field.js';
import type { useEstates } from './use-estates.js';

export type LandField = 'plots' | 'buildings' | 'attributes';
export type LandEstates = ReturnType<typeof useEstates<LandAnswer, LandField>>;

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
export function LandForm({ estates }: { readonly estates: LandEstates }) {
  const { texts } = estates;
  return (
    <EstateForm
      estates={estates}
      compute="landJudge"
      ready={texts.plots !== undefined && texts.buildings !== undefined}
    >
      <div className="zonal-files">
        <EstateFiles files={files} estates={estates} />
        <HeightField options={estates.options} choose={estates.choose} />
      </div>
      <LandOptions estates={estates} />
    </EstateForm>
  );
}

function LandOptions({ estates: { texts, options: said, choose } }: { readonly estates: LandEstates }) {
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
