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
    const words = ['-p', 'tools/tsconfig.types.json', '--outDir', folder, '--pretty', 'false'];
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
 */
export function exportsOf(file: string): Map<string, string> {
  const text = readFileSync(file, 'utf8');
  const parsed = parseSync(file, text);
  const plain = withoutComments(text, parsed.comments);
  const own = new Map<string, string>();
  const offered = new Map<string, string>();
  for (const statement of parsed.program.body as unknown as Node[]) {
    const declaration = (statement['declaration'] ?? statement) as Node;
    const written = plain.slice(declaration.start, declaration.end).replace(/\s+/g, ' ').trim();
    for (const name of declaredNames(declaration)) {
      own.set(name, join2(own.get(name), written));
      if (statement.type === 'ExportNamedDeclaration') offered.set(name, own.get(name) as string);
    }
    for (const [name, inner] of imported(statement, file)) own.set(name, inner);
  }
  for (const statement of parsed.program.body as unknown as Node[]) reExport(statement, file, own, offered);
  return offered;
}

/** Overloads stand under one name. */
function join2(before: string | undefined, next: string): string {
  return before === undefined ? next : `${before} ${next}`;
}

function reExport(
  statement: Node,
  file: string,
  own: Map<string, string>,
  offered: Map<string, string>,
): void {
  const from = statement['source'] as { value: string } | null | undefined;
  if (statement.type === 'ExportAllDeclaration' && from) {
    const inner = targetExports(file, from.value);
    if (inner === null) offered.set(`* from ${from.value}`, 'another package');
    else for (const [name, text] of inner) offered.set(name, text);
  }
  if (statement.type !== 'ExportNamedDeclaration' || statement['declaration']) return;
  const inner = from ? targetExports(file, from.value) : own;
  for (const specifier of statement['specifiers'] as Node[]) {
    const local = nameOf(specifier['local']);
    offered.set(nameOf(specifier['exported']), inner?.get(local) ?? `from ${from?.value ?? 'elsewhere'}`);
  }
}

function imported(statement: Node, file: string): [string, string][] {
  if (statement.type !== 'ImportDeclaration') return [];
  const from = (statement['source'] as { value: string }).value;
  const inner = targetExports(file, from);
  return (statement['specifiers'] as Node[]).map((specifier) => {
    const name = nameOf(specifier['imported']);
    return [nameOf(specifier['local']), inner?.get(name) ?? `from ${from}`];
  });
}

/** Exports of a file beside this one; null for a package. */
function targetExports(file: string, target: string): Map<string, string> | null {
  if (!target.startsWith('.')) return null;
  const path = join(dirname(file), target.replace(/\.js$/, '.d.ts'));
  return existsSync(path) ? exportsOf(path) : null;
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
