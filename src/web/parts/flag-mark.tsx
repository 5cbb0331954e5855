import type { FlagNote } from '../../assess/index.js';
import { useSpeak } from '../language.js';
import { FlagSign } from './flag-sign.js';

interface FlagProps {
  readonly flags: readonly FlagNote[];
}

/** The sign beside a number that must not stand alone; its words in the title and for screen readers. */
export function FlagMark({ flags }: FlagProps) {
  const { w, t } = useSpeak();
  if (flags.length === 0) return null;
  const text = flags.map(({ label }) => t(label)).join(w('listComma'));
  return (
    <span className="flag-mark" data-flags={flags.map(({ id }) => id).join(' ')} title={text}>
      <FlagSign />
      <span className="unseen">{text}</span>
    </span>
  );
}

/** The flags of a number in words, a line for each. */
export function FlagLines({ flags }: FlagProps) {
  const { w, t } = useSpeak();
  return (
    <>
      {flags.map((flag) => (
        <span key={flag.id} className="note-line caveat" data-flag={flag.id}>
          <b>
            <FlagSign /> {w(flag.disguise ? 'disguise' : 'caveat')}
          </b>{' '}
          {t(flag.label)}
          {flag.advice !== null && <span className="quiet"> {t(flag.advice)}</span>}
        </span>
      ))}
    </>
  );
}
