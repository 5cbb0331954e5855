import type { VacantProjectAnswer } from '../../api/contract.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { AccuracyReport } from './accuracy-report.js';
import type { FoundPolygon, NextBlock } from './found.js';
import { NextList, PolygonList } from './found-lists.js';

type Result = NonNullable<VacantProjectAnswer['result']>;

interface ResultProps {
  /** Of the project in the API. */
  readonly path: string;
  readonly result: Result;
  readonly files: VacantProjectAnswer['files'];
  /** Of the labels now. */
  readonly revision: number;
  readonly blocks: readonly NextBlock[];
  readonly picked: string | null;
  readonly onPolygon: (polygon: FoundPolygon) => void;
  readonly onBlock: (block: NextBlock) => void;
}

/** What training came to: how good it is, what was found, where to label next, and the files. */
export function Result({ path, result, files, revision, blocks, picked, onPolygon, onBlock }: ResultProps) {
  const { w } = useSpeak();
  const { answer } = result;
  return (
    <>
      <RateLine result={result} />
      <Findings findings={answer.findings} />
      {result.revision !== revision && <p className="note warning">{w('idleOldResult')}</p>}
      {answer.issues.length > 0 && <IssueList issues={answer.issues} />}
      {answer.accuracy !== null && (
        <AccuracyReport accuracy={answer.accuracy} lookedFor={answer.model.lookedFor} />
      )}
      <div className="idle-lists">
        <section data-section="found">
          <h2>{w('idleFound')}</h2>
          <PolygonList polygons={answer.polygons} picked={picked} onPick={onPolygon} />
        </section>
        <section data-section="next">
          <h2>{w('idleNext')}</h2>
          <NextList blocks={blocks} picked={picked} onPick={onBlock} />
        </section>
      </div>
      <section data-section="files">
        <h2>{w('idleFiles')}</h2>
        <ul className="idle-files">
          {files.map(({ name, bytes }) => (
            <li key={name}>
              <a className="download" href={`${path}/files/${name}`} download>
                {name}
              </a>{' '}
              <FileSize bytes={bytes} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function RateLine({ result: { at, answer } }: { readonly result: Result }) {
  const { language, w } = useSpeak();
  const { rate } = answer;
  return (
    <p data-rate>
      {w('idleRate', {
        day: at.slice(0, 10),
        classes: answer.model.lookedFor.join(', '),
        share: formatShare(rate.rate, language, 1),
        area: formatNumber(rate.vacantM2 / 10_000, 2, language),
        all: formatNumber(rate.judgedM2 / 10_000, 2, language),
        n: rate.polygons,
      })}
    </p>
  );
}

/** What the ledger got, and the way to it. */
function Findings({ findings }: Pick<Result['answer'], 'findings'>) {
  const { w } = useSpeak();
  if (findings === null) return null;
  const { opened, known } = findings;
  const city = [...opened, ...known][0]?.split('/')[1];
  return (
    <p data-findings={opened.length}>
      {w('idleFindings', { n: opened.length, known: known.length })}{' '}
      {city !== undefined && <Link to={`/city/${city}#ledger-title`}>{w('idleOpenLedger')}</Link>}
    </p>
  );
}

function FileSize({ bytes }: { readonly bytes: number }) {
  const { language } = useSpeak();
  return <span className="quiet">{formatNumber(Math.ceil(bytes / 1024), 0, language)} KiB</span>;
}
