import { type Period, toEdge, yearOf } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { PlanTarget, TargetStand } from '../plan-targets/index.js';
import type { TargetResult, TargetStatus } from './types.js';

/** A panel cell by names; `NaN` where there is none. */
export function valueIn(panel: Panel, indicator: string, city: number, period: Period): number {
  const at = panel.periods.indexOf(period);
  if (city < 0 || at < 0) return Number.NaN;
  return panel.columns.get(indicator as never)?.values[city * panel.periods.length + at] ?? Number.NaN;
}

/** Whether a panel cell is marked doubtful. */
export function isDoubtful(panel: Panel, indicator: string, city: number, period: Period): boolean {
  const at = panel.periods.indexOf(period);
  if (city < 0 || at < 0) return false;
  const flags = panel.columns.get(indicator as never)?.flags[city * panel.periods.length + at] ?? 0;
  return (flags & flag.doubtful) !== 0;
}

/**
 * What became of a plan target. The actual value is that of the target's own year; no other year stands in and no target is
 * made from what came about. Versions that were superseded stand beside it: a target that was lowered on the way shows.
 *
 * @param city place in the panel
 */
export function judgeTarget(
  panel: Panel,
  catalog: Pick<Catalog, 'indicators'>,
  city: number,
  { inForce: plan, earlier }: TargetStand,
  from: Period,
  to: Period,
): TargetResult {
  const definition = catalog.indicators.get(plan.indicator);
  const open = yearOf(plan.year) > yearOf(to);
  const actual = open ? Number.NaN : valueIn(panel, plan.indicator, city, plan.year);
  const base = valueIn(panel, plan.indicator, city, from);
  const way = plan.target - base;
  return {
    indicator: plan.indicator,
    label: definition?.label ?? { en: plan.indicator, zh: plan.indicator },
    unit: definition?.unit ?? ('' as TargetResult['unit']),
    year: plan.year,
    target: plan.target,
    document: plan.document,
    issued: plan.issued,
    earlier: earlier.map(versionOf),
    base: toEdge(base),
    actual: toEdge(actual),
    difference: toEdge(actual - plan.target),
    wayGone: way === 0 ? null : toEdge((actual - base) / way),
    status: statusOf(),
  };

  function statusOf(): TargetStatus {
    if (open) return 'open';
    if (Number.isNaN(actual)) return 'no-data';
    if (isDoubtful(panel, plan.indicator, city, plan.year)) return 'doubtful';
    if (definition?.better === 'more') return actual >= plan.target ? 'met' : 'missed';
    if (definition?.better === 'less') return actual <= plan.target ? 'met' : 'missed';
    return 'no-direction';
  }
}

function versionOf({ target, document, issued }: PlanTarget): TargetResult['earlier'][number] {
  return { target, document, issued };
}
