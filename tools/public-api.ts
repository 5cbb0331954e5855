import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** Entry points of the package: name for those who import it → declarations below the folder of types. */
const entries: Readonly<Record<string, string>> = {
  afterlode: 'index.d.ts',
  'afterlode/node': 'node.d.ts',
  'afterlode/server': 'server.d.ts',
};

/** Where the snapshot lies. */
export const snapshotFile = 'docs/reference/public-api.txt';

/** Names and signatures of every entry point, as the compiler declares them: the text of the snapshot. */
export function publicApi(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-types-'));
  try {
    // Types are checked elsewhere; here only their text counts.
    const words = ['-p', 'tools/tsconfig.types.json', '--noCheck', '--outDir', folder];
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tsc could not write declarations:\n${stdout}`);
    return Object.entries(entries)
      .map(
        ([name, file]) =>
          `# ${name}\n\n${[...exportsOf(join(folder, file))].map(line).toSorted().join('\n')}\n`,
      )
      .join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line([name, text]: readonly [string, string]): string {
  return `${name}: ${text}`;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
interface Named {
  readonly name?: string;
  readonly value?: string;
}

/**
 * What a declaration file offers, by name, followed through its re-exports.
 *
 * @param file a `.d.ts`
 * @param known files read before; rooms meet the same files on many ways
 */
export function exportsOf(file: string, known = new Map<string, Map<string, string>>()): Map<string, string> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const offered = new Map<string, string>();
  // Entered before it is full, so that files that import each other come to an end.
  known.set(file, offered);
  const text = readFileSync(file, 'utf8');
  const parsed = parseSync(file, text);
  const plain = withoutComments(text, parsed.comments);
  const body = parsed.program.body as unknown as Node[];
  const own = new Map<string, string>();
  for (const statement of body) {
    const declaration = (statement['declaration'] ?? statement) as Node;
    const written = plain.slice(declaration.start, declaration.end).replace(/\s+/g, ' ').trim();
    for (const name of declaredNames(declaration)) {
      own.set(name, withOverload(own.get(name), written));
      if (statement.type === 'ExportNamedDeclaration') offered.set(name, own.get(name) as string);
    }
  }
  const exportsAt = (target: string) => targetExports(file, target, known);
  for (const statement of body) reExportAll(statement, exportsAt, offered);
  for (const statement of body) reExportNamed(statement, body, own, exportsAt, offered);
  return offered;
}

type ExportsAt = (target: string) => Map<string, string> | null;

/** Overloads stand under one name. */
function withOverload(before: string | undefined, next: string): string {
  return before === undefined ? next : `${before} ${next}`;
}

function reExportAll(statement: Node, exportsAt: ExportsAt, offered: Map<string, string>): void {
  if (statement.type !== 'ExportAllDeclaration') return;
  const from = (statement['source'] as { value: string }).value;
  const inner = exportsAt(from);
  if (inner === null) offered.set(`* from ${from}`, 'another package');
  else for (const [name, text] of inner) offered.set(name, text);
}

function reExportNamed(
  statement: Node,
  body: readonly Node[],
  own: ReadonlyMap<string, string>,
  exportsAt: ExportsAt,
  offered: Map<string, string>,
): void {
  if (statement.type !== 'ExportNamedDeclaration' || statement['declaration']) return;
  const from = (statement['source'] as { value: string } | null)?.value;
  for (const specifier of statement['specifiers'] as Node[]) {
    const local = nameOf(specifier['local']);
    const origin = from === undefined ? importOf(local, body) : { name: local, from };
    const text = origin === null ? own.get(local) : exportsAt(origin.from)?.get(origin.name);
    offered.set(nameOf(specifier['exported']), text ?? `from ${origin?.from ?? 'elsewhere'}`);
  }
}

/** Where a name of this file was imported from; null where it is the file's own. */
function importOf(local: string, body: readonly Node[]): { name: string; from: string } | null {
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const found = (statement['specifiers'] as Node[]).find((each) => nameOf(each['local']) === local);
    if (found)
      return { name: nameOf(found['imported']), from: (statement['source'] as { value: string }).value };
  }
  return null;
}

/** Exports of a file beside this one; null for a package. */
function targetExports(
  file: string,
  target: string,
  known: Map<string, Map<string, string>>,
): Map<string, string> | null {
  if (!target.startsWith('.')) return null;
  const path = join(dirname(file), target.replace(/\.js$/, '.d.ts'));
  return existsSync(path) ? exportsOf(path, known) : null;
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return (declaration['declarations'] as Node[]).map((each) => nameOf(each['id']));
  }
  const named = /^(TSDeclareFunction|FunctionDeclaration|ClassDeclaration|TS\w+Declaration)$/.test(
    declaration.type,
  );
  return named && declaration['id'] ? [nameOf(declaration['id'])] : [];
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as Named;
  return name ?? value ?? '';
}

/** The text with its comments blanked, so that positions stay. */
function withoutComments(text: string, comments: readonly { start: number; end: number }[]): string {
  let plain = text;
  for (const { start, end } of comments) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain;
}
