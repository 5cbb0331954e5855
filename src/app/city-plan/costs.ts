import type { PlanFile, PlanMeasure } from '../../catalog/index.js';
import type { PlanCost } from '../../plan/index.js';
import { type NamedPlan, type PlanContext, statedOf, wrongPlan } from './context.js';

/**
 * What a measure costs in a scenario: the total that the plan file states, or its quantity times the unit cost of the catalog.
 *
 * @returns null where neither is there: unknown, which is not 0
 * @throws AfterlodeError PLAN_WORD for both, or for a quantity of what the catalog does not price
 */
export function costOf(
  { ws }: PlanContext,
  measure: PlanMeasure,
  { name, file }: NamedPlan,
): PlanCost | null {
  const { costs, quantities, basis } = file;
  const [total, quantity] = [costs[measure.id], quantities[measure.id]];
  if (total !== undefined) {
    const where = `${name}: costs.${measure.id}`;
    if (quantity !== undefined)
      throw wrongPlan(where, `quantities.${measure.id}`, {
        en: 'a total or a quantity',
        zh: '总额与数量只填其一',
      });
    return costFrom(total, total.years, basis, { from: 'stated', stated: statedOf(ws, total, where) });
  }
  if (quantity === undefined) return null;
  const where = `${name}: quantities.${measure.id}`;
  const { low = null, high = null } = measure.cost ?? {};
  if (low === null || high === null)
    throw wrongPlan(where, quantity.value, {
      en: 'a total under costs, as the catalog has no unit cost of this measure',
      zh: '目录没有该措施的单位成本，请在 costs 中给出总额',
    });
  return costFrom({ low: low * quantity.value, high: high * quantity.value }, quantity.years, basis, {
    from: 'quantity',
    stated: statedOf(ws, quantity, where),
  });
}

function costFrom(
  { low, high }: { readonly low: number; readonly high: number },
  years: number,
  basis: PlanFile['basis'],
  origin: Pick<PlanCost, 'from' | 'stated'>,
): PlanCost {
  const counted = { low, middle: (low + high) / 2, high }[basis];
  return { low, high, counted, years, ...origin };
}
