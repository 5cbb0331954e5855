import type { IndicatorId } from '../../base/index.js';
import type { Catalog, Problem } from '../../catalog/index.js';
import { judgedValue } from '../comparable.js';
import { decide, type Facts, readBy } from '../conditions.js';
import { type JudgeContext, judgeIndicator } from '../judge.js';
import type { Light } from '../types.js';
import type { Flag, FlagNote } from './types.js';

/** What a light is, where somebody has judged it already. */
export type KnownLights = (indicator: IndicatorId) => Light | undefined;

/**
 * The one place that decides which numbers flatter: reads every caveat of the catalog against one unit in the period of
 * the context. A caveat whose values are missing is not decided, so it flags nothing and clears nothing.
 *
 * @param city index into the panel's cities
 * @param known lights that were judged already; others are judged here
 */
export function flagsOf(
  context: JudgeContext,
  city: number,
  known: KnownLights = () => undefined,
): readonly Flag[] {
  const facts = ruleFacts(context, city, known);
  return caveatsOf(context.catalog)
    .filter((caveat) => decide(caveat.when, facts) === 'yes')
    .map((caveat) => flagOf(caveat, context.period));
}

/** The caveats of a catalog: what can become a flag. */
export function caveatsOf(catalog: Catalog): readonly Problem[] {
  return [...catalog.problems.values()].filter(({ kind }) => kind === 'caveat');
}

/** A caveat as a flag of a period. */
export function flagOf({ id, label, advice, disguise, marks }: Problem, period: Flag['period']): Flag {
  return { id, label, advice, disguise, period, beside: marks };
}

/** The flags that must stand beside an indicator, in the order of the catalog. */
export function flagsBeside(flags: readonly Flag[], indicator: IndicatorId): readonly Flag[] {
  return flags.filter(({ beside }) => beside.includes(indicator));
}

/** What is shown of flags. */
export function notesOf(flags: readonly Flag[]): readonly FlagNote[] {
  return flags.map(({ id, label, advice, disguise }) => ({ id, label, advice, disguise }));
}

/** Every indicator that some caveat may mark: the numbers that can flatter. */
export function flatteringIndicators(catalog: Catalog): ReadonlySet<IndicatorId> {
  return new Set(caveatsOf(catalog).flatMap(({ marks }) => marks));
}

/** What conditions of problems and caveats are read against. */
export function ruleFacts(context: JudgeContext, city: number, known: KnownLights = () => undefined): Facts {
  const { catalog } = context;
  return {
    value: (indicator) => judgedValue(context, indicator, city),
    parameter: (name) => catalog.parameters.get(name)?.value ?? null,
    light: (indicator) => {
      const light = known(indicator);
      if (light !== undefined) return light;
      const rule = catalog.lights.get(indicator);
      return rule ? judgeIndicator(context, rule, city).final : 'none';
    },
  };
}

/** Indicators that a caveat reads, as values and lights. */
export function readByFlag(caveat: Problem): readonly IndicatorId[] {
  const { values, lights } = readBy(caveat.when);
  return [...new Set([...values, ...lights])];
}
