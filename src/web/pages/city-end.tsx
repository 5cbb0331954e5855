import type { CityPage, Figure, TablesAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { formatIn } from '../format.js';
import { useSpeak } from '../language.js';
import { FlagMark } from '../parts/flag-mark.js';
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

interface Twins {
  readonly aligned: Figure;
  /** On each year's own boundary. */
  readonly own: Figure;
  /** The part between the two, where the catalog computes it. */
  readonly effect: Figure | undefined;
}

/** Readings of the same thing on one boundary and on each year's own: `x_aligned` beside `x_unaligned` or `x`. */
function twinsOf(figures: readonly Figure[]): readonly Twins[] {
  const named = (id: string) => figures.find((one) => one.indicator === id);
  return figures.flatMap((aligned) => {
    if (!aligned.indicator.endsWith('_aligned')) return [];
    const base = aligned.indicator.slice(0, -'_aligned'.length);
    const own = named(`${base}_unaligned`) ?? named(base);
    return own === undefined ? [] : [{ aligned, own, effect: named(`${base}_boundary_effect`) }];
  });
}

/** Boundary changes on record, and which changes of figures are free of them. */
export function CityBoundaries({ page }: CityPartProps) {
  const { w, t } = useSpeak();
  return (
    <section aria-labelledby="boundaries-title">
      <h2 id="boundaries-title">{w('boundaries')}</h2>
      <p>{w('boundariesText')}</p>
      <ul className="twins">
        {twinsOf(page.figures).map(({ aligned, own, effect }) => (
          <li key={aligned.indicator}>
            <Reading figure={aligned} word="aligned" />
            <Reading figure={own} word="unaligned" />
            {effect !== undefined && <Reading figure={effect} />}
          </li>
        ))}
      </ul>
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

function Reading({ figure, word }: { readonly figure: Figure; readonly word?: 'aligned' | 'unaligned' }) {
  const { language, w, t } = useSpeak();
  const { factor, digits, label } = figure.display;
  const unit = { factor, digits, label: t(label) };
  return (
    <span className="reading-line">
      <span>
        {t(figure.label)} {word !== undefined && <span className="tag">{w(word)}</span>}
      </span>
      <span className="amount">
        <WhyNumber address={figure.id}>{formatIn(figure.value, unit, language)}</WhyNumber> {unit.label}
        <FlagMark flags={figure.flags} />
      </span>
    </span>
  );
}

/** Tables the page's figures come from. */
export function CitySources({ page }: CityPartProps) {
  const { w, t } = useSpeak();
  const tables = useAnswer<TablesAnswer>('/api/tables').answer;
  const titleOf = (id: string) => {
    const title = tables?.find((one) => one.id === id)?.title;
    return title === undefined ? id : t(title);
  };
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">{w('sources')}</h2>
      <ul>
        {page.sources.map((id) => (
          <li key={id}>
            <Link to={`/data#${id}`}>{titleOf(id)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
