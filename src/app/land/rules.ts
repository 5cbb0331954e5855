import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../base/index.js';
import type { Catalog, LandRule } from '../../catalog/index.js';
import type { LandBounds, LandSettings } from '../../locate/index.js';

/** Settings of the catalog for inefficient land; what it leaves at 0 is not set, `NaN`. */
export function landSettings(catalog: Catalog): LandSettings {
  const empty = (name: string) => parameterValue(catalog, name) || Number.NaN;
  return {
    medianShare: parameterValue(catalog, 'land_median_share'),
    peersMinimum: parameterValue(catalog, 'land_peers_minimum'),
    scoreLeast: parameterValue(catalog, 'land_score_least'),
    occupiedLeast: empty('land_occupied_least'),
    oldEstateYear: parameterValue(catalog, 'land_old_estate_year'),
    villageFootprintM2: empty('land_village_footprint'),
    villageCoverage: empty('land_village_coverage'),
  };
}

/** Bounds by industry, and what is to be said of their texts once all plots were asked. */
export interface LandRuleBook {
  readonly boundsFor: (industry: string | null) => LandBounds;
  /** The id of an industry of the catalog, so that one under several names is one; others stay as they are written. */
  readonly idOf: (industry: string) => string;
  /** The name of an industry of the catalog; of others what is written. */
  readonly nameOf: (industry: string) => Text;
  readonly issues: () => readonly Issue[];
}

/**
 * The texts in force on the catalog's day, the newest first; what a text leaves out, the next older one says.
 *
 * @param asked id of one text that is to hold alone; null: those in force
 * @param classification of bare codes of industries; null: codes are not read
 * @throws AfterlodeError CALL_OPTION for a text or classification that is not there
 */
export function ruleBook(
  { landRules, on }: Pick<Catalog, 'landRules' | 'on'>,
  asked: string | null,
  classification: string | null,
): LandRuleBook {
  const all = [...(landRules?.values() ?? [])];
  const rules = asked === null ? all.filter(({ from }) => from <= on) : all.filter(({ id }) => id === asked);
  if (asked !== null && rules.length === 0)
    throw unknown(
      '--rules',
      asked,
      all.map(({ id }) => id),
    );
  const classifications = [...new Set(rules.flatMap((one) => one.classification ?? []))];
  if (classification !== null && !classifications.includes(classification))
    throw unknown('--industry-codes', classification, classifications);
  const find = (industry: string) =>
    rules.flatMap((rule) => industryOf(rule, industry, classification) ?? [])[0];
  const older = new Map<string, LandRule>();
  const strange = new Map<string, number>();
  const bound = (item: 'coverage' | 'living' | 'green') => {
    const rule = rules.find((one) => typeof one[item]?.value === 'number');
    if (rule !== undefined && rule !== rules[0]) older.set(item, rule);
    return rule?.[item]?.value ?? Number.NaN;
  };
  const ratioOf = (industry: string) => {
    for (const rule of rules) {
      const found = industryOf(rule, industry, classification);
      if (typeof found?.floorAreaRatio !== 'number') continue;
      if (rule !== rules[0]) older.set('floor_area_ratio', rule);
      return found.floorAreaRatio;
    }
    strange.set(industry, (strange.get(industry) ?? 0) + 1);
    return Number.NaN;
  };
  return {
    boundsFor: (industry) => ({
      floorAreaRatio: industry === null ? Number.NaN : ratioOf(industry),
      coverage: bound('coverage'),
      living: bound('living'),
      green: bound('green'),
    }),
    idOf: (industry) => find(industry)?.id ?? industry,
    nameOf: (industry) => find(industry)?.label ?? { en: industry, zh: industry },
    issues: () => [
      ...[...strange].map(([industry, found]) =>
        issue('LAND_INDUSTRY_UNKNOWN', 'warning', industry, { found }),
      ),
      ...olderIssues(rules[0], older),
    ],
  };
}

function olderIssues(newest: LandRule | undefined, older: ReadonlyMap<string, LandRule>): readonly Issue[] {
  if (newest === undefined) return [];
  const byRule = new Map<LandRule, string[]>();
  for (const [item, rule] of older) byRule.set(rule, [...(byRule.get(rule) ?? []), item]);
  return [...byRule].map(([rule, items]) =>
    issue('LAND_RULE_OLDER', 'note', newest.id, { items: items.join(', '), found: rule.id }),
  );
}

function industryOf({ industries, classification }: LandRule, written: string, codes: string | null) {
  const same = (one: string) => one.toLowerCase() === written.toLowerCase();
  const code =
    codes !== null && codes === classification ? /^[A-Z]?(\d{2})\d*$/i.exec(written)?.[1] : undefined;
  return industries.find(
    (one) =>
      same(one.id) || same(one.label.en) || same(one.label.zh) || (code !== undefined && one.code === code),
  );
}

function unknown(option: string, found: string, known: readonly string[]): AfterlodeError {
  const expected = known.length === 0 ? phrases.none : phrases.oneOf(known.join(', '));
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
