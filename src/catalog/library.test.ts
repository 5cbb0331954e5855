import { describe, expect, it } from 'vitest';
import { overlayFrom } from './overlays.js';
import { places, resolveSample, sampleFiles } from './testing/sample.js';

const classes = {
  'classes/resource.yaml': `label: {en: Resource, zh: 资源}
classes: [{id: coal, label: {en: coal, zh: 煤}}, {id: forest, label: {en: forest, zh: 林}}]
references: [rules]
mark: D
`,
  'classes/official_type.yaml': `label: {en: Type, zh: 类型}
classes: [{id: mature, label: {en: mature, zh: 成熟型}}]
references: [rules]
mark: D
`,
  'classes/ground_condition.yaml': `label: {en: Ground, zh: 地面}
classes: [{id: stable, label: {en: stable, zh: 稳定}}]
references: [rules]
mark: D
`,
};

const library = {
  'transition_cases/made.yaml': `pit:
  place: {en: Pit, zh: 矿坑}
  country: cn
  resource: {en: coal, zh: 煤炭}
  resources: [coal]
  stage: mature
  mode: replacement
  instruments: [{what: {en: Lake, zh: 湖}, cost: {value: 5, currency: CNY, mark: V}, mark: S}]
  outcome: {class: unknown}
  references: [study]
  mark: S
`,
  'measures/made.yaml': `lake:
  label: {en: Lake, zh: 造湖}
  does: {en: Make a lake, zh: 建湖}
  answers: {problems: [much_mining], lights: [mining_share], types: [mature], resources: [coal], ground: [stable]}
  cost: {low: 1, high: null, per: {en: per mu, zh: 每亩}, mark: V}
  effects: [{indicator: mining_share, direction: less, mark: D}]
  conflicts: [field]
  cases: [pit]
  references: [study]
  mark: V
field:
  label: {en: Field, zh: 造田}
  does: {en: Make a field, zh: 复垦}
  answers: {problems: [much_mining]}
  references: [study]
  mark: V
`,
  'matching/made.yaml': `label: {en: Matching, zh: 匹配}
similar: [{indicator: workers, log: true}, {indicator: mining_share, weight: 2}]
jobs: {years: 10, resources: [coal], resource: [miners], chain: [workers], outside: [farmers]}
size: workers
change: mining_share_change
references: [rules]
mark: D
`,
  'successors/made.yaml': `label: {en: Successors, zh: 接续产业}
weights: {density: 1, pci: 1, gain: 1, jobs: 0, skills: 1, carbon: 1, water: 1}
extractive: [miners]
left_out: []
least: 0
usual_share: 0.1
gates: [{id: size, label: {en: Size, zh: 规模}, quantity: {en: people, zh: 人}, sense: least, has: {indicator: workers}}]
needs:
  shops: {gate: size, activities: [farmers], value: null, why: {en: Buyers, zh: 顾客}, references: [study], mark: S}
references: [rules]
mark: D
`,
};

type Path = keyof typeof library;
const whole = { ...classes, ...library };
const faults = (path: Path, from: string, to: string) => {
  if (!library[path].includes(from)) throw new Error(`${path} has no "${from}"`);
  return places(resolveSample({ ...whole, [path]: library[path].replace(from, to) }).issues);
};

