import type { TransferAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import type { Asked } from './asked.js';
import { change, changeUnit, type TransferRow, useFormula } from './use-transfer.js';

interface OneCityProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
}

/** One city chosen by name, and what may be changed of it. */
export function OneCity({ asked, answer }: OneCityProps) {
  const { w, t } = useSpeak();
  const row = answer.rows.find(({ city }) => city === asked.city);
  const cities = answer.rows.map((one) => ({
    value: one.city,
    label: one.name === null ? one.city : t(one.name),
  }));
  return (
    <>
      <div className="assessment-controls">
        <Select
          label={w('searchCity')}
          value={row?.city ?? ''}
          choices={[{ value: '', label: w('chooseCity') }, ...cities]}
          onChange={(city) => change({ city: city === '' ? null : city })}
        />
        {row?.name !== null && row !== undefined && (
          <Link to={`/city/${encodeURIComponent(row.city)}`}>{w('toCityPage')}</Link>
        )}
      </div>
      {row !== undefined && <UnitForm key={row.city} asked={asked} answer={answer} row={row} />}
    </>
  );
}

interface UnitFormProps extends OneCityProps {
  readonly row: TransferRow;
}

/** What may be other for one city: an empty field takes back what the unit has by itself. A phase-out knows no factors. */
function UnitForm({ asked, answer, row }: UnitFormProps) {
  const { w, t } = useSpeak();
  const formula = useFormula(answer.formula);
  const set = (column: string) => (value: string | number | null) =>
    changeUnit(asked, row.city, column, value === null ? '' : String(value));
  const phase = asked.changes.get(row.city)?.phase ?? '';
  return (
    <div className="unit-form">
      <Select
        label={w('unitPhase')}
        value={phase}
        choices={[
          { value: '', label: w('notEnding') },
          ...answer.phaseOut.map((share, at) => ({
            value: String(at + 1),
            label: w('phaseYear', { n: at + 1, share: `${Number((100 * share).toFixed(4))} %` }),
          })),
        ]}
        onChange={set('phase')}
      />
      {row.unit.phaseOut === null && (
        <>
          <NumberField
            label={w('unitPopulation')}
            value={row.unit.population}
            range={[0, 1e9]}
            onValue={set('population')}
          />
          {formula?.coefficients.map((one) => (
            <NumberField
              key={one.id}
              label={t(one.label)}
              value={row.unit.coefficients[one.id] ?? null}
              range={[0.001, 1000]}
              onValue={set(one.id)}
            />
          ))}
          <NumberField
            label={w('unitScore')}
            value={row.unit.performance}
            range={[-1e6, 1e6]}
            disabled={!asked.performance}
            onValue={set('performance')}
          />
        </>
      )}
    </div>
  );
}
