import { AfterlodeError, type IndicatorId } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';

/**
 * The observed indicators from which the given ones are computed, directly or through others; an observed indicator
 * needs itself. In the order in which they are met, each once.
 *
 * @throws AfterlodeError `PANEL_INDICATOR_UNKNOWN`
 */
export function neededIndicators(
  ids: Iterable<IndicatorId>,
  catalog: Pick<Catalog, 'indicators'>,
): readonly IndicatorId[] {
  const observed = new Set<IndicatorId>();
  const seen = new Set<IndicatorId>();
  const visit = (id: IndicatorId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const indicator = catalog.indicators.get(id);
    if (indicator === undefined) throw new AfterlodeError('PANEL_INDICATOR_UNKNOWN', id, { found: id });
    if (indicator.formula === null) observed.add(id);
    else indicator.formula.of.forEach(visit);
  };
  for (const id of ids) visit(id);
  return [...observed];
}
