import { type CityId, type Code, type IndicatorId, type Issue, issue, yearOf } from '../base/index.js';
import { flag } from '../observe/index.js';
import { labelOf } from '../register/index.js';
import { breaksBetween } from './comparable.js';
import type { JudgeContext } from './judge.js';

/**
 * Doubts about the lit figures of one city in one period: no row of its own, areas summed, boundary changed since a trend
 * began, values marked doubtful.
 *
 * @param city index into the panel's cities
 */
export function checkupIssues(context: JudgeContext, city: number): readonly Issue[] {
  const { register, panel, period, catalog } = context;
  const unit = register.byId.get(panel.cities[city] as CityId);
  if (!unit) return [];
  const where = `${labelOf(unit)} ${period}`;
  const issues: Issue[] = [];
  const year = yearOf(period);
  if (unit.areas.get(String(year))?.length === 0) {
    issues.push(issue('ASSESS_NO_ROW', 'warning', where, { found: year }));
  }
  const longest = Math.max(0, ...[...catalog.lights.values()].map(({ trendYears }) => trendYears ?? 0));
  const breaks = breaksBetween(register, unit, year - longest, year);
  if (breaks.length > 0) {
    const found = [...new Set(breaks.map((one) => one.year))].join(', ');
    issues.push(issue('ASSESS_BOUNDARY_CHANGED', 'warning', where, { found }));
  }
  issues.push(...flagged(context, city, where, flag.summed, 'ASSESS_AREAS_SUMMED', 'note'));
  issues.push(...flagged(context, city, where, flag.doubtful, 'ASSESS_VALUES_DOUBTFUL', 'warning'));
  return issues;
}

/** One issue that names all lit indicators whose value carries a flag; none where no value does. */
function flagged(
  context: JudgeContext,
  city: number,
  where: string,
  bit: number,
  code: Code,
  severity: Issue['severity'],
): readonly Issue[] {
  const { panel, catalog, period } = context;
  const cell = city * panel.periods.length + panel.periods.indexOf(period);
  const labels = [...catalog.lights.keys()]
    .filter((one: IndicatorId) => ((panel.columns.get(one)?.flags[cell] ?? 0) & bit) !== 0)
    .map((one) => catalog.indicators.get(one)?.label ?? { en: one, zh: one });
  if (labels.length === 0) return [];
  const facts = {
    found: labels.length,
    en: labels.map(({ en }) => en).join(', '),
    zh: labels.map(({ zh }) => zh).join('、'),
  };
  return [issue(code, severity, where, facts)];
}
