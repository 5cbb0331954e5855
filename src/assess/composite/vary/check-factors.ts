import { AfterlodeError, phrases, type Text } from '../../../base/index.js';
import type { Chain, ChainRun } from '../types.js';
import type { Factor } from './types.js';

type Found = { readonly found: string | Text; readonly expected: string | Text } | null;

/**
 * Refuses what an index cannot vary: a step that it does not have (unless the options say to leave it out as well), a
 * step that no node would take, codes and levels that are not there, shares out of range, the same step twice.
 *
 * @throws AfterlodeError INDEX_VARY
 */
export function checkFactors(run: ChainRun, factors: readonly Factor[]): void {
  const seen = new Set<string>();
  for (const factor of factors) {
    const wrong =
      twice(factor, seen) ??
      emptyOptions(factor) ??
      absentStep(run.chain, factor) ??
      idleStep(run, factors, factor) ??
      unknownNode(run, factor) ??
      outOfRange(run, factor);
    if (wrong) throw new AfterlodeError('INDEX_VARY', factor.name, wrong);
  }
  if (factors.length === 0) {
    throw new AfterlodeError('INDEX_VARY', 'factors', { found: phrases.none, expected: phrases.oneOrMore });
  }
}

function twice({ name, vary }: Factor, seen: Set<string>): Found {
  const many = vary === 'weights' || vary === 'leave-out';
  // Sets of weights only replace given weights.
  const step = vary === 'weight-sets' ? 'weigh' : vary;
  const said = [
    { en: `the name ${name}`, zh: `名称 ${name}` },
    ...(many ? [] : [{ en: step, zh: `步骤 ${step}` }]),
  ];
  const again = said.find(({ en }) => seen.has(en));
  for (const { en } of said) seen.add(en);
  return again === undefined
    ? null
    : {
        found: { en: `${again.en} a second time`, zh: `${again.zh} 再次出现` },
        expected: { en: 'each only once', zh: '各只出现一次' },
      };
}

function emptyOptions(factor: Factor): Found {
  const empty = 'options' in factor && factor.options?.length === 0;
  return empty ? { found: { en: 'no option', zh: '没有选项' }, expected: phrases.oneOrMore } : null;
}

/** Whether each option, and the index itself, has the step; null where the step is always there. */
function hasStep(chain: Chain, factor: Factor): readonly [boolean, readonly boolean[]] | null {
  switch (factor.vary) {
    case 'impute':
    case 'normalise':
      return [chain[factor.vary].method !== 'none', factor.options.map(({ method }) => method !== 'none')];
    case 'treat':
      return [
        chain.treat.method !== 'none',
        factor.options.map(({ method }) => (method ?? chain.treat.method) !== 'none'),
      ];
    case 'screen':
      return [chain.screen !== null, factor.options.map((one) => one !== null)];
    case 'minimum-coverage':
      return [chain.minimumCoverage !== null, factor.options.map((one) => one !== null)];
    default:
      return null;
  }
}

function absentStep(chain: Chain, factor: Factor): Found {
  const steps = hasStep(chain, factor);
  if (!steps) return null;
  const [nominal, options] = steps;
  if (nominal || (options.includes(false) && options.includes(true))) return null;
  return {
    found: {
      en: `the step ${factor.vary}, which the index does not have`,
      zh: `该指数没有的步骤 ${factor.vary}`,
    },
    expected: {
      en: 'a step of the index, or options with and without it',
      zh: '该指数已有的步骤，或同时含有与不含该步骤的选项',
    },
  };
}

