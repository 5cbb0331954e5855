import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';

const markWords: Readonly<Record<string, WordKey>> = { V: 'mark_V', S: 'mark_S', M: 'mark_M', D: 'mark_D' };

/** How far a definition may be trusted; what comes from memory is called unverified outright. */
export function MarkTag({ mark }: { readonly mark: string }) {
  const { w } = useSpeak();
  const word = markWords[mark];
  const meaning = word === undefined ? mark : w(word);
  return (
    <span className={`tag mark-${mark}`} title={meaning}>
      {mark}
      {mark === 'M' ? ` ${w('unverified')}` : ''}
      <span className="unseen">{meaning}</span>
    </span>
  );
}

/** The four marks with their meaning. */
export function MarkKey() {
  const { w } = useSpeak();
  return (
    <p className="mark-key">
      <span className="quiet">{w('marks')}</span>
      {Object.entries(markWords).map(([mark, word]) => (
        <span key={mark}>
          <span className={`tag mark-${mark}`}>{mark}</span> {w(word)}
        </span>
      ))}
    </p>
  );
}
