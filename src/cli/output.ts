import { AfterlodeError, type Issue, type Language, type Text } from '../base/index.js';

/** Where a command writes, and how: `--json`, `--quiet`, `--lang`. */
export interface Output {
  readonly json: boolean;
  readonly lang: Language;
  /** One JSON document, or else the table or text for people. */
  result(value: unknown, forPeople: () => string): void;
  /** Progress and remarks, on standard error; silent with `--quiet`. */
  say(text: Text): void;
  /** One line that is rewritten on a terminal and thinned out elsewhere. */
  progress(text: Text, share: number): void;
  issues(issues: readonly Issue[]): void;
}

/** Builds the output of one call. */
export function outputOf(options: { json: boolean; quiet: boolean; lang: Language }): Output {
  const { json, quiet, lang } = options;
  const terminal = process.stderr.isTTY === true;
  let lastTenth = -1;
  return {
    json,
    lang,
    result(value, forPeople) {
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${forPeople()}\n`);
    },
    say(text) {
      if (!quiet) process.stderr.write(`${text[lang]}\n`);
    },
    progress(text, share) {
      if (quiet) return;
      const percent = Math.floor(share * 100);
      if (terminal) {
        process.stderr.write(`\r${bar(share)} ${percent} % ${text[lang]}${share >= 1 ? '\n' : ''}`);
      } else if (Math.floor(share * 10) > lastTenth) {
        lastTenth = Math.floor(share * 10);
        process.stderr.write(`${percent} % ${text[lang]}\n`);
      }
    },
    issues(issues) {
      if (quiet || json) return;
      for (const issue of issues) process.stderr.write(`${issueLine(issue, lang)}\n`);
    },
  };
}

const stop = { en: '. ', zh: '。' } as const;

/** `CODE: what was found, where, what was expected, what to do`. */
export function issueLine(issue: Issue, lang: Language): string {
  const place = issue.message.en.includes(issue.where) ? '' : ` (${issue.where})`;
  return `${issue.code}: ${issue.message[lang]}${place}${stop[lang]}${issue.remedy[lang]}`;
}

/** The line of an error: one for a fault the caller can mend, the stack for one that is ours. */
export function errorLine(error: unknown, lang: Language): string {
  if (error instanceof AfterlodeError) {
    const place = error.text.en.includes(error.where) ? '' : ` (${error.where})`;
    return `${error.code}: ${error.text[lang]}${place}${stop[lang]}${error.remedy[lang]}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 20);
  return `[${'#'.repeat(full)}${' '.repeat(20 - full)}]`;
}
