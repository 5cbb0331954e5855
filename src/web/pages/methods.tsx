import { useState } from 'react';
import type { CatalogAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { MarkKey, MarkTag } from '../parts/mark-tag.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { useCatalog } from '../parts/units.js';
import type { WordKey } from '../words.js';
import { IndexTrees } from './index-tree.js';
import { Parameters, Problems, References } from './method-tables.js';
import { plain } from './overview-filter.js';

const sections: readonly (readonly [string, WordKey])[] = [
  ['indices', 'indices'],
  ['indicators', 'indicators'],
  ['parameters', 'parameters'],
  ['problems', 'problems'],
  ['references', 'references'],
];

/** Everything the catalog defines: what is measured, weighed, judged, and on what ground. */
export function Methods() {
  const { w } = useSpeak();
  const { answer, error, retry } = useCatalog();
  useTitle(w('methodsTitle'));
  return (
    <div className="reading wide-reading">
      <h1>{w('methodsTitle')}</h1>
      <p>{w('methodsText')}</p>
      <MarkKey />
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={800} />}
      {answer !== null && (
        <>
          <p className="jump">
            {sections.map(([id, word]) => (
              <a key={id} href={`#${id}`}>
                {w(word)}
              </a>
            ))}
          </p>
          <IndexTrees catalog={answer} />
          <Indicators catalog={answer} />
          <Parameters catalog={answer} />
          <Problems catalog={answer} />
          <References catalog={answer} />
          {answer.issues.length > 0 && (
            <section>
              <h2>{w('catalogIssues')}</h2>
              <IssueList issues={answer.issues} />
            </section>
          )}
        </>
      )}
    </div>
  );
}

function Indicators({ catalog }: { readonly catalog: CatalogAnswer }) {
  const { w, t } = useSpeak();
  const label = useClasses();
  const [asked, setAsked] = useState('');
  const text = plain(asked);
  const kept = catalog.indicators.filter(
    (one) => text === '' || [one.id, one.label.zh, one.label.en].some((name) => plain(name).includes(text)),
  );
  const themes = [...new Set(kept.map((one) => one.theme))];
  return (
    <section id="indicators">
      <div className="page-head">
        <h2>
          {w('indicators')} <span className="quiet">{kept.length}</span>
        </h2>
        <input
          type="search"
          className="narrow"
          value={asked}
          placeholder={w('filterList')}
          aria-label={w('filterList')}
          onChange={(event) => setAsked(event.target.value)}
        />
      </div>
      {themes.map((theme) => (
        <div key={theme}>
          <h3>{label('theme', theme)}</h3>
          <ul className="indicator-list">
            {kept
              .filter((one) => one.theme === theme)
              .map((one) => (
                <li key={one.id}>
                  <Link to={`/methods/${one.id}`}>{t(one.label)}</Link> <MarkTag mark={one.mark} />
                  <span className="quiet"> {one.formula === null ? w('observed') : t(one.formula)}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {kept.length === 0 && <p className="empty">{w('none')}</p>}
    </section>
  );
}
