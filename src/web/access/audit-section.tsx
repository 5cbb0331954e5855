import { type SubmitEvent, useState } from 'react';
import type { AuditCheck, AuditHeadAnswer, AuditLine } from '../../api/contract.js';
import { pathOf, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useFresh } from './use-fresh-list.js';
import { useSend } from './use-send.js';

const page = 50;
const most = 1000;

/** What was done, by whom and why, and whether the log is whole. */
export function AuditSection() {
  const { w } = useSpeak();
  const [typed, setTyped] = useState('');
  const [target, setTarget] = useState('');
  const [limit, setLimit] = useState(page);
  const [before, setBefore] = useState('');
  const path = pathOf('/api/audit', { target, before, limit: String(limit) });
  const { list, error } = useFresh<readonly AuditLine[]>(path);
  const filter = (event: SubmitEvent) => {
    event.preventDefault();
    setLimit(page);
    setBefore('');
    setTarget(typed.trim());
  };
  // More lines below, up to what one answer holds; then the lines before them.
  const showEarlier = (shown: readonly AuditLine[]) => {
    if (limit < most) setLimit(Math.min(most, limit * 4));
    else setBefore(String(shown.at(-1)?.number ?? ''));
  };
  return (
    <section aria-labelledby="audit-title">
      <h2 id="audit-title">{w('auditTitle')}</h2>
      <form className="access-form" data-form="audit" onSubmit={filter}>
        <TextField label={w('auditTarget')} value={typed} onChange={setTyped} hint={w('auditTargetHint')} />
        <button type="submit" className="plain">
          {w('search')}
        </button>
      </form>
      {error !== null && <ErrorNote error={error} />}
      {list?.length === 0 && <p className="quiet">{w('auditEmpty')}</p>}
      {list !== null && list.length > 0 && <Lines lines={list} />}
      {list !== null && list.length === limit && (
        <p>
          <button type="button" className="plain" onClick={() => showEarlier(list)}>
            {w('auditMore')}
          </button>
        </p>
      )}
      <Verify />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly AuditLine[] }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="log">
        <thead>
          <tr>
            <th scope="col" className="amount">
              {w('auditLine')}
            </th>
            <th scope="col">{w('auditAt')}</th>
            <th scope="col">{w('auditBy')}</th>
            <th scope="col">{w('auditAction')}</th>
            <th scope="col">{w('auditTarget')}</th>
            <th scope="col">{w('auditChange')}</th>
            <th scope="col">{w('auditWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} data-line={line.number}>
              <th scope="row" className="amount">
                {line.number}
              </th>
              <td>{line.at.slice(0, 19).replace('T', ' ')}</td>
              <td>{line.by}</td>
              <td>
                <code>{line.action}</code>
              </td>
              <td>{line.target}</td>
              <td>{[line.old, line.new].filter((state) => state !== 'null').join(' → ')}</td>
              <td>{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Holds the log against itself and, where one is given, against a line that was kept elsewhere. */
function Verify() {
  const { w } = useSpeak();
  const [published, setPublished] = useState('');
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const { list: head } = useFresh<AuditHeadAnswer>('/api/audit/head');
  const { busy, error, run } = useSend();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setCheck(null);
    void run(async () => {
      const given = published.trim() === '' ? {} : { head: published.trim() };
      setCheck(await post<AuditCheck>('/api/audit/verify', given));
    });
  };
  return (
    <>
      {typeof head?.head === 'string' && (
        <p>
          {w('auditHeadNow')}
          <code>{head.head}</code> {w('auditKeep')}
        </p>
      )}
      <form className="access-form" data-form="verify" onSubmit={send}>
        <TextField label={w('auditPublished')} value={published} onChange={setPublished} />
        <button type="submit" className="plain" disabled={busy}>
          {w('auditVerify')}
        </button>
      </form>
      {error !== null && <ErrorNote error={error} />}
      {check !== null && (
        <p role="status">
          {w('auditWhole', { n: check.events })} <code>{check.head}</code>
        </p>
      )}
    </>
  );
}
