import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** English prose that a message would carry into its Chinese text. */
export interface Prose {
  readonly line: number;
  readonly text: string;
}

/** Places of a function's arguments that become facts of a message. */
export type Helpers = ReadonlyMap<string, ReadonlySet<number>>;

const facts = new Set(['found', 'expected', 'judge', 'missing', 'kind', 'why', 'reason', 'where', 'of']);
const makers: Helpers = new Map([
  ['AfterlodeError', new Set([1])],
  ['issue', new Set([2])],
]);

/** Functions of a file that take facts by position: those with a parameter called `found` or `expected`. */
export function factHelpers(name: string, text: string): Helpers {
  const helpers = new Map<string, Set<number>>();
  walk(programOf(name, text), (node) => {
    const isNamed = node.type === 'FunctionDeclaration';
    const made = isNamed ? node : (node['init'] as Node | null);
    if (!isNamed && (node.type !== 'VariableDeclarator' || made?.type !== 'ArrowFunctionExpression')) return;
    const names = ((made?.['params'] ?? []) as readonly Node[]).map((each) => nameOf(each));
    if (!names.includes('found') && !names.includes('expected')) return;
    const places = names.flatMap((each, at) => (facts.has(each) ? [at] : []));
    helpers.set(nameOf(node['id']), new Set(places));
  });
  return helpers;
}

/**
 * Finds string literals of two or more English words that go into a message as a fact, so that its Chinese text would
 * carry them as well.
 *
 * @param shared helpers of other files
 */
export function proseFacts(name: string, text: string, shared: Helpers): readonly Prose[] {
  const helpers = new Map([...makers, ...shared, ...factHelpers(name, text)]);
  const prose: Prose[] = [];
  const judge = (value: unknown) => {
    for (const said of literals(value as Node)) {
      const line = text.slice(0, said.at).split('\n').length;
      if (isProse(said.text)) prose.push({ line, text: said.text });
    }
  };
  walk(programOf(name, text), (node) => {
    if (node.type === 'Property' && facts.has(nameOf(node['key']))) judge(node['value']);
    if (node.type === 'VariableDeclarator' && facts.has(nameOf(node['id']))) judge(node['init']);
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const places = helpers.get(nameOf(node['callee']));
    for (const at of places ?? []) judge((node['arguments'] as readonly Node[])[at]);
  });
  return prose;
}

/** Two words with a blank between them, or a word beside a value that is put in. */
function isProse(text: string): boolean {
  return /(?<![\w-])(?:[a-z]{2,} (?:[a-z]{2,}|\0)|\0 [a-z]{2,})(?![\w-])/i.test(text.replace(/`[^`]*`/g, ''));
}

/** The literals an expression may come to; those inside calls and objects are somebody else's. */
function literals(node: Node | null | undefined): readonly { text: string; at: number }[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [{ text: node['value'], at: node.start }] : [];
    case 'TemplateLiteral': {
      const parts = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
      return [{ text: parts.map(({ value }) => value.cooked).join('\0'), at: node.start }];
    }
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].flatMap((each) => literals(each as Node));
    case 'LogicalExpression':
      return [node['left'], node['right']].flatMap((each) => literals(each as Node));
    default:
      return [];
  }
}

function nameOf(node: unknown): string {
  const { name, left } = (node ?? {}) as { readonly name?: unknown; readonly left?: unknown };
  if (left !== undefined) return nameOf(left);
  return typeof name === 'string' ? name : '';
}

function programOf(name: string, text: string): Node {
  const parsed = parseSync(name, text);
  if (parsed.errors.length > 0) throw new Error(`${name}: ${parsed.errors[0]?.message}`);
  return parsed.program as unknown as Node;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (inner !== null && typeof inner === 'object' && 'type' in inner) walk(inner as Node, visit);
    }
  }
}
