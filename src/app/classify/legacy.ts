import { judgeContext, judgeIndicator } from '../../assess/index.js';
import type { CityId, Period } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** Axis of the catalog that names the legacy indicators. */
const legacyAxis = 'legacy_problems';

/**
 * Whether none of the legacy indicators of a city is red: false with one red light, null while one has no light. Where no
 * unit has any value nothing is judged, so that the panel of all indicators is not built for nothing.
 */
export async function legacyJudge(
  ws: Workspace,
  panel: Panel,
): Promise<(city: CityId, period: Period) => boolean | null> {
  const names = (ws.catalog.axes.get(legacyAxis)?.inputs ?? []).flatMap(({ from }) =>
    'indicators' in from ? from.indicators : [],
  );
  const measured = names.some((name) =>
    panel.columns.get(name)?.values.some((value) => !Number.isNaN(value)),
  );
  if (!measured) return () => null;
  const { value: listed } = await listedPanel(ws);
  const register = await registerOf(ws);
  const contexts = new Map<Period, ReturnType<typeof judgeContext>>();
  return (city, period) => {
    const row = listed.cities.indexOf(city);
    if (row < 0 || !listed.periods.includes(period)) return null;
    const context = contexts.get(period) ?? judgeContext(listed, ws.catalog, register, period);
    contexts.set(period, context);
    const lights = names.map((name) => {
      const rule = ws.catalog.lights.get(name);
      return rule ? judgeIndicator(context, rule, row).final : 'none';
    });
    if (lights.includes('red')) return false;
    return lights.includes('none') ? null : true;
  };
}
