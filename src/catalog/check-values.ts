import { type IsoDate, type Issue, issue, type Text } from '../base/index.js';
import type { RawIndexNode } from './schema-trees.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';

const weightTolerance = 1e-9;

/** Numbers fit together: ranges, dates, bounds of classes, goalposts, targets, weights. */
export function checkValues(definitions: Definitions, on: IsoDate, issues: Issue[]): void {
  for (const kind of ['observed', 'indicators'] as const) {
    for (const one of definitions.of(kind).values()) {
      const [low, high] = one.raw.valid;
      if (low !== null && high !== null && low > high) {
        range(
          { en: `${one.id} valid`, zh: `${one.id} 的 valid` },
          `[${low}, ${high}]`,
          { en: 'low before high', zh: '先低后高' },
          one.tree,
          ['valid'],
          issues,
        );
      }
    }
  }
  for (const one of definitions.of('parameters').values()) checkParameter(one, on, issues);
  for (const one of definitions.of('classes').values()) checkClasses(one, issues);
  for (const one of definitions.of('indices').values()) checkIndex(one, issues);
  for (const one of definitions.of('lights').values()) {
    const target = one.raw.target;
    // one bound alone leaves no yellow: then the direction comes from the indicator
    if (target && target.green === target.red && !hasDirection(one.id, definitions)) {
      range(
        { en: `${one.id} target`, zh: `${one.id} 的 target` },
        `${target.green}`,
        { en: 'green other than red', zh: 'green 与 red 不同' },
        one.tree,
        ['target', 'red'],
        issues,
      );
    }
  }
  for (const one of definitions.of('layouts').values()) checkLayout(one, issues);
}

function hasDirection(indicator: string, definitions: Definitions): boolean {
  const raw =
    definitions.of('observed').get(indicator)?.raw ?? definitions.of('indicators').get(indicator)?.raw;
  return raw?.better === 'more' || raw?.better === 'less';
}

function checkParameter(one: Definition<'parameters'>, on: IsoDate, issues: Issue[]): void {
  const { values, confirmed } = one.raw;
  for (const [at, entry] of values.entries()) {
    const before = values[at - 1];
    if (before && before.from >= entry.from) {
      const expected = { en: `a day after ${before.from}`, zh: `晚于 ${before.from} 的日期` };
      range(
        { en: `${one.id} from`, zh: `${one.id} 的 from` },
        entry.from,
        expected,
        one.tree,
        ['values', at, 'from'],
        issues,
      );
    }
  }
  const inForce = values.filter((entry) => entry.from <= on).at(-1);
  if (!inForce || inForce.value === null) {
    const where = placeText(placeAt(one.tree, ['values']));
    const facts = { found: one.id, expected: on };
    issues.push(issue('CATALOG_NOT_IN_FORCE', 'warning', where, facts));
  }
  if (confirmed < yearBefore(on)) {
    const where = placeText(placeAt(one.tree, ['confirmed']));
    issues.push(issue('CATALOG_CONFIRMED_OLD', 'warning', where, { found: one.id, confirmed, expected: on }));
  }
}

function yearBefore(on: string): string {
  return `${String(Number(on.slice(0, 4)) - 1).padStart(4, '0')}${on.slice(4)}`;
}

function checkClasses(one: Definition<'classes'>, issues: Issue[]): void {
  const { classes } = one.raw;
  const seen = new Set<string>();
  const ranged = classes.some((entry) => entry.from !== undefined || entry.to !== undefined);
  for (const [at, entry] of classes.entries()) {
    const path = ['classes', at];
    if (seen.has(entry.id)) {
      const facts = {
        kind: { en: 'class', zh: '等级' },
        found: entry.id,
        expected: placeText(placeAt(one.tree, ['classes'])),
      };
      issues.push(issue('CATALOG_ID_DUPLICATE', 'error', placeText(placeAt(one.tree, path)), facts));
    }
    seen.add(entry.id);
    if (!ranged) continue;
    const before = classes[at - 1];
    const open = at === 0 ? entry.from === undefined : entry.from !== undefined && entry.from === before?.to;
    const rising = entry.from === undefined || entry.to === undefined || entry.from < entry.to;
    if (!open || !rising) {
      const found = `[${entry.from ?? '-∞'}, ${entry.to ?? '∞'})`;
      const expected =
        at === 0
          ? { en: 'open below', zh: '下端开放' }
          : {
              en: `from ${before?.to ?? '?'}, rising, without gap`,
              zh: `从 ${before?.to ?? '?'} 起、递增且无间断`,
            };
      range(`${one.id}.${entry.id}`, found, expected, one.tree, path, issues);
    }
  }
  const last = classes.at(-1);
  if (ranged && last?.to !== undefined) {
    range(
      `${one.id}.${last.id}`,
      `${last.to}`,
      { en: 'open above', zh: '上端开放' },
      one.tree,
      ['classes', classes.length - 1],
      issues,
    );
  }
}

