import {
  type Checkup,
  type ConditionFacts,
  cellValue,
  formatAddress,
  parameterValue,
  withoutDoubt,
} from '../../assess/index.js';
import { AfterlodeError, type IndicatorId, id, type Period, phrases, type Text } from '../../base/index.js';
import type { PlanFile, PlanSaid } from '../../catalog/index.js';
import type { PlanFinding, ScenarioChange, Stated } from '../../plan/index.js';
import { type City, cityOf } from '../../register/index.js';
import { checkupsOf, listedOne } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import { periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';

/** The city that a plan is for, with what its figures say. */
export interface PlanContext {
  readonly ws: Workspace;
  readonly city: City;
  readonly period: Period;
  readonly checkup: Checkup;
  readonly facts: ConditionFacts;
  /** Its latest figure up to the period; null where nobody has one. */
  readonly latest: (indicator: IndicatorId) => ScenarioChange['now'];
  readonly weights: Readonly<Record<NonNullable<PlanFinding['severity']> | 'light', number>>;
}

/** @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED, PERIOD_UNKNOWN */
export async function planContext(
  ws: Workspace,
  query: string,
  asked: string | undefined,
): Promise<PlanContext> {
  const period = periodOf(ws.catalog, asked);
  const city = cityOf(await registerOf(ws), query);
  const checkup = listedOne(await checkupsOf(ws, period), city);
  const panel = withoutDoubt((await listedPanel(ws)).value, ws.catalog);
  const row = panel.cities.indexOf(city.id);
  const at = panel.periods.indexOf(period);
  const weight = (name: string) => parameterValue(ws.catalog, `plan_weight_${name}`);
  return {
    ws,
    city,
    period,
    checkup,
    facts: {
      value: (indicator) => cellValue(panel, indicator, row, at),
      parameter: (name) => ws.catalog.parameters.get(name)?.value ?? null,
      light: (indicator) => checkup.lights[indicator]?.final ?? 'none',
    },
    latest: (indicator) => {
      const found = panel.periods
        .slice(0, at + 1)
        .map((one, column) => ({ period: one, value: cellValue(panel, indicator, row, column) }))
        .findLast(({ value }) => !Number.isNaN(value));
      return found === undefined ? null : { ...found, id: valueAddress(city, found.period, indicator) };
    },
    weights: { urgent: weight('urgent'), act: weight('act'), watch: weight('watch'), light: weight('light') },
  };
}

export function valueAddress(city: City, period: Period, indicator: IndicatorId): string {
  return formatAddress({ kind: 'value', city: city.id, period, indicator });
}

/** A plan file and where it came from. */
export interface NamedPlan {
  readonly name: string;
  readonly file: PlanFile;
}

/**
 * What a plan file says of itself, with the title of its source.
 *
 * @throws AfterlodeError PLAN_WORD for a source that the catalog does not have
 */
export function statedOf(ws: Workspace, { because, mark, source }: PlanSaid, where: string): Stated {
  if (source === undefined) return { because, mark, source: null };
  const found = ws.catalog.references.get(id<'reference'>(source));
  if (found === undefined)
    throw wrongPlan(where, source, { en: 'an entry of references.yaml', zh: 'references.yaml 中的条目' });
  return { because, mark, source: { id: source, title: found.title } };
}

/** @returns an error that says what stands in a plan file and what should */
export function wrongPlan(
  where: string | Text,
  found: string | number | Text,
  expected: string | Text,
): AfterlodeError {
  return new AfterlodeError('PLAN_WORD', where, { found, expected });
}

/**
 * Refuses names that nothing has.
 *
 * @throws AfterlodeError PLAN_WORD
 */
export function refuseStrange(where: string, names: Iterable<string>, known: Iterable<string>): void {
  const all = new Set(known);
  for (const name of names)
    if (!all.has(name))
      throw wrongPlan(where, name, all.size === 0 ? phrases.nothing : phrases.oneOf([...all].join(', ')));
}