describe('cases, measures, rules of matching and of successors', () => {
  it('are resolved; what is left out is null and never 0', () => {
    const { value, issues } = resolveSample(whole);
    expect(issues).toEqual([]);
    expect(value.transitionCases?.get('pit')).toMatchObject({
      city: null,
      population: null,
      trigger: null,
      helped: [],
      outcome: { class: 'unknown', text: null },
      instruments: [{ cost: { value: 5 }, payer: null }],
      line: 1,
    });
    expect(value.measures?.get('lake')).toMatchObject({
      theme: 'made',
      cost: { low: 1, high: null, scope: null },
      effects: [{ indicator: 'mining_share', low: null, high: null }],
    });
    expect(value.measures?.get('field')?.cost).toBeNull();
    expect(value.matchings?.get('made')?.similar).toEqual([
      { indicator: 'workers', weight: 1, log: true },
      { indicator: 'mining_share', weight: 2, log: false },
    ]);
    expect(value.successors?.get('made')).toMatchObject({ leftOut: [], needs: [{ value: null, mark: 'S' }] });
  });

  it.each([
    ['transition_cases/made.yaml', '[study]', '[gossip]', 'CATALOG_ID_UNKNOWN', 10],
    ['transition_cases/made.yaml', '[coal]', '[gold]', 'CATALOG_VALUE', 5],
    ['transition_cases/made.yaml', 'stage: mature', 'stage: old', 'CATALOG_VALUE', 6],
    ['transition_cases/made.yaml', 'mode: replacement', 'mode: magic', 'CATALOG_VALUE', 7],
    ['measures/made.yaml', '[much_mining]', '[boredom]', 'CATALOG_ID_UNKNOWN', 4],
    ['measures/made.yaml', 'lights: [mining_share]', 'lights: [gold]', 'CATALOG_ID_UNKNOWN', 4],
    ['measures/made.yaml', 'types: [mature]', 'types: [old]', 'CATALOG_VALUE', 4],
    ['measures/made.yaml', 'ground: [stable]', 'ground: [mud]', 'CATALOG_VALUE', 4],
    ['measures/made.yaml', '{low: 1, high: null', '{low: 1, high: 0.5', 'CATALOG_RANGE', 5],
    ['measures/made.yaml', 'direction: less', 'direction: less, low: 2, high: 1', 'CATALOG_RANGE', 6],
    ['measures/made.yaml', 'indicator: mining_share', 'indicator: gold', 'CATALOG_ID_UNKNOWN', 6],
    ['measures/made.yaml', 'conflicts: [field]', 'conflicts: [fields]', 'CATALOG_ID_UNKNOWN', 7],
    ['measures/made.yaml', 'conflicts: [field]', 'conflicts: [lake]', 'CATALOG_VALUE', 7],
    [
      'measures/made.yaml',
      'conflicts: [field]',
      'conflicts: [field]\n  synergies: [field]',
      'CATALOG_VALUE',
      7,
    ],
    ['measures/made.yaml', 'cases: [pit]', 'cases: [hole]', 'CATALOG_ID_UNKNOWN', 8],
    ['matching/made.yaml', 'indicator: workers', 'indicator: gold', 'CATALOG_ID_UNKNOWN', 2],
    ['matching/made.yaml', 'resources: [coal]', 'resources: [gold]', 'CATALOG_VALUE', 3],
    ['matching/made.yaml', 'outside: [farmers]', 'outside: [bankers]', 'CATALOG_ID_UNKNOWN', 3],
    ['matching/made.yaml', 'size: workers', 'size: height', 'CATALOG_ID_UNKNOWN', 4],
    ['successors/made.yaml', 'extractive: [miners]', 'extractive: [diggers]', 'CATALOG_ID_UNKNOWN', 3],
    ['successors/made.yaml', 'indicator: workers', 'indicator: gold', 'CATALOG_ID_UNKNOWN', 7],
    ['successors/made.yaml', '{indicator: workers}', '{ground: [mud], of: count}', 'CATALOG_VALUE', 7],
    ['successors/made.yaml', 'gate: size', 'gate: width', 'CATALOG_VALUE', 9],
    ['successors/made.yaml', '[farmers]', '[bankers]', 'CATALOG_ID_UNKNOWN', 9],
  ] as const)('%s: %s as %s is a fault with its line', (path, from, to, code, line) => {
    expect(faults(path, from, to)).toEqual([`${code} ${path}, line ${line}`]);
  });

  it('may be changed and added to by an overlay', () => {
    const files = sampleFiles({
      ...whole,
      'overlays/own/overlay.yaml': 'by: us\non: 2026-01-15\nwhy: {en: ours, zh: 自有}\n',
      'overlays/own/measures/made.yaml': `field: {cost: {low: 2, high: 3, per: {en: per mu, zh: 每亩}, mark: D}}
pond:
  label: {en: Pond, zh: 鱼塘}
  does: {en: Dig a pond, zh: 挖塘}
  answers: {problems: [much_mining]}
  references: [rules]
  mark: D
`,
      'overlays/own/successors/made.yaml': 'needs: {shops: {value: 20000, mark: D}}\n',
    });
    const own = overlayFrom(files, 'own');
    if (!own) throw new Error('no overlay');
    const { value, issues } = resolveSample(whole, [own]);
    expect(issues).toEqual([]);
    expect([...(value.measures?.keys() ?? [])]).toEqual(['lake', 'field', 'pond']);
    expect(value.measures?.get('field')?.cost).toMatchObject({ low: 2, high: 3 });
    expect(value.successors?.get('made')?.needs).toMatchObject([{ gate: 'size', value: 20_000, mark: 'D' }]);
  });
});