function checkIndex(one: Definition<'indices'>, issues: Issue[]): void {
  checkWeights(one.id, one.raw.of, one.tree, ['of'], issues);
  const seen = new Set<string>();
  const goalposts = one.raw.steps.normalise.method === 'goalposts';
  const visit = (nodes: readonly RawIndexNode[], path: Path): void => {
    for (const [at, node] of nodes.entries()) {
      const here = [...path, at];
      const name = 'indicator' in node ? node.indicator : node.id;
      if (seen.has(name)) {
        const facts = {
          kind: { en: 'node', zh: '节点' },
          found: name,
          expected: placeText(placeAt(one.tree, ['of'])),
        };
        issues.push(issue('CATALOG_ID_DUPLICATE', 'error', placeText(placeAt(one.tree, here)), facts));
      }
      seen.add(name);
      if ('of' in node) {
        checkWeights(`${one.id}.${node.id}`, node.of, one.tree, [...here, 'of'], issues);
        visit(node.of, [...here, 'of']);
      } else if (goalposts && !node.goalposts) {
        const where = placeText(placeAt(one.tree, here));
        issues.push(
          issue('CATALOG_KEY_MISSING', 'error', where, {
            expected: { en: `goalposts of ${name}`, zh: `${name} 的 goalposts` },
          }),
        );
      } else if (node.goalposts && node.goalposts[0] === node.goalposts[1]) {
        range(
          { en: `goalposts of ${name}`, zh: `${name} 的 goalposts` },
          `${node.goalposts[0]}`,
          { en: 'worst other than best', zh: '最差值与最好值不同' },
          one.tree,
          here,
          issues,
        );
      }
    }
  };
  visit(one.raw.of, ['of']);
}

function checkWeights(
  of: string | Text,
  nodes: readonly RawIndexNode[],
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  const sum = nodes.reduce((total, node) => total + node.weight, 0);
  if (Math.abs(sum - 1) <= weightTolerance) return;
  const found = Number(sum.toFixed(10));
  const gap = Number((1 - sum).toFixed(10));
  const where = placeText(placeAt(tree, path));
  issues.push(issue('CATALOG_WEIGHTS_SUM', 'error', where, { of, found, expected: 1, gap }));
}

function checkLayout(one: Definition<'layouts'>, issues: Issue[]): void {
  const { format, years } = one.raw;
  const needed = format === 'long' ? (['indicator', 'value'] as const) : [];
  for (const key of needed) {
    if (one.raw[key].length > 0) continue;
    issues.push(issue('CATALOG_KEY_MISSING', 'error', placeText(one.tree), { expected: key }));
  }
  if (format === 'wide' && Object.keys(one.raw.columns).length === 0) {
    issues.push(
      issue('CATALOG_KEY_MISSING', 'error', placeText(one.tree), {
        expected: 'columns',
      }),
    );
  }
  if (years[0] > years[1]) {
    range(
      { en: `${one.id} years`, zh: `${one.id} 的 years` },
      `[${years.join(', ')}]`,
      { en: 'first before last', zh: '先始后终' },
      one.tree,
      ['years'],
      issues,
    );
  }
}

function range(
  of: string | Text,
  found: string | Text,
  expected: string | Text,
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  const where = placeText(placeAt(tree, path));
  issues.push(issue('CATALOG_RANGE', 'error', where, { of, found, expected }));
}
