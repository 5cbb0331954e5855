import type { SuccessorGateRow, SuccessorsAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { MarkTag } from '../parts/mark-tag.js';
import type { Ranked } from './rerank.js';
import { ScoreBar } from './score-bar.js';

interface CandidatesProps {
  readonly answer: SuccessorsAnswer;
  readonly ranked: readonly Ranked[];
}

/** Candidates in their order, with what each asks of the place. */
export function Candidates({ answer, ranked }: CandidatesProps) {
  const { w } = useSpeak();
  if (ranked.length === 0) return <p>{w('successorsNone')}</p>;
  return (
    <ol className="candidates">
      {ranked.map((one) => (
        <Candidate key={one.row.activity} answer={answer} one={one} />
      ))}
    </ol>
  );
}

function Candidate({ answer, one }: { readonly answer: SuccessorsAnswer; readonly one: Ranked }) {
  const { language, w, t } = useSpeak();
  const { row, found } = one;
  const name = row.name === null ? row.activity : t(row.name);
  return (
    <li data-activity={row.activity} data-state={found.state}>
      <p className="candidate-head">
        <b>{name}</b>
        <span className={`candidate-state is-${found.state}`}>{w(`successors_${found.state}`)}</span>
        {found.stranded === true && (
          <span className="candidate-state is-shut">{w('successorsStranded')}</span>
        )}
        <span className="quiet small">
          {w('successorsScore')} {formatNumber(found.score, 2, language)} ·{' '}
          {w('successorsKnown', { share: formatShare(found.known, language) })}
          {row.without !== null && ` · ${withoutText(row.without.rank)}`}
        </span>
      </p>
      <ScoreBar name={name} parts={found.parts} />
      <Gates gates={row.gates} open={found.state !== 'eligible'} />
      <p className="quiet small">{t(row.strandedSays)}</p>
    </li>
  );

  function withoutText(rank: number | null) {
    const { activitiesOut, present, leftOut, rows } = answer;
    const all = [...present, ...leftOut, ...rows];
    const called = activitiesOut.map((activity) => {
      const text = all.find((other) => other.activity === activity)?.name;
      return text ? t(text) : activity;
    });
    const list = called.join(language === 'zh' ? '、' : ', ');
    return rank === null ? w('successorsThere', { list }) : w('successorsWithout', { list, rank });
  }
}

function Gates({ gates, open }: { readonly gates: readonly SuccessorGateRow[]; readonly open: boolean }) {
  const { w, t } = useSpeak();
  if (gates.length === 0) return <p className="quiet small">{w('successorsNoGates')}</p>;
  const count = (state: SuccessorGateRow['state']) => gates.filter((gate) => gate.state === state).length;
  const states = (['shut', 'unknown', 'open'] as const).filter((state) => count(state) > 0);
  return (
    <details open={open}>
      <summary>
        {w('successorsConditions')}:{' '}
        {states.map((state) => `${w(`successorsGate_${state}`)} ${count(state)}`).join(', ')}
      </summary>
      <ul className="gates">
        {gates.map((gate) => (
          <li key={gate.gate} data-gate={gate.gate} data-state={gate.state}>
            <span className={`candidate-state is-${gate.state}`}>{w(`successorsGate_${gate.state}`)}</span>{' '}
            {t(gate.says)} {gate.mark !== null && <MarkTag mark={gate.mark} />}
            <span className="note-line">
              {gate.why !== null && `${t(gate.why)} `}
              {w('successorsSource', {
                needs: t(gate.needsSource),
                has: gate.hasSource === null ? '—' : t(gate.hasSource),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
