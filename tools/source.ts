import { parseSync } from 'vite';

/** One import of a source file, in whatever form it was written. */
export interface Import {
  readonly target: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** What the house rules look at in one file. */
export interface SourceFacts {
  readonly imports: readonly Import[];
  /** Uses of the outside world that the pure rooms must not make. */
  readonly impure: readonly { readonly what: string; readonly line: number }[];
  readonly defaultExport: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Global names that reach outside: the clock, the network, the process, the page, a random source. */
const outside = new Set(
  (
    'process console fetch require global globalThis window document localStorage sessionStorage navigator ' +
    'setTimeout setInterval setImmediate performance crypto XMLHttpRequest WebSocket Buffer'
  ).split(' '),
);
const outsideMembers = new Set(['Date.now', 'Math.random']);

/**
 * Reads imports (static, dynamic, type-only, `import('x').T`, re-exports), impure uses and default exports.
 *
 * @param name file name; its ending says whether it is TypeScript or TSX
 * @throws Error for text that does not parse
 */
export function readSource(name: string, text: string): SourceFacts {
  const parsed = parseSync(name, text);
  if (parsed.errors.length > 0) throw new Error(`${name}: ${parsed.errors[0]?.message}`);
  const lineAt = lineFinder(text);
  const imports: Import[] = [];
  const impure: { what: string; line: number }[] = [];
  const own = new Set<string>();
  let defaultExport = false;
  walk(parsed.program as unknown as Node, null, '', (node, parent, key) => {
    const target = importTarget(node);
    if (target !== null) imports.push({ target, line: lineAt(node.start), typeOnly: isTypeOnly(node) });
    const what = impureUse(node, parent, key);
    if (what !== null) impure.push({ what, line: lineAt(node.start) });
    if (node.type === 'ExportDefaultDeclaration') defaultExport = true;
    for (const binding of bindings(node)) addNames(binding, own);
  });
  // A parameter that happens to be called `document` is no page.
  return { imports, impure: impure.filter(({ what }) => !own.has(what)), defaultExport };
}

/** The patterns in which a node gives names of its own. */
function bindings(node: Node): readonly unknown[] {
  if (node.type === 'VariableDeclarator') return [node['id']];
  if (node.type === 'CatchClause') return [node['param']];
  if (node.type.startsWith('Import') && node.type.endsWith('Specifier')) return [node['local']];
  const params = node.type.includes('Function') ? (node['params'] as readonly unknown[]) : [];
  return node.type === 'FunctionDeclaration' ? [node['id'], ...params] : params;
}

function addNames(pattern: unknown, names: Set<string>): void {
  if (pattern === null || typeof pattern !== 'object') return;
  const node = pattern as Node;
  if (node.type === 'Identifier') names.add(nameOf(node));
  const inner = [node['left'], node['argument'], node['value']];
  for (const list of [node['elements'], node['properties']]) if (Array.isArray(list)) inner.push(...list);
  for (const each of inner) addNames(each, names);
}

function importTarget(node: Node): string | null {
  const forms = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'];
  if (!forms.includes(node.type) && node.type !== 'TSImportType') return null;
  const source = (node['source'] ?? node['argument']) as {
    value?: unknown;
    literal?: { value?: unknown };
  } | null;
  if (!source) return null;
  const value = source.value ?? source.literal?.value;
  // A computed import cannot be judged, so it is reported as a target that no table allows.
  return typeof value === 'string' ? value : '(computed)';
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = node['specifiers'] as readonly Node[] | undefined;
  return names !== undefined && names.length > 0 && names.every((each) => each['importKind'] === 'type');
}

function impureUse(node: Node, parent: Node | null, key: string): string | null {
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date') {
    return (node['arguments'] as unknown[]).length === 0 ? 'new Date()' : null;
  }
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
    return outsideMembers.has(member) ? member : null;
  }
  if (node.type !== 'Identifier' || !outside.has(nameOf(node))) return null;
  const isMember = parent?.type === 'MemberExpression' && key === 'property' && parent['computed'] !== true;
  const isKey = key === 'key' && parent?.['shorthand'] !== true && parent?.['computed'] !== true;
  const isType = parent?.type.startsWith('TS') === true;
  return isMember || isKey || isType ? null : nameOf(node);
}

function nameOf(node: unknown): string {
  const name = (node as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
}

function walk(
  node: Node,
  parent: Node | null,
  key: string,
  visit: (node: Node, parent: Node | null, key: string) => void,
): void {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (inner !== null && typeof inner === 'object' && 'type' in inner)
        walk(inner as Node, node, name, visit);
    }
  }
}

function lineFinder(text: string): (position: number) => number {
  return (position) => text.slice(0, position).split('\n').length;
}
