import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { useTitle } from '../parts/title.js';

export function NotFound({ path }: { readonly path: string }) {
  const { w } = useSpeak();
  useTitle(w('notFound'));
  return (
    <div className="reading">
      <h1>{w('notFound')}</h1>
      <p>{w('notFoundText', { path })}</p>
      <p>
        <Link to="/">{w('toOverview')}</Link>
      </p>
    </div>
  );
}
