import type { RenewalAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IssueList } from '../parts/issue-list.js';
import { Gantt } from './gantt.js';
import { MoneySection } from './money.js';
import { ParcelSection } from './parcels.js';
import { RedLineSection } from './red-lines.js';
import { scheduleCsv } from './schedule-csv.js';

/** The plan of an answer, what its money is worth, red lines, parcels, and what to doubt. */
export function RenewalResult({ answer }: { readonly answer: RenewalAnswer }) {
  const { w } = useSpeak();
  return (
    <>
      <Headline answer={answer} />
      <Schedule answer={answer} />
      <MoneySection answer={answer} />
      <RedLineSection answer={answer} />
      <ParcelSection rows={answer.parcels} />
      {answer.issues.length > 0 && (
        <section data-section="doubts">
          <h2>{w('renewalDoubts')}</h2>
          <IssueList issues={answer.issues} />
        </section>
      )}
    </>
  );
}

function Headline({ answer }: { readonly answer: RenewalAnswer }) {
  const { language, w } = useSpeak();
  const { status, objective, bound, gap, livelihood } = answer;
  const figure = (value: number) => formatNumber(value, 2, language);
  const proven = status === 'optimal';
  const proof = proven ? w('renewalProven') : w('renewalUnproven', { gap: formatShare(gap, language, 3) });
  return (
    <p data-headline={status}>
      {w('renewalValue', { value: figure(objective), bound: figure(bound), proof })}{' '}
      {w('renewalLivelihood', {
        share: formatShare(livelihood.share, language, 1),
        required: formatShare(livelihood.required, language),
      })}
    </p>
  );
}

function Schedule({ answer }: { readonly answer: RenewalAnswer }) {
  const { language, w } = useSpeak();
  const last = Number.MAX_SAFE_INTEGER;
  const rows = answer.projects.toSorted((a, b) => (a.year ?? last) - (b.year ?? last));
  return (
    <section data-section="schedule">
      <h2>{w('renewalSchedule')}</h2>
      {answer.schedule.length === 0 ? <p>{w('renewalNothing')}</p> : <Gantt answer={answer} />}
      <FigureTable
        name="schedule"
        rows={rows}
        keyOf={({ project }) => project}
        heads={[({ project }) => project]}
        titles={[w('renewalProject')]}
        columns={[
          [w('renewalYear'), ({ year }) => (year === null ? w('renewalNotDone') : String(year))],
          [w('renewalKind'), ({ kind }) => kind, 'words'],
          [w('renewalCost'), ({ cost }) => formatNumber(cost, 0, language)],
          [w('renewalPoints'), ({ value }) => formatNumber(value, 0, language)],
          [w('renewalStays'), ({ stays }) => formatShare(stays, language)],
        ]}
      />
      <SaveButton name="schedule.csv" text={() => scheduleCsv(answer)}>
        {w('renewalCsv')}
      </SaveButton>
    </section>
  );
}
