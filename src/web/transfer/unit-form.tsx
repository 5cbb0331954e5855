import type { TransferAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import type { Asked } from './asked.js';
import { changeUnit, type TransferRow, useFormula } from './use-transfer.js';

interface UnitFormProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
  readonly row: TransferRow;
}

/** What may be other for one city: an empty field takes back what the unit has by itself. */
export function UnitForm({ asked, answer, row }: UnitFormProps) {
  const { w, t } = useSpeak();
  const formula = useFormula(answer.formula);
  const set = (column: string) => (value: string | number | null) =>
    changeUnit(asked, row.city, column, value === null ? '' : String(value));
  const phase = asked.changes.get(row.city)?.phase ?? '';
  const isEnding = row.unit.phaseOut !== null;
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
      <NumberField
        label={w('unitPopulation')}
        value={row.unit.population}
        range={[0, 1e9]}
        disabled={isEnding}
        onValue={set('population')}
      />
      {formula?.coefficients.map((one) => (
        <NumberField
          key={one.id}
          label={t(one.label)}
          value={row.unit.coefficients[one.id] ?? null}
          range={[0.001, 1000]}
          disabled={isEnding}
          onValue={set(one.id)}
        />
      ))}
      <NumberField
        label={w('unitScore')}
        value={row.unit.performance}
        range={[-1e6, 1e6]}
        disabled={isEnding || !asked.performance}
        onValue={set('performance')}
      />
    </div>
  );
}
