import { useState } from 'react';
import type { TransferAnswer } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { readCsv } from '../laboratory/csv.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { TableField } from '../parts/table-field.js';
import { useTitle } from '../parts/title.js';
import { useAddress } from '../router.js';
import { Allocation } from '../transfer/allocation.js';
import { type Asked, askedOf, isChanged, type Unit } from '../transfer/asked.js';
import { TransferControls } from '../transfer/controls.js';
import { TransferParameters } from '../transfer/parameters.js';
import { Effects, Sums } from '../transfer/summary.js';
import { transferCsv, unitsForm } from '../transfer/transfer-csv.js';
import { OneCity } from '../transfer/unit-form.js';
import { useAmountsBefore, useTransfer } from '../transfer/use-transfer.js';

const methods = [
  ['transfer/formula-2012', 'method_formula'],
  ['transfer/performance-adjustment', 'performanceSwitch'],
  ['transfer/phase-out', 'method_phaseOut'],
  ['transfer/whole-fen', 'method_fen'],
] as const;

/** A transfer budget divided by a formula of the catalog, and what moves when a parameter or a city does. */
export function Transfer() {
  const { w } = useSpeak();
  const asked = askedOf(useAddress().query);
  const [isOwn, setOwn] = useState(false);
  const [units, setUnits] = useState<readonly Unit[] | null>(null);
  const isWaiting = isOwn && units === null;
  const { before, now } = useTransfer(asked, isOwn ? units : null, isWaiting);
  useTitle(w('transferTitle'));
  return (
    <div className="reading wide-reading">
      <h1>{w('transferTitle')}</h1>
      <p>{w('transferText')}</p>
      <TransferControls asked={asked} isOwn={isOwn} onOwn={setOwn} />
      {isOwn && (
        <TableField
          label={w('unitsFile')}
          about={w('unitsAbout')}
          onTable={({ text }) => setUnits(unitsOf(readCsv(text)))}
        >
          {before !== null && (
            <SaveButton name="transfer-units.csv" text={() => unitsForm(before)}>
              {w('unitsForm')}
            </SaveButton>
          )}
        </TableField>
      )}
      {now.error !== null && <ErrorNote error={now.error} retry={now.retry} />}
      {now.answer === null && before === null && now.error === null && !isWaiting && (
        <Skeleton height={800} />
      )}
      {!isWaiting && (now.answer ?? before) !== null && (
        <div className={now.busy ? 'busy' : undefined} aria-busy={now.busy}>
          <Simulation asked={asked} now={now.answer} before={before} />
        </div>
      )}
      <MethodLinks pages={methods} />
    </div>
  );
}

interface SimulationProps {
  readonly asked: Asked;
  /** Null where the changes are refused or still under way: what may be changed stays on the page all the same. */
  readonly now: TransferAnswer | null;
  readonly before: TransferAnswer | null;
}

function Simulation({ asked, now, before }: SimulationProps) {
  const { w } = useSpeak();
  const shown = now ?? before;
  if (shown === null) return null;
  return (
    <>
      {shown.shapeOnly && (
        <div className="note warning" data-shape-only role="note">
          <strong>{w('shapeWarning')}</strong>
          <p>{w('shapeText')}</p>
        </div>
      )}
      {now !== null && <Sums answer={now} budget={asked.budget} />}
      <section>
        <h2>{w('oneCity')}</h2>
        <OneCity asked={asked} answer={shown} />
      </section>
      {now !== null && <Divided asked={asked} answer={now} before={before} />}
      <section>
        <h2>{w('transferParameters')}</h2>
        <TransferParameters asked={asked} answer={shown} />
      </section>
      <section>
        <h2>{w('issues')}</h2>
        <IssueList issues={shown.issues.filter(({ code }) => code !== 'TRANSFER_SHAPE_ONLY')} />
      </section>
    </>
  );
}

interface DividedProps {
  readonly asked: Asked;
  readonly answer: TransferAnswer;
  readonly before: TransferAnswer | null;
}

/** What the changes do, and the allocation. */
function Divided({ asked, answer, before }: DividedProps) {
  const { w } = useSpeak();
  const catalog = useMeta()?.catalog.hash ?? '';
  const amounts = useAmountsBefore(before);
  const changed = isChanged(asked);
  const isScored = answer.rows.some(({ unit }) => unit.performance !== null);
  const isMoved = answer.rows.some(({ performance }) => performance !== null && performance !== 0);
  return (
    <>
      {changed && <Effects asked={asked} answer={answer} before={amounts} />}
      <section>
        <div className="section-head">
          <h2>{w('allocation')}</h2>
          <SaveButton
            name="transfer.csv"
            text={() => transferCsv(answer, amounts, { catalog, link: location.href })}
          >
            {w('transferCsv')}
          </SaveButton>
        </div>
        <p className="quiet small">{w('allocationText')}</p>
        {asked.performance && !isScored && !isMoved && <p className="quiet small">{w('noScores')}</p>}
        <Allocation asked={asked} answer={answer} before={changed ? amounts : null} />
      </section>
    </>
  );
}

/** Rows of a table as units, cells by heading; empty cells are left out. */
function unitsOf([heading = [], ...rows]: readonly (readonly string[])[]): readonly Unit[] {
  return rows.map((row) =>
    Object.fromEntries(
      heading.flatMap((name, column) => {
        const cell = row[column]?.trim() ?? '';
        return cell === '' ? [] : [[name.trim(), cell]];
      }),
    ),
  );
}
