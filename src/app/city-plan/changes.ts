import { id, toEdge } from '../../base/index.js';
import type { PlanMeasure } from '../../catalog/index.js';
import type { ScenarioChange, ScenarioEffect, ScenarioMeasure } from '../../plan/index.js';
import { changesOf, type Effect } from '../../plan/index.js';
import { type NamedPlan, type PlanContext, refuseStrange, statedOf } from './context.js';

interface FullEffect extends Effect, Pick<ScenarioEffect, 'mark' | 'stated'> {}

/**
 * What the chosen measures are expected to do, by indicator: the directions of the library, and the ranges of the plan file in
 * place of those of the library. Targets without a measure on them stand too, as nothing works towards them.
 *
 * @throws AfterlodeError PLAN_WORD for an indicator that the catalog does not know
 */
export function scenarioChanges(
  context: PlanContext,
  plan: NamedPlan,
  chosen: readonly (readonly [PlanMeasure, ScenarioMeasure])[],
): readonly ScenarioChange[] {
  const { ws } = context;
  const { name, file } = plan;
  const stated = Object.values(file.effects).flatMap((all) => all.map(({ indicator }) => indicator));
  for (const [part, names] of [
    ['effects', stated],
    ['targets', Object.keys(file.targets)],
    ['recheck', Object.keys(file.recheck)],
  ] as const)
    refuseStrange(`${name}: ${part}`, names, ws.catalog.indicators.keys());
  const effects = chosen.flatMap(([measure]) => effectsOf(context, measure, plan));
  const lastYears = new Map(
    chosen.flatMap(([, { measure, years }]) => (years.length === 0 ? [] : [[measure, Math.max(...years)]])),
  );
  const found = changesOf(effects, lastYears);
  const without = Object.keys(file.targets)
    .filter((one) => found.every(({ indicator }) => indicator !== one))
    .map((indicator) => ({ indicator, effects: [], opposed: false, recheck: Number.NaN }));
  return [...found, ...without].map(({ indicator, effects: own, opposed, recheck }): ScenarioChange => {
    const { label, unit } = ws.catalog.indicators.get(id<'indicator'>(indicator)) ?? {
      label: { en: indicator, zh: indicator },
      unit: '',
    };
    const target = file.targets[indicator];
    return {
      indicator,
      label,
      unit,
      now: context.latest(id<'indicator'>(indicator)),
      effects: own.map(({ measure, direction, low, high, mark, stated: said }) => ({
        measure,
        direction,
        low: toEdge(low),
        high: toEdge(high),
        mark,
        stated: said,
      })),
      opposed,
      target:
        target === undefined
          ? null
          : {
              ...statedOf(ws, target, `${name}: targets.${indicator}`),
              year: target.year,
              value: target.value,
            },
      recheck: file.recheck[indicator] ?? toEdge(recheck),
    };
  });
}

function effectsOf(
  { ws }: PlanContext,
  measure: PlanMeasure,
  { name, file }: NamedPlan,
): readonly FullEffect[] {
  const own = file.effects[measure.id] ?? [];
  const library = measure.effects
    .filter(({ indicator }) => own.every((one) => one.indicator !== indicator))
    .map(
      ({ low, high, ...effect }): FullEffect => ({
        ...effect,
        measure: measure.id,
        low: low ?? Number.NaN,
        high: high ?? Number.NaN,
        stated: null,
      }),
    );
  const stated = own.map(
    ({ indicator, direction, low, high, ...said }): FullEffect => ({
      measure: measure.id,
      indicator,
      direction,
      low,
      high,
      mark: said.mark,
      stated: statedOf(ws, said, `${name}: effects.${measure.id}`),
    }),
  );
  return [...library, ...stated];
}
