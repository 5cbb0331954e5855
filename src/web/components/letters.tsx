import { useSpeak } from '../language.js';
import { Group } from './sample.js';

/** Tokens of the sizes, largest first, with their pixels at the usual size of the browser. */
const sizes = [
  ['--title', 24],
  ['--large', 18],
  ['--text', 15],
  ['--text-2', 13],
  ['--small', 12],
] as const;

/** The sizes of letters. */
export function Letters() {
  const { w } = useSpeak();
  return (
    <Group name="letters" title={w('partLetters')} text={w('partLettersText')}>
      {sizes.map(([token, pixels]) => (
        <p key={token} className="letter-size">
          <span style={{ fontSize: `var(${token})` }}>{w('partLettersSample')}</span>{' '}
          <span className="quiet">
            <code>{token}</code> {pixels} px
          </span>
        </p>
      ))}
    </Group>
  );
}
