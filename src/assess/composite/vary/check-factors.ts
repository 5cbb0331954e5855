import { AfterlodeError } from '../../../base/index.js';
import type { Chain, ChainRun } from '../types.js';
import type { Factor } from './types.js';

type Found = { readonly found: string; readonly expected: string } | null;

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
    throw new AfterlodeError('INDEX_VARY', 'factors', { found: 'none', expected: 'one or more' });
  }
}

function twice({ name, vary }: Factor, seen: Set<string>): Found {
  const many = vary === 'weights' || vary === 'leave-out';
  // Sets of weights only replace given weights.
  const words = [`the name ${name}`, ...(many ? [] : [vary === 'weight-sets' ? 'weigh' : vary])];
  const again = words.find((word) => seen.has(word));
  for (const word of words) seen.add(word);
  return again === undefined ? null : { found: `${again} a second time`, expected: 'each only once' };
}

function emptyOptions(factor: Factor): Found {
  const empty = 'options' in factor && factor.options?.length === 0;
  return empty ? { found: 'no option', expected: 'one or more' } : null;
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
    found: `the step ${factor.vary}, which the index does not have`,
    expected: 'a step of the index, or options with and without it',
  };
}

/** A step that is there and that nothing takes. */
function idleStep({ chain, hierarchy, table }: ChainRun, factors: readonly Factor[], factor: Factor): Found {
  const aggregates = hierarchy.nodes.slice(hierarchy.leaves);
  const idle = (why: string): Found => ({ found: why, expected: 'something that the choice would change' });
  if (factor.vary === 'normalise' && table.indicators.every(({ code }) => chain.normaliseOne.has(code)))
    return idle('every indicator normalised in a way of its own');
  if (factor.vary === 'aggregate' && aggregates.every(({ rule }) => rule !== null))
    return idle('every group with a rule of its own');
  if (factor.vary === 'minimum-coverage' && aggregates.every((node) => node.minimumCoverage !== null))
    return idle('every group with a minimum coverage of its own');
  if (factor.vary === 'scale-scope' && table.times === null) return idle('a table without times');
  if (factor.vary === 'weight-sets' && chain.weigh.method !== 'given')
    return { found: `weights by ${chain.weigh.method}`, expected: 'an index whose weights are given' };
  if (factor.vary !== 'goalposts') return null;
  const methods = factors.flatMap((one) => (one.vary === 'normalise' ? one.options : []));
  const used = [chain.normalise, ...chain.normaliseOne.values(), ...methods];
  return used.some(({ method }) => method === 'goalposts')
    ? null
    : { found: 'goalposts, which no indicator uses', expected: 'an index normalised by goalposts' };
}

function unknownNode({ hierarchy, table }: ChainRun, factor: Factor): Found {
  const below = hierarchy.nodes.slice(0, -1).map(({ code }) => code);
  const of = (codes: Iterable<string | null>, known: readonly string[]): Found => {
    const strange = [...codes].find((code) => code !== null && !known.includes(code));
    return strange === undefined ? null : { found: String(strange), expected: `one of ${known.join(', ')}` };
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
    : { found: `level ${strange}`, expected: `one of ${[...levels].join(', ')}` };
}

function outOfRange({ table }: ChainRun, factor: Factor): Found {
  if (factor.vary === 'weights' && !(factor.noise > 0 && factor.noise <= 1))
    return { found: `noise ${factor.noise}`, expected: 'a share above 0, at most 1' };
  if (factor.vary === 'goalposts' && !(factor.share > 0 && factor.share < 0.5))
    return { found: `share ${factor.share}`, expected: 'a share above 0, below 0.5' };
  if (factor.vary !== 'values') return null;
  const errors = typeof factor.error === 'number' ? [factor.error] : [...factor.error.values()];
  for (const error of errors) {
    if (
      typeof error === 'number'
        ? !(error >= 0 && error < Number.POSITIVE_INFINITY)
        : error.some((one) => one < 0)
    )
      return { found: 'an error below 0 or without end', expected: 'numbers from 0' };
    if (typeof error !== 'number' && error.length !== table.units.length)
      return { found: `${error.length} errors`, expected: `${table.units.length}, one for each row` };
  }
  return null;
}
