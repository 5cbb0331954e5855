import { useSpeak } from '../language.js';
import type { LabProblem } from './messages.js';

/** What the engine refused, in its own words, with what to do. */
export function ProblemNote({
  problem,
  title,
  undo,
}: {
  readonly problem: LabProblem;
  readonly title?: string;
  readonly undo?: (() => void) | undefined;
}) {
  const { w, t } = useSpeak();
  return (
    <div className="note error" role="alert">
      <h2>{title ?? w('failed')}</h2>
      <p>{t(problem.message)}</p>
      {t(problem.remedy) !== '' && (
        <p>
          <b>{w('remedy')}</b>
          {t(problem.remedy)}
        </p>
      )}
      <p className="quiet">
        {w('code')} <code>{problem.code}</code>
      </p>
      {undo !== undefined && (
        <button type="button" className="plain" onClick={undo}>
          {w('labUndo')}
        </button>
      )}
    </div>
  );
}
