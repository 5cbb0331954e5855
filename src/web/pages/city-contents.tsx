import { useSpeak } from '../language.js';
import { useMarkInView } from '../parts/mark-in-view.js';
import type { WordKey } from '../words.js';

/** Parts of the page in the order in which it tells of a city, by the id of what begins them. */
const parts: readonly (readonly [id: string, word: WordKey])[] = [
  ['identity-title', 'identity'],
  ['standing-title', 'standing'],
  ['trend-part', 'cityTrend'],
  ['findings-title', 'findings'],
  ['ground-title', 'ground'],
  ['plan-title', 'planning'],
  ['ledger-title', 'ledger'],
  ['figures-title', 'figures'],
];

/** Ways to the parts of the page; an address may end in `#` and one of their ids. */
export function CityContents() {
  const { w } = useSpeak();
  useMarkInView(location.hash.slice(1));
  return (
    <nav className="city-ways" aria-label={w('cityContents')}>
      {parts.map(([id, word]) => (
        <a key={id} href={`#${id}`}>
          {w(word)}
        </a>
      ))}
    </nav>
  );
}
