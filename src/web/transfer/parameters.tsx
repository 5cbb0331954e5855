import type { ReactNode } from 'react';
import type { TransferAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import { NumberField } from '../parts/number-field.js';
import { ReferenceLink } from '../parts/parameter-list.js';
import { useCatalog } from '../parts/units.js';
import type { Asked } from './asked.js';
import { change, type Formula, useFormula } from './use-transfer.js';

interface ParametersProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
}

/** Everything the formula rests on, with source and mark; what a planner may decide can be changed here. */
export function TransferParameters({ asked, answer }: ParametersProps) {
  const { w } = useSpeak();
  const formula = useFormula(answer.formula);
  const pool = useCatalog().answer?.parameters.find(({ id }) => id === 'transfer_performance_pool');
  if (formula === null) return null;
  return (
    <div className="sideways">
      <table className="transfer-parameters">
        <thead>
          <tr>
            <th scope="col">{w('parameters')}</th>
            <th scope="col">{w('value')}</th>
            <th scope="col">{w('mark')}</th>
            <th scope="col">{w('source')}</th>
          </tr>
        </thead>
        <tbody>
          <Grades asked={asked} formula={formula} />
          <PhaseOut asked={asked} answer={answer} formula={formula} />
          <Line
            name={w('poolWord')}
            mark={pool?.mark ?? ''}
            sources={pool === undefined ? [] : [pool.reference]}
          >
            <NumberField
              label={w('poolWord')}
              isBare
              value={round(100 * (asked.pool ?? pool?.value ?? 0))}
              range={[0, 100]}
              step={0.1}
              disabled={!asked.performance}
              onValue={(value) => change({ pool: value === null ? null : round(value / 100) })}
            />
            <span className="quiet">%</span>
          </Line>
          <Coefficients formula={formula} />
        </tbody>
      </table>
    </div>
  );
}

function Grades({ asked, formula }: { readonly asked: Asked; readonly formula: Formula }) {
  const { w, t } = useSpeak();
  return formula.grades.map((grade) => {
    const name = w('fixedOf', { grade: t(grade.label) });
    const set = (yuan: number | null) => {
      const fixed = new Map(asked.fixed);
      if (yuan === null) fixed.delete(grade.id);
      else fixed.set(grade.id, yuan);
      change({ fixed });
    };
    const known = asked.fixed.get(grade.id) ?? grade.amount;
    return (
      <Line
        key={grade.id}
        name={name}
        note={grade.amount === null ? w('amountUnread') : undefined}
        mark={formula.mark}
        sources={formula.references}
      >
        <NumberField
          label={name}
          isBare
          value={known === null ? null : known / 1e4}
          range={[0, 1e9]}
          placeholder={w('fixedUnknown')}
          onValue={(value) => set(value === null ? null : Math.round(value * 1e6) / 100)}
        />
        <span className="quiet">{w('tenThousandYuan')}</span>
      </Line>
    );
  });
}

function PhaseOut({ asked, answer, formula }: ParametersProps & { readonly formula: Formula }) {
  const { w } = useSpeak();
  const { terms } = formula;
  if (terms === null) return null;
  const shares = asked.phaseOut ?? answer.phaseOut;
  const set = (at: number, share: number | null) => {
    const next = shares.map((one, step) => (step === at ? (share ?? terms.phaseOut[at] ?? 0) : one));
    change({ phaseOut: next.every((one, step) => one === terms.phaseOut[step]) ? null : next });
  };
  return (
    <>
      {shares.map((share, at) => {
        const name = w('phaseOutOf', { n: at + 1 });
        return (
          <Line key={name} name={name} mark={formula.mark} sources={formula.references}>
            <NumberField
              label={name}
              isBare
              value={round(100 * share)}
              range={[0, 100]}
              onValue={(value) => set(at, value === null ? null : round(value / 100))}
            />
            <span className="quiet">% {w('ofLastAmount')}</span>
          </Line>
        );
      })}
      <Line name={w('termsWord')} mark={formula.mark} sources={formula.references}>
        {w('termsValue', { first: terms.first, extension: terms.extension })}
      </Line>
    </>
  );
}

function Coefficients({ formula }: { readonly formula: Formula }) {
  const { w, t } = useSpeak();
  return formula.coefficients.map((one) => (
    <Line
      key={one.id}
      name={w('coefficientOf', { name: t(one.label) })}
      note={w('coefficientUnread')}
      mark={formula.mark}
      sources={formula.references}
    >
      {one.default}
    </Line>
  ));
}

interface LineProps {
  readonly name: string;
  /** Why the value could not be read in the source. */
  readonly note?: string | undefined;
  readonly mark: string;
  readonly sources: readonly string[];
  readonly children: ReactNode;
}

function Line({ name, note, mark, sources, children }: LineProps) {
  const { w } = useSpeak();
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== undefined && <span className="note-line doubt">{note}</span>}
      </th>
      <td>
        <span className="entry-line">{children}</span>
      </td>
      <td>{note === undefined ? <MarkTag mark={mark} /> : <span className="tag">{w('notRead')}</span>}</td>
      <td>
        {sources.map((id) => (
          <ReferenceLink key={id} id={id} />
        ))}
      </td>
    </tr>
  );
}

/** Without the noise of turning shares into percents. */
function round(value: number): number {
  return Number(value.toFixed(8));
}
