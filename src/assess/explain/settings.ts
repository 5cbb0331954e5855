import { sameText, type Text, type Unit } from '../../base/index.js';
import type { Catalog, Index } from '../../catalog/index.js';
import { type FlatNode, flattenIndex } from '../index-tree.js';
import { usualRankOptions } from '../rank-index.js';
import { rankParameters } from '../rank-options.js';
import type { Explanation } from '../types.js';
import { settingNode } from './nodes.js';
import { trustRemarks } from './remarks.js';
import { indicatorWords, once, titled, type Walk } from './walk.js';

/** A parameter of the catalog; null for an unknown one. */
export function explainParameter(walk: Walk, name: string): Explanation | null {
  const parameter = walk.catalog.parameters.get(name);
  if (!parameter) return rankDefault(walk, name);
  return once(walk, `parameter/${name}`, () => {
    const since = parameter.values.filter(({ from }) => from <= walk.catalog.on).at(-1)?.from ?? '';
    return settingNode(walk.catalog, {
      id: `parameter/${name}`,
      label: parameter.label,
      value: parameter.value ?? Number.NaN,
      unit: parameter.unit,
      how: { en: `in force since ${since}`, zh: `自 ${since} 起` },
      references: [parameter.reference],
      remarks: trustRemarks(parameter.mark),
      file: parameter.file,
    });
  });
}

/** A setting of ranks that the catalog leaves to the program, the seed among them. */
function rankDefault(walk: Walk, name: string): Explanation | null {
  const key = (Object.keys(usualRankOptions) as (keyof typeof usualRankOptions)[]).find(
    (one) => name === (one === 'seed' ? 'rank_seed' : rankParameters[one]),
  );
  if (!key) return null;
  return once(walk, `parameter/${name}`, () =>
    settingNode(walk.catalog, {
      id: `parameter/${name}`,
      label: sameText(name),
      value: usualRankOptions[key],
      unit: 'ratio' as Unit,
      how: { en: 'set by the program', zh: '程序设定' },
      references: [],
      file: 'src/assess/rank-index.ts',
    }),
  );
}

function nodeOf(walk: Walk, id: string) {
  const index = walk.catalog.indices.get(id.split('.')[0] ?? '');
  const node = index ? nodesOf(walk.catalog, index).get(id) : undefined;
  return index && node ? { index, node } : null;
}

const flat = new WeakMap<Index, ReadonlyMap<string, FlatNode>>();

function nodesOf(catalog: Catalog, index: Index): ReadonlyMap<string, FlatNode> {
  const found = flat.get(index) ?? new Map(flattenIndex(index, catalog).map((node) => [node.id, node]));
  flat.set(index, found);
  return found;
}

function fromIndex(index: Index) {
  return { references: index.references, file: index.file, remarks: trustRemarks(index.mark) };
}

/** The weight of a node among its siblings; null for an unknown node. */
export function explainWeight(walk: Walk, id: string): Explanation | null {
  const found = nodeOf(walk, id);
  if (!found || found.node.parent < 0) return null;
  const { index, node } = found;
  const used = walk.scoresOf(index.id)?.nodes.find((one) => one.id === id)?.weight;
  return once(walk, `weight/${id}`, () =>
    settingNode(walk.catalog, {
      id: `weight/${id}`,
      label: titled({ en: 'Weight', zh: '权重' }, node.label),
      value: used ?? node.weight,
      unit: 'share' as Unit,
      how: weightHow(index),
      ...fromIndex(index),
    }),
  );
}

function weightHow({ steps }: Index): Text {
  switch (steps.weights.method) {
    case 'equal':
      return { en: 'equal among siblings', zh: '同级等权' };
    case 'given':
      return { en: 'given in the index', zh: '由指数给定' };
    default: {
      const { method, scope } = steps.weights;
      return {
        en: `from the figures of listed units by ${method} (${scope})`,
        zh: `由名单内单位的数据按 ${method} 计算（${scope}）`,
      };
    }
  }
}

/** The goalposts of a leaf, worst and best; null where it has none. */
export function explainGoalposts(walk: Walk, id: string): Explanation | null {
  const found = nodeOf(walk, id);
  const posts = found?.node.goalposts;
  if (!found || !posts) return null;
  const [worst, best] = posts;
  return once(walk, `goalposts/${id}`, () =>
    settingNode(walk.catalog, {
      id: `goalposts/${id}`,
      label: titled({ en: 'Goalposts', zh: '上下限值' }, found.node.label),
      value: best,
      unit: indicatorWords(walk.catalog, String(found.node.indicator)).unit,
      how: { en: `0 at ${worst}, 100 at ${best}`, zh: `${worst} 得 0 分，${best} 得 100 分` },
      ...fromIndex(found.index),
    }),
  );
}

/** The target of a light; null where it has none. */
export function explainTarget(walk: Walk, indicator: string): Explanation | null {
  const rule = [...walk.catalog.lights.values()].find((one) => one.indicator === indicator);
  const target = rule?.target;
  if (!rule || !target) return null;
  const { label, unit } = indicatorWords(walk.catalog, indicator);
  const how: Text = {
    en: `green from ${target.green}, red beyond ${target.red}`,
    zh: `达到 ${target.green} 为绿，劣于 ${target.red} 为红`,
  };
  return once(walk, `target/${indicator}`, () =>
    settingNode(walk.catalog, {
      id: `target/${indicator}`,
      label: titled({ en: 'Target', zh: '目标值' }, label),
      value: target.green,
      unit,
      how,
      references: [target.reference],
      remarks: trustRemarks(target.mark),
      file: rule.file,
    }),
  );
}
