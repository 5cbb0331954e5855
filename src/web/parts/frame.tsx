import { useEffect, useRef } from 'react';
import { WhoIsThere } from '../access/who-is-there.js';
import { chooseLanguage, useSpeak } from '../language.js';
import { entries } from '../places.js';
import { useAddress } from '../router.js';
import { useSession } from '../session.js';
import { useMeta } from './classes.js';
import { Link } from './link.js';

/** Name, the places, and the switch to the other language. */
export function Header() {
  const { language, w } = useSpeak();
  const { path } = useAddress();
  const current = (to: string) =>
    to === '/' ? path === '/' || path.startsWith('/city/') : path.startsWith(to);
  const line = useRef<HTMLElement>(null);
  const below = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the places stand in one line, of which a part is seen; letters of another width move them.
    const show = () => {
      showPlace(line.current);
      showPlace(below.current);
    };
    show();
    void document.fonts.ready.then(show);
  }, [path, language]);
  const open = entries.find(({ places }) => places.some(({ to }) => current(to)));
  return (
    <header className="top">
      <Link to="/" className="name">
        {w('product')} <span>{w('tagline')}</span>
      </Link>
      <a className="to-take-along" href="#take-along">
        {w('takeAlongTo')}
      </a>
      <nav ref={line} aria-label={w('navigation')}>
        {entries.map((entry) => (
          <Link key={entry.word} to={entry.places[0].to} aria-current={entry === open ? 'page' : undefined}>
            {w(entry.word)}
          </Link>
        ))}
        <button
          type="button"
          className="plain language"
          aria-label={w('switchLanguage')}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {w('otherLanguage')}
        </button>
      </nav>
      <WhoIsThere />
      {open !== undefined && open.places.length > 1 && (
        <nav ref={below} className="below" aria-label={w('pagesOf', { entry: w(open.word) })}>
          {open.places.map(({ to, word }) => (
            <Link key={to} to={to} aria-current={current(to) ? 'page' : undefined}>
              {w(word)}
            </Link>
          ))}
        </nav>
      )}
    </header>
  );
}

/** Moves the line of places until that of the page is in its middle, beside the language where that stands there. */
function showPlace(nav: HTMLElement | null): void {
  const here = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !here) return;
  const room = nav.clientWidth - (nav.querySelector('button')?.offsetWidth ?? 0);
  const { left, width } = here.getBoundingClientRect();
  nav.scrollLeft += left - nav.getBoundingClientRect().left - (room - width) / 2;
}

/** Which program, catalog and data the page shows. */
export function Footer() {
  const { w, t } = useSpeak();
  const meta = useMeta();
  // Where nobody signs in, no name stands in the header beside which the administration would.
  const isOpen = useSession()?.mode === 'open';
  return (
    <footer className="bottom">
      {meta !== null && (
        <span>
          {w('footer', {
            version: meta.version,
            catalog: `${meta.catalog.version} ${meta.catalog.hash.slice(0, 8)}`,
            pack: t(meta.pack.title),
          })}
        </span>
      )}
      <span className="bottom-links">
        {isOpen && <Link to="/administration">{w('administration')}</Link>}
        <Link to="/components">{w('components')}</Link>
        <a href="/openapi.json">{w('apiDescription')}</a>
      </span>
    </footer>
  );
}
