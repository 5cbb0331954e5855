import { useState } from 'react';
import { useSpeak } from '../language.js';
import { useAddress } from '../router.js';
import { type Cited, citationLine } from './citation.js';
import { useOffered } from './offered.js';
import { type View, viewsOf } from './views.js';

type Format = 'csv' | 'svg' | 'png';

/** Files of the page: those with all digits, and each table and picture as it is seen. Listed anew at each opening. */
export function ExportMenu({ cited }: { readonly cited: Cited }) {
  const { w } = useSpeak();
  const { path } = useAddress();
  const [views, setViews] = useState<readonly View[] | null>(null);
  const offered = useOffered();
  const list = () => setViews(viewsOf(document.getElementById('content') ?? document.body));
  return (
    <details
      key={path}
      className="export-menu"
      onToggle={(event) => (event.currentTarget.open ? list() : setViews(null))}
    >
      <summary>{w('saveViews')}</summary>
      {offered.length > 0 && (
        <>
          <h2>{w('saveExact')}</h2>
          <ul>
            {offered.map(({ name, label, save }, at) => (
              <li key={`${name} ${at}`}>
                <button type="button" className="plain" data-save={name} onClick={save}>
                  {label}
                </button>{' '}
                <span className="quiet">{name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {views !== null && (
        <>
          <h2>{w('saveShown')}</h2>
          {views.length === 0 ? (
            <p>{w('saveNothing')}</p>
          ) : (
            <ol>
              {views.map((view, at) => (
                <ViewLine key={`${at} ${view.title}`} view={view} name={fileName(path, at)} cited={cited} />
              ))}
            </ol>
          )}
          <button type="button" className="plain" onClick={list}>
            {w('saveAgain')}
          </button>
        </>
      )}
    </details>
  );
}

/** `afterlode-city-cn-230400-2`: the second view of that page. */
function fileName(path: string, at: number): string {
  const page = path.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'overview';
  return `afterlode-${page}-${at + 1}`;
}

interface ViewLineProps {
  readonly view: View;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly cited: Cited;
}

function ViewLine({ view, name, cited }: ViewLineProps) {
  const { language, w } = useSpeak();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = (format: Format) => {
    setBusy(true);
    setFailed(false);
    // loaded when somebody saves something
    import('./save-view.js')
      .then(({ saveView }) => saveView(view, { name, format, foot: citationLine(cited, language) }))
      .then(
        () => setBusy(false),
        () => {
          setBusy(false);
          setFailed(true);
        },
      );
  };
  const formats: readonly Format[] = view.kind === 'table' ? ['csv', 'svg', 'png'] : ['svg', 'png'];
  return (
    <li data-view={view.kind} aria-busy={busy}>
      <span className="quiet">{w(view.kind === 'table' ? 'viewTable' : 'viewPicture')}</span> {view.title}{' '}
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="plain"
          data-format={format}
          disabled={busy}
          aria-label={w('saveAs', { title: view.title, format: format.toUpperCase() })}
          onClick={() => save(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {failed && <p role="alert">{w('saveFailed')}</p>}
    </li>
  );
}
