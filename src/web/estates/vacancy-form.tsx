import type { VacancyAnswer } from '../../api/contract.js';
import { TablesFiles, TablesForm } from '../brought/tables-form.js';
import type { useTables } from '../brought/use-tables.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import type { WordKey } from '../words.js';

export type VacancyField = 'estates' | 'occupied' | 'checked' | 'places';
type VacancyAsked = ReturnType<typeof useTables<VacancyAnswer, VacancyField>>;

const files = [
  ['estates', 'vacancyEstates', '.csv,.txt'],
  ['occupied', 'vacancyOccupied', '.csv,.txt'],
  ['checked', 'vacancyChecked', '.csv,.txt'],
  ['places', 'vacancyPlaces', '.geojson,.json'],
] as const satisfies readonly (readonly [VacancyField, WordKey, string])[];

/** Tables and options of vacancy; outlines stay in the browser. */
export function VacancyForm({ asked }: { readonly asked: VacancyAsked }) {
  const { w } = useSpeak();
  const { texts, options, choose } = asked;
  return (
    <TablesForm
      asked={asked}
      compute="vacancyCompute"
      ready={texts.estates !== undefined && texts.occupied !== undefined}
    >
      <div className="zonal-files">
        <TablesFiles files={files} asked={asked} />
      </div>
      <details>
        <summary>{w('estateOptions')}</summary>
        <div className="zonal-choices">
          <Select
            label={w('vacancyMethod')}
            value={options.method ?? ''}
            choices={[
              { value: '', label: w('vacancyBayes') },
              { value: 'median', label: w('vacancyMedian') },
            ]}
            onChange={(method) => choose({ method })}
          />
          {texts.places !== undefined && (
            <TextField
              label={w('vacancyCrs')}
              value={options.placesCrs ?? ''}
              onChange={(placesCrs) => choose({ placesCrs })}
            />
          )}
        </div>
      </details>
    </TablesForm>
  );
}
