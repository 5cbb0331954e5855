import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { useTitle } from '../parts/title.js';
import { planning } from '../places.js';

/** The pages of planning, with what each is for. */
export function Planning() {
  const { w } = useSpeak();
  useTitle(w('planningTitle'));
  return (
    <div className="reading">
      <h1>{w('planningTitle')}</h1>
      <p>{w('planningText')}</p>
      <dl className="doors">
        {planning.places.map(
          ({ to, word, about }) =>
            about !== undefined && (
              <div key={to}>
                <dt>
                  <Link to={to}>{w(word)}</Link>
                </dt>
                <dd>{w(about)}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
