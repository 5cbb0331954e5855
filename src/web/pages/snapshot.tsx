import { useState } from 'react';
import type { SnapshotCheck, SnapshotSummary } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useChange } from '../rounds/use-change.js';

/** What was published of a round: its address, who computed it, its ranks; it can be computed again and downloaded. */
export function Snapshot({ hash }: { readonly hash: string }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useAnswer<SnapshotSummary>(`/api/snapshots/${encodeURIComponent(hash)}`);
  const title = answer === null ? hash : w('snapshotTitle', { round: t(answer.label) });
  useTitle(title);
  return (
    <div className="reading wide-reading rounds">
      <p className="small">
        <Link to="/rounds">{w('roundBack')}</Link>
      </p>
      <h1>{title}</h1>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={400} />}
      {answer !== null && <SnapshotBody snapshot={answer} />}
    </div>
  );
}

function SnapshotBody({ snapshot }: { readonly snapshot: SnapshotSummary }) {
  const { w, t } = useSpeak();
  const { hash, label, period, at, by, first, second, values, catalog, program, units } = snapshot;
  const facts = [
    [w('snapshotHash'), hash],
    [w('roundPeriod'), period],
    [w('snapshotBy'), by],
    [w('snapshotAt'), at.slice(0, 16).replace('T', ' ')],
    [w('snapshotFirst'), `${first.by} · ${first.at.slice(0, 10)}`],
    [w('snapshotSecond'), `${second.by} · ${second.at.slice(0, 10)}`],
    [w('snapshotValues'), String(values)],
    [w('snapshotCatalog'), `${catalog.version} · ${catalog.hash.slice(0, 12)} · afterlode ${program}`],
    [
      w('snapshotUnits'),
      units
        .map(({ name, leftOut }) => (leftOut ? `${t(name)}（${w('returnState_left_out')}）` : t(name)))
        .join(w('listComma')),
    ],
  ] as const;
  const address = `${location.origin}/snapshots/${hash}`;
  const citation = { label: t(label), period, day: at.slice(0, 10), hash, address };
  return (
    <>
      <dl className="round-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Verify hash={hash} />
      <p>
        <a className="download" href={`/api/snapshots/${hash}/document`} download>
          {w('snapshotDownload')}
        </a>
      </p>
      <h2>{w('snapshotCite')}</h2>
      <p className="round-citation">{w('snapshotCitation', citation)}</p>
      <Ranks snapshot={snapshot} />
    </>
  );
}

function Verify({ hash }: { readonly hash: string }) {
  const { w } = useSpeak();
  const { busy, error, send } = useChange();
  const [check, setCheck] = useState<SnapshotCheck | null>(null);
  const verify = async () => {
    setCheck(await send<SnapshotCheck>({ path: `/api/snapshots/${hash}/verify`, body: {} }));
  };
  return (
    <div data-verified={check?.equal}>
      <button type="button" className="plain" disabled={busy} onClick={() => void verify()}>
        {w('snapshotVerify')}
      </button>
      <p role="status" aria-busy={busy}>
        {check !== null &&
          (check.equal
            ? w('snapshotEqual', { n: check.comparison.compared })
            : w('snapshotDiffers', {
                n: check.comparison.different + check.ranksDiffer + check.findingsDiffer,
              }))}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}

function Ranks({ snapshot }: { readonly snapshot: SnapshotSummary }) {
  const { w, t, language } = useSpeak();
  const names = new Map(snapshot.units.map(({ id, name }) => [id, t(name)]));
  if (snapshot.ranks.length === 0) return <p className="quiet">{w('snapshotNoRanks')}</p>;
  return (
    <section aria-labelledby="snapshot-ranks">
      <h2 id="snapshot-ranks">{w('snapshotRanks')}</h2>
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{w('roundCity')}</th>
              <th scope="col">{w('snapshotIndex')}</th>
              <th scope="col" className="amount">
                {w('snapshotScore')}
              </th>
              <th scope="col" className="amount">
                {w('snapshotRank')}
              </th>
            </tr>
          </thead>
          <tbody>
            {snapshot.ranks.map(({ unit, index, score, rank, rankInterval }) => (
              <tr key={`${unit} ${index}`}>
                <th scope="row">{names.get(unit) ?? unit}</th>
                <td>{index}</td>
                <td className="amount">{formatNumber(score, 3, language)}</td>
                <td className="amount">
                  {rank ?? '–'}
                  {rankInterval !== null && ` (${rankInterval[0]}–${rankInterval[1]})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
