import { useMemo, useState } from 'react';
import type { LaboratoryAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { LabControls, ownIndex } from '../laboratory/controls.js';
import type { Sheet } from '../laboratory/messages.js';
import { namesOfIndex, namesOfTables } from '../laboratory/names.js';
import { type OwnTables, OwnTablesForm } from '../laboratory/own-tables-form.js';
import { ProblemNote } from '../laboratory/problem-note.js';
import type { Settings } from '../laboratory/settings.js';
import { type Source, useBench } from '../laboratory/use-bench.js';
import { useSettings } from '../laboratory/use-settings.js';
import { useSpeak } from '../language.js';
import { useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { Workbench } from './laboratory-bench.js';

/** An index taken apart: weights and methods move, ranks and map follow, and the address keeps it all. */
export function Laboratory() {
  const { w } = useSpeak();
  const meta = useMeta();
  const [settings, change] = useSettings();
  const [tables, setTables] = useState<OwnTables | null>(null);
  const own = settings.index === ownIndex;
  const index = own ? null : (settings.index ?? meta?.periods.at(-1)?.indices[0] ?? null);
  const path = index === null ? null : `/api/laboratory/${encodeURIComponent(index)}`;
  const { answer, error, retry } = useAnswer<LaboratoryAnswer>(path);
  const current = !own && answer?.index === index ? answer : null;
  const source = useMemo(() => sourceOf(own, tables, current), [own, tables, current]);
  const seen = useBench(source, settings, (sheet, asked) => timeAt(sheet, periodsOf(sheet, current), asked));
  const { sheet, picture, problem, good } = seen;
  const names = useMemo(
    () => (current !== null ? namesOfIndex(current) : sheet === null ? null : namesOfTables(sheet)),
    [current, sheet],
  );
  const periods = sheet === null ? [] : periodsOf(sheet, current);
  const period = periods.find((one) => one === settings.period) ?? periods.at(-1) ?? null;
  const full = { ...settings, index: own ? ownIndex : index, period };
  useTitle(w('laboratory'));
  return (
    <div className="laboratory">
      <div className="page-head">
        <h1>{w('laboratory')}</h1>
        <p className="quiet">{w('labText')}</p>
      </div>
      <LabControls settings={full} periods={periods} change={change} />
      {own && <OwnTablesForm tables={tables} onTables={setTables} />}
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {problem !== null && (
        <ProblemNote
          problem={problem}
          title={w(picture === null ? 'labNotOpened' : 'labRefused')}
          undo={good === null ? undefined : () => change(() => good)}
        />
      )}
      {sheet !== null && names !== null && picture !== null ? (
        <Workbench
          key={full.index}
          {...{ sheet, picture, names, settings: full, change, seen }}
          label={current?.label ?? null}
          catalog={current?.catalog ?? null}
        />
      ) : (
        error === null && problem === null && source !== null && <Skeleton height={640} />
      )}
    </div>
  );
}

function sourceOf(own: boolean, tables: OwnTables | null, current: LaboratoryAnswer | null): Source | null {
  if (own) return tables === null ? null : { kind: 'tables', data: tables.data, meta: tables.meta };
  return current === null ? null : { kind: 'index', input: current.input };
}

/** Periods in the order of the times of the table, as they are written. */
function periodsOf({ times }: Sheet, answer: LaboratoryAnswer | null): readonly string[] {
  const written = answer?.periods.toSorted();
  return times.map((time, at) => (written?.length === times.length ? (written[at] as string) : String(time)));
}

function timeAt({ times }: Sheet, periods: readonly string[], { period }: Settings): number | null {
  const at = period === null ? -1 : periods.indexOf(period);
  return times.at(at) ?? null;
}
