import { type Checked, type Issue, id } from '../../base/index.js';
import { resolveCatalog } from '../resolve.js';
import type { Catalog, CatalogFile, Overlay } from '../types.js';

/** A small whole catalog for the tests of this room; each file as a planner would write it. */
const files: Readonly<Record<string, string>> = {
  'catalog.yaml': 'version: 1.2.3\n',
  'units.yaml': `share: {label: {en: share, zh: 份额}, display: percent, digits: 3}
percent: {label: {en: '%', zh: '%'}, base: share, factor: 0.01, digits: 1, aliases: ['%']}
ratio: {label: {en: ratio, zh: 比值}, digits: 2}
person: {label: {en: persons, zh: 人}, digits: 0}
10_thousand_person: {label: {en: 10 thousand persons, zh: 万人}, base: person, factor: 10000, digits: 2, aliases: ['10,000 persons']}
CNY: {label: {en: yuan, zh: 元}, digits: 0}
100_million_cny: {label: {en: 100 million yuan, zh: 亿元}, base: CNY, factor: 100000000, digits: 2}
CNY_per_person: {label: {en: yuan per person, zh: 元/人}, per: [CNY, person], digits: 0}
`,
  'references.yaml': `rules: {kind: project, date: '2026-01-15', title: {en: rules, zh: 规则}, mark: D}
study: {kind: article, date: '2018', title: {en: study, zh: 研究}, mark: V}
`,
  'source_order.yaml': 'usual: [table_a, table_b]\nexcept: {workers: [table_b]}\n',
  'observed/work.yaml': `workers: {label: {en: Workers, zh: 就业}, unit: person, additive: true, valid: [0, null], references: [rules], mark: D}
miners: {label: {en: Miners, zh: 矿工}, unit: person, additive: true, valid: [0, null], references: [rules], mark: D}
farmers: {label: {en: Farmers, zh: 农民}, unit: person, additive: true, valid: [0, null], references: [rules], mark: D}
output: {label: {en: Output, zh: 产值}, unit: CNY, additive: true, valid: [0, null], references: [rules], mark: D}
`,
  'indicators/work/mining_share.yaml': `label: {en: Mining share, zh: 采矿业占比}
unit: share
better: less
valid: [0, 1]
formula: {op: ratio, of: [miners, workers]}
references: [rules]
mark: D
`,
  'indicators/work/mining_share_change.yaml': `label: {en: Change of the mining share, zh: 采矿业占比变化}
unit: share
better: neither
valid: [-1, null]
formula: {op: growth, of: [mining_share], years: 10}
references: [rules]
mark: D
`,
  'indicators/work/output_per_worker.yaml': `label: {en: Output per worker, zh: 人均产值}
unit: CNY_per_person
better: more
valid: [0, null]
formula: {op: ratio, of: [output, workers]}
references: [rules]
mark: D
`,
  'parameters/cut.yaml': `label: {en: Cut, zh: 界限}
unit: share
mark: V
confirmed: 2026-01-15
values:
  - {from: 2000-01-01, value: 0.1, reference: study}
  - {from: 2020-01-01, value: 0.15, reference: rules}
`,
  'classes/grade.yaml': `label: {en: Grade, zh: 分级}
classes:
  - {id: low, label: {en: low, zh: 低}, to: 0.1}
  - {id: high, label: {en: high, zh: 高}, from: 0.1}
references: [rules]
mark: D
`,
  'indices/all.yaml': `version: 1
label: {en: All, zh: 总}
aggregate: arithmetic
steps: {normalise: {method: minmax}, weights: given}
periods: ['2020']
of:
  - id: one
    label: {en: One, zh: 一}
    weight: 0.6
    of:
      - {indicator: mining_share, weight: 0.5}
      - {indicator: output_per_worker, weight: 0.5}
  - {indicator: workers, weight: 0.4}
references: [rules]
mark: D
`,
  'lights/work.yaml': 'mining_share: {peers: true, trend_years: 10}\n',
  'problems/much_mining.yaml': `label: {en: Much mining, zh: 采矿业偏重}
kind: problem
severity: act
when:
  all:
    - {indicator: mining_share, is: ge, than: {parameter: cut}}
    - {light: mining_share, in: [red]}
magnitude: mining_share
references: [rules]
mark: D
`,
  'layouts/long.yaml': `label: {en: Long, zh: 长表}
format: long
city: [city]
period: [year]
indicator: [indicator]
value: [value]
columns:
  jobs: {indicator: workers, unit: 10_thousand_person}
years: [1990, 2030]
`,
};

/** The day on which the sample is resolved where a test does not say. */
export const sampleDay = id<'date'>('2026-06-01');

/**
 * The sample's files with changes: a text replaces a file or adds one, null removes it, a pair replaces the first
 * text by the second inside it.
 */
export function sampleFiles(
  changes: Readonly<Record<string, string | null | readonly [string, string]>> = {},
): CatalogFile[] {
  const all: Record<string, string> = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete all[path];
    else if (typeof change === 'string') all[path] = change;
    else {
      const before = all[path] ?? '';
      if (!before.includes(change[0])) throw new Error(`${path} has no "${change[0]}"`);
      all[path] = before.replace(change[0], change[1]);
    }
  }
  return Object.entries(all).map(([path, text]) => ({ path, text }));
}

/** Resolves the sample with changes. */
export function resolveSample(
  changes: Parameters<typeof sampleFiles>[0] = {},
  overlays: readonly Overlay[] = [],
): Checked<Catalog> {
  return resolveCatalog(sampleFiles(changes), sampleDay, overlays);
}

/** Code and place of each issue, the form in which tests compare them. */
export function places(issues: readonly Issue[]): string[] {
  return issues.map((one) => `${one.code} ${one.where}`);
}
