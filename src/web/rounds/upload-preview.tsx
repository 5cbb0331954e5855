import type { UploadAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';

interface UploadPreviewProps {
  readonly preview: UploadAnswer;
  readonly busy: boolean;
  readonly onSave: (partial: boolean) => void;
}

/** What a workbook would change and what is wrong in it, cell by cell; saving is a click of its own. */
export function UploadPreview({ preview, busy, onSave }: UploadPreviewProps) {
  const { w } = useSpeak();
  const { saved, changes, messages } = preview;
  const faults = messages.filter(({ severity }) => severity === 'error').length;
  const n = changes.length;
  if (saved) return <p role="status">{w('returnUploadSaved', { n })}</p>;
  return (
    <div data-preview={faults}>
      {faults > 0 && (
        <p className="note error" role="alert">
          {w('returnMistakes', { n: faults })}
        </p>
      )}
      <Messages messages={[...messages, ...preview.issues.filter(({ cell }) => cell !== null)]} />
      {n === 0 ? <p>{w('returnNoChanges')}</p> : <Changes changes={changes} />}
      {n > 0 && (
        <button type="button" className="plain" disabled={busy} onClick={() => onSave(faults > 0)}>
          {w(faults > 0 ? 'returnSavePartial' : 'returnSaveUpload', { n })}
        </button>
      )}
    </div>
  );
}

function Messages({ messages }: { readonly messages: UploadAnswer['messages'] }) {
  const { t } = useSpeak();
  return (
    <ul className="issues">
      {messages.map(({ cell, code, severity, message, remedy, where }) => (
        <li key={`${cell ?? where} ${code}`} className={`issue-${severity}`} data-cell={cell}>
          {cell !== null && <b>{cell} </b>}
          {t(message)} <span className="quiet">{t(remedy)}</span> <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { readonly changes: UploadAnswer['changes'] }) {
  const { w, t } = useSpeak();
  const words = ({ value, why, source }: UploadAnswer['changes'][number]['old']) =>
    [value === null ? w('returnMissing') : String(value), why, source].filter(Boolean).join(' · ');
  return (
    <div className="sideways">
      <table>
        <caption>{w('returnChanges')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('returnCell')}</th>
            <th scope="col">{w('returnFigures')}</th>
            <th scope="col">{w('returnOld')}</th>
            <th scope="col">{w('returnNew')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.cell}>
              <td>{change.cell}</td>
              <th scope="row">{w('returnValue', { label: t(change.label), unit: t(change.unitLabel) })}</th>
              <td>{words(change.old)}</td>
              <td>{words(change.new)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
