import type { CityPage, CityStory } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MarkTag } from '../parts/mark-tag.js';
import { Opening } from '../parts/opening.js';
import { Skeleton } from '../parts/skeleton.js';
import type { WordKey } from '../words.js';

/** The answer behind two parts of the page; the browser asks once. */
function useStory({ city, period }: CityPage) {
  return useAnswer<CityStory>(pathOf(`/api/cities/${encodeURIComponent(city.id)}/story`, { period }));
}

/** About as high as the sentences stand on a wide page, px, so that what follows hardly moves when they come. */
const usualHeight = { zh: 260, en: 320 } as const;

/** The city in a few sentences, the same as in its report: they stand before any score. */
export function CityInShort({ page }: { readonly page: CityPage }) {
  const { language, w, t } = useSpeak();
  const { answer, error, retry } = useStory(page);
  return (
    <section className="in-short" aria-labelledby="in-short-title" data-section="in-short">
      <h2 id="in-short-title" className="unseen">
        {w('inShort')}
      </h2>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={usualHeight[language]} />}
      {answer?.lead.map(({ text, caution }) => (
        <p key={text.en} className={caution ? 'note' : undefined}>
          {t(text)}
        </p>
      ))}
    </section>
  );
}

const verdicts: Readonly<Record<string, readonly [word: WordKey, look: string]>> = {
  holds: ['verdict_holds', 'holds'],
  'holds only if': ['verdict_only_if', 'only-if'],
  'does not hold': ['verdict_not', 'not'],
  'cannot be checked': ['verdict_unchecked', 'unchecked'],
};

/** Published claims about the city, opened when wanted. */
export function CityClaims({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  return (
    <Opening title={w('claimsAbout')} name="claims">
      {() => <Claims page={page} />}
    </Opening>
  );
}

function Claims({ page }: { readonly page: CityPage }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useStory(page);
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null) return <Skeleton height={80} />;
  if (answer.claims.length === 0) {
    return (
      <p className="quiet" data-claims="none">
        {w('noClaimsAbout')}
      </p>
    );
  }
  return (
    <ul className="city-claims" data-claims="some">
      {answer.claims.map(({ id, claim, verdict, condition, reason, source }) => {
        const [word, look] = verdicts[verdict] ?? ['verdict_unchecked', 'unchecked'];
        return (
          <li key={id} data-claim={id}>
            <span className={`verdict verdict-${look}`}>{w(word)}</span>{' '}
            <Link to={`/claims?claim=${id}`}>{t(claim)}</Link> <MarkTag mark={source.mark} />
            {condition !== null && <span className="note-line quiet">{t(condition)}</span>}
            <span className="note-line quiet">{t(reason)}</span>
          </li>
        );
      })}
    </ul>
  );
}
