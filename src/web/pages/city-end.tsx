import type { CityPage, Figure } from '../../api/contract.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { WhyNumber } from '../parts/number.js';
import { useCatalog } from '../parts/units.js';
import type { WordKey } from '../words.js';

interface CityPartProps {
  readonly page: CityPage;
}

/** Indicators without a value and doubts about the data. */
export function CityMissing({ page }: CityPartProps) {
  const { w, t } = useSpeak();
  const catalog = useCatalog().answer;
  const { missing, issues } = page.checkup;
  const labelOf = (id: string) => {
    const label =
      page.figures.find((one) => one.indicator === id)?.label ??
      catalog?.indicators.find((one) => one.id === id)?.label;
    return label === undefined ? id : t(label);
  };
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">{w('missingTitle')}</h2>
      <p>
        {missing.length === 0
          ? w('nothingMissing')
          : w('missingText', { n: missing.length, period: page.period })}
      </p>
      <ul className="columns">
        {missing.map((id) => (
          <li key={id}>
            <Link to={`/methods/${id}`}>{labelOf(id)}</Link>
          </li>
        ))}
      </ul>
      {issues.length > 0 && (
        <>
          <h3>{w('issues')}</h3>
          <IssueList issues={issues} />
        </>
      )}
    </section>
  );
}

/** A change and its twin on one boundary: `x` and `x_aligned` are two readings of the same thing. */
function twins(figures: readonly Figure[]): readonly (readonly [aligned: Figure, own: Figure])[] {
  return figures.flatMap((aligned) => {
    if (!aligned.indicator.includes('_aligned')) return [];
    const own = figures.find((one) => one.indicator === aligned.indicator.replace('_aligned', ''));
    return own === undefined ? [] : [[aligned, own] as const];
  });
}

/** Boundary changes on record, and which changes of figures are free of them. */
export function CityBoundaries({ page }: CityPartProps) {
  const { w, t } = useSpeak();
  return (
    <section aria-labelledby="boundaries-title">
      <h2 id="boundaries-title">{w('boundaries')}</h2>
      <p>{w('boundariesText', { aligned: w('aligned') })}</p>
      {twins(page.figures).map(([aligned, own]) => (
        <dl key={own.indicator} className="twins">
          <dt>{t(own.label)}</dt>
          <Reading figure={aligned} word="aligned" />
          <Reading figure={own} word="unaligned" />
        </dl>
      ))}
      {page.breaks.length === 0 ? (
        <p className="quiet">{w('noBreaks')}</p>
      ) : (
        <ul>
          {page.breaks.map((one) => (
            <li key={`${one.year} ${one.scope} ${one.text.en}`}>
              <b>{one.year}</b> {t(one.text)} <span className="quiet">({w(scopeWord(one.scope))})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function scopeWord(scope: string): WordKey {
  if (scope === 'districts') return 'scope_districts';
  return scope === 'identity' ? 'scope_identity' : 'scope_whole';
}

function Reading({ figure, word }: { readonly figure: Figure; readonly word: 'aligned' | 'unaligned' }) {
  const { language, w, t } = useSpeak();
  const { factor, digits, label } = figure.display;
  const unit = { factor, digits, label: t(label) };
  return (
    <dd>
      <WhyNumber address={figure.id}>{formatIn(figure.value, unit, language)}</WhyNumber> {unit.label}{' '}
      <span className="tag">{w(word)}</span>
    </dd>
  );
}

/** Tables the page's figures come from. */
export function CitySources({ page }: CityPartProps) {
  const { w } = useSpeak();
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">{w('sources')}</h2>
      <ul>
        {page.sources.map((id) => (
          <li key={id}>
            <Link to={`/data#${id}`}>{id}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
