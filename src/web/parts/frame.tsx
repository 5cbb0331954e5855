import { useEffect, useRef } from 'react';
import { chooseLanguage, useSpeak } from '../language.js';
import { useAddress } from '../router.js';
import type { WordKey } from '../words.js';
import { useMeta } from './classes.js';
import { Link } from './link.js';

const places: readonly (readonly [string, WordKey])[] = [
  ['/', 'overview'],
  ['/compare', 'compare'],
  ['/laboratory', 'laboratory'],
  ['/identification', 'identification'],
  ['/evaluation', 'evaluation'],
  ['/carbon', 'carbon'],
  ['/roadmap', 'roadmap'],
  ['/transfer', 'transfer'],
  ['/ground', 'sumNav'],
  ['/zones', 'zonal'],
  ['/subsidence', 'subsidence'],
  ['/disorder', 'disorderNav'],
  ['/vacant-land', 'idle'],
  ['/inefficient-land', 'land'],
  ['/vacancy', 'vacancy'],
  ['/claims', 'claims'],
  ['/methods', 'methods'],
  ['/data', 'tables'],
];

/** Pages of the ground: one entry of the navigation, with a line of their own below it once one of them is open. */
const onGround: ReadonlySet<string> = new Set([
  '/ground',
  '/zones',
  '/subsidence',
  '/disorder',
  '/vacant-land',
  '/inefficient-land',
  '/vacancy',
]);
const groundPlaces = places.filter(([to]) => onGround.has(to));
const firstOnGround = '/ground';

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
  const isGround = groundPlaces.some(([to]) => current(to));
  const entries = places.flatMap(([to, word]): typeof places => {
    if (!onGround.has(to)) return [[to, word]];
    return to === firstOnGround ? [[to, 'ground']] : [];
  });
  return (
    <header className="top">
      <Link to="/" className="name">
        {w('product')} <span>{w('tagline')}</span>
      </Link>
      <nav ref={line} aria-label={w('navigation')}>
        {entries.map(([to, word]) => (
          <Link
            key={to}
            to={to}
            aria-current={current(to) || (word === 'ground' && isGround) ? 'page' : undefined}
          >
            {w(word)}
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
      {isGround && (
        <nav ref={below} className="below" aria-label={w('groundPages')}>
          {groundPlaces.map(([to, word]) => (
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
      <a href="/openapi.json">{w('apiDescription')}</a>
    </footer>
  );
}
