import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import { Link } from './link.js';

/** Where the methods of a page are written down. */
export function MethodLinks({
  pages,
}: {
  readonly pages: readonly (readonly [page: string, word: WordKey])[];
}) {
  const { w } = useSpeak();
  return (
    <p className="method-links">
      <span className="quiet">{w('methodPages')}</span>
      {pages.map(([page, word]) => (
        <Link key={page} to={`/methods/${page}`}>
          {w(word)}
        </Link>
      ))}
    </p>
  );
}
