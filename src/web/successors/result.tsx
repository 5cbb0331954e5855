import { useMemo, useState } from 'react';
import type { SuccessorsAnswer } from '../../api/contract.js';
import { type SuccessorWeights, successorCriteria } from '../../plan/index.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IssueList } from '../parts/issue-list.js';
import type { WordKey } from '../words.js';
import { Candidates } from './candidates.js';
import { type Ranked, reranked } from './rerank.js';
import { ScoreLegend } from './score-bar.js';
import { successorsCsv } from './successors-csv.js';
import { Weights } from './weights.js';

/** What an answer says of its place, and its candidates in the order of the reader's weights. */
export function SuccessorsResult({ answer }: { readonly answer: SuccessorsAnswer }) {
  const { language, w, t } = useSpeak();
  const [weights, setWeights] = useState<SuccessorWeights>(answer.weights);
  const ranked = useMemo(() => reranked(answer.rows, weights, answer.carbonMiddle), [answer, weights]);
  return (
    <>
      <Place answer={answer} />
      <Weights weights={weights} onWeights={setWeights} onReset={() => setWeights(answer.weights)} />
      <section data-section="candidates">
        <h2>{w('successorsList')}</h2>
        <ScoreLegend />
        <Candidates answer={answer} ranked={ranked} />
        <SaveButton name="successors.csv" text={() => successorsCsv(answer.place, ranked, language)}>
          {w('successorsCsv')}
        </SaveButton>
        <Scores ranked={ranked} />
      </section>
      {answer.note !== null && <p className="note warning">{t(answer.note)}</p>}
      <IssueList issues={answer.issues} />
    </>
  );
}

function Place({ answer }: { readonly answer: SuccessorsAnswer }) {
  const { language, w, t } = useSpeak();
  const list = (all: SuccessorsAnswer['present']) =>
    all
      .map(({ activity, name }) => (name === null ? activity : t(name)))
      .join(language === 'zh' ? '；' : '; ') || '—';
  const groups = [
    ['successorsPresent', answer.present],
    ['successorsLeftOut', answer.leftOut],
    ['successorsUnknown', answer.unknown],
  ] as const satisfies readonly (readonly [WordKey, SuccessorsAnswer['present']])[];
  const name = answer.name === null ? answer.place : t(answer.name);
  return (
    <section data-section="place">
      <h2>
        {w('successorsHead', {
          name: answer.period === null ? name : `${name} ${answer.period}`,
          eci: formatNumber(answer.eci, 2, language),
          diversity: answer.diversity,
        })}
      </h2>
      {!answer.inTable && <p className="quiet small">{w('successorsBeside')}</p>}
      {groups.map(
        ([word, all]) =>
          all.length > 0 && (
            <p key={word} className="quiet small">
              {w(word, { list: list(all) })}
            </p>
          ),
      )}
    </section>
  );
}

function Scores({ ranked }: { readonly ranked: readonly Ranked[] }) {
  const { language, w, t } = useSpeak();
  return (
    <details>
      <summary>{w('successorsParts')}</summary>
      <FigureTable
        name="scores"
        rows={ranked}
        keyOf={({ row }) => row.activity}
        heads={[({ row }) => (row.name === null ? row.activity : t(row.name))]}
        titles={[w('successorsList')]}
        columns={[
          [w('rank'), ({ rank }) => String(rank)],
          [w('successorsScore'), ({ found }) => formatNumber(found.score, 2, language)],
          ...successorCriteria.map(
            (name) =>
              [
                w(`successors_${name}`),
                ({ row, found }: Ranked) =>
                  `${formatNumber(found.parts[name], 2, language)} (${formatNumber(row.figures[name], 2, language)})`,
              ] as const,
          ),
          [w('successorsKnown', { share: '' }), ({ found }) => formatShare(found.known, language)],
        ]}
      />
    </details>
  );
}