/** A step that is there and that nothing takes. */
function idleStep({ chain, hierarchy, table }: ChainRun, factors: readonly Factor[], factor: Factor): Found {
  const aggregates = hierarchy.nodes.slice(hierarchy.leaves);
  const idle = (why: Text): Found => ({
    found: why,
    expected: { en: 'something that the choice would change', zh: '会因该选择而变的内容' },
  });
  if (factor.vary === 'normalise' && table.indicators.every(({ code }) => chain.normaliseOne.has(code)))
    return idle({ en: 'every indicator normalised in a way of its own', zh: '各指标均已单独指定标准化方法' });
  if (factor.vary === 'aggregate' && aggregates.every(({ rule }) => rule !== null))
    return idle({ en: 'every group with a rule of its own', zh: '各组均已单独指定汇总方法' });
  if (factor.vary === 'minimum-coverage' && aggregates.every((node) => node.minimumCoverage !== null))
    return idle({ en: 'every group with a minimum coverage of its own', zh: '各组均已单独指定最低覆盖率' });
  if (factor.vary === 'scale-scope' && table.times === null)
    return idle({ en: 'a table without times', zh: '没有时间的表' });
  if (factor.vary === 'weight-sets' && chain.weigh.method !== 'given')
    return {
      found: { en: `weights by ${chain.weigh.method}`, zh: `按 ${chain.weigh.method} 得出的权重` },
      expected: { en: 'an index whose weights are given', zh: '权重为给定值的指数' },
    };
  if (factor.vary !== 'goalposts') return null;
  const methods = factors.flatMap((one) => (one.vary === 'normalise' ? one.options : []));
  const used = [chain.normalise, ...chain.normaliseOne.values(), ...methods];
  return used.some(({ method }) => method === 'goalposts')
    ? null
    : {
        found: { en: 'goalposts, which no indicator uses', zh: '没有指标使用的上下限值' },
        expected: { en: 'an index normalised by goalposts', zh: '按 goalposts 标准化的指数' },
      };
}

function unknownNode({ hierarchy, table }: ChainRun, factor: Factor): Found {
  const below = hierarchy.nodes.slice(0, -1).map(({ code }) => code);
  const of = (codes: Iterable<string | null>, known: readonly string[]): Found => {
    const strange = [...codes].find((code) => code !== null && !known.includes(code));
    return strange === undefined
      ? null
      : { found: String(strange), expected: phrases.oneOf(known.join(', ')) };
  };
  if (factor.vary === 'leave-out') return of(factor.options ?? [], below);
  if (factor.vary === 'weight-sets') {
    const codes = factor.options.flatMap((set) => [...set.keys()]);
    return of(codes, [...below, hierarchy.nodes.at(-1)?.code ?? '']);
  }
  if (factor.vary === 'values' && typeof factor.error !== 'number') {
    return of(
      factor.error.keys(),
      table.indicators.map(({ code }) => code),
    );
  }
  if (factor.vary !== 'weights' || !factor.levels) return null;
  const levels = new Set(hierarchy.nodes.slice(0, -1).map(({ level }) => level));
  const strange = factor.levels.find((level) => !levels.has(level));
  return strange === undefined
    ? null
    : {
        found: { en: `level ${strange}`, zh: `第 ${strange} 层` },
        expected: phrases.oneOf([...levels].join(', ')),
      };
}

function outOfRange({ table }: ChainRun, factor: Factor): Found {
  if (factor.vary === 'weights' && !(factor.noise > 0 && factor.noise <= 1))
    return {
      found: { en: `noise ${factor.noise}`, zh: `noise 为 ${factor.noise}` },
      expected: { en: 'a share above 0, at most 1', zh: '大于 0 且不超过 1 的比例' },
    };
  if (factor.vary === 'goalposts' && !(factor.share > 0 && factor.share < 0.5))
    return {
      found: { en: `share ${factor.share}`, zh: `share 为 ${factor.share}` },
      expected: { en: 'a share above 0, below 0.5', zh: '大于 0 且小于 0.5 的比例' },
    };
  if (factor.vary !== 'values') return null;
  const errors = typeof factor.error === 'number' ? [factor.error] : [...factor.error.values()];
  for (const error of errors) {
    if (
      typeof error === 'number'
        ? !(error >= 0 && error < Number.POSITIVE_INFINITY)
        : error.some((one) => one < 0)
    )
      return {
        found: { en: 'an error below 0 or without end', zh: '小于 0 或无穷大的误差' },
        expected: { en: 'numbers from 0', zh: '不小于 0 的数' },
      };
    if (typeof error !== 'number' && error.length !== table.units.length)
      return {
        found: { en: `${error.length} errors`, zh: `${error.length} 个误差` },
        expected: {
          en: `${table.units.length}, one for each row`,
          zh: `${table.units.length} 个（每行一个）`,
        },
      };
  }
  return null;
}
