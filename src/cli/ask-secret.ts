import { AfterlodeError, type Language, phrases, type Text } from '../base/index.js';

/** What a secret is read from: standard input, a terminal or not. */
export interface SecretInput extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  pause(): unknown;
}

/** How a command gets a secret; tests put another in its place. */
export const secrets = {
  /** A new password: on a terminal typed twice without being shown, else the first line of standard input. */
  newPassword: (lang: Language) => readNewPassword(process.stdin, (text) => process.stderr.write(text), lang),
};

const asked: Text = { en: 'New password: ', zh: '新密码：' };
const again: Text = { en: 'The same again: ', zh: '再次输入：' };

/**
 * Reads a new password. It is never an argument, which every user of the machine could read.
 *
 * @throws AfterlodeError CALL_OPTION for none, or where the second differs
 */
export async function readNewPassword(
  input: SecretInput,
  show: (text: string) => unknown,
  lang: Language,
): Promise<string> {
  const terminal = input.isTTY === true;
  if (terminal) input.setRawMode?.(true);
  const lines = linesOf(input, terminal);
  try {
    if (terminal) show(asked[lang]);
    const first = await lines.next();
    if (first.done || first.value === '') throw refused(phrases.nothing);
    if (!terminal) return first.value;
    show(`\n${again[lang]}`);
    const second = await lines.next();
    if (second.done || second.value !== first.value) throw refused({ en: 'another one', zh: '两次输入不同' });
    return first.value;
  } finally {
    if (terminal) {
      show('\n');
      input.setRawMode?.(false);
    }
    input.pause();
  }
}

/** Lines as they are typed; on a terminal in raw mode we do what it would: take back a character, stop at Ctrl-C. */
async function* linesOf(input: SecretInput, terminal: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const piece of input) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    for (const character of text) {
      if (character === '\n' || character === '\r') {
        if (terminal || character === '\n') {
          yield line;
          line = '';
        }
      } else if (terminal && (character === '\u007f' || character === '\b')) {
        line = Array.from(line).slice(0, -1).join('');
      } else if (terminal && (character === '\u0003' || character === '\u0004')) return;
      else line += character;
    }
  }
  if (line !== '') yield line;
}

function refused(found: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', 'password', {
    found,
    expected: { en: 'one line on standard input', zh: '标准输入中的一行' },
  });
}
