/** A command of the program as a page has it. */
export interface PageCommand {
  /** Words behind the name of the program, quotes and comments taken off. */
  readonly words: readonly string[];
  readonly line: number;
}

const named = /^(?:\$ )?(?:\.\/bin\/)?afterlode\s+(.+)$/;

/**
 * Calls of the program in a Markdown page: lines of code that begin with its name, continued by `\`, and code within a line. A
 * mention that names no command is none, nor is one with an ellipsis.
 */
export function pageCommands(text: string): PageCommand[] {
  const found: PageCommand[] = [];
  const lines = text.split('\n');
  let fenced = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (/^\s*```/.test(line)) fenced = !fenced;
    const start = at;
    if (fenced || /^ {4}/.test(line)) {
      let whole = line.trim();
      while (whole.endsWith('\\')) whole = `${whole.slice(0, -1).trimEnd()} ${(lines[++at] ?? '').trim()}`;
      take(whole.replace(/\s+#.*$/, ''), start);
    }
    if (!fenced) for (const [, code] of line.matchAll(/`([^`]+)`/g)) take(String(code), start);
  }
  return found;

  function take(code: string, line: number): void {
    const words = named.exec(code.trim())?.[1];
    if (words !== undefined && !words.includes('…')) found.push({ words: wordsOf(words), line: line + 1 });
  }
}

/** Words as a shell parts them, as far as pages need it: double quotes hold a word together. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
