import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimAnswer, claim, claims, explainNumber, type Workspace } from '../../src/app/index.js';
import { readingWorkspace, testWorkspace } from './workspace.js';

/** The claims of the shipped catalog, recomputed from the shipped data. */

let ws: Workspace;
let all: readonly ClaimAnswer[];
beforeAll(async () => {
  ws = await readingWorkspace();
  all = await claims(ws);
});

const one = (id: string) => {
  const found = all.find((entry) => entry.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};

describe('claims of the shipped data', () => {
  it('are more than sixty, each with source, figures, verdict and reason in both languages', () => {
    expect(all.length).toBeGreaterThan(60);
    for (const entry of all) {
      expect(entry.claim.zh.length * entry.claim.en.length).toBeGreaterThan(0);
      expect(entry.source.where).not.toBe('');
      expect(Object.keys(entry.recomputed)).toEqual(Object.keys(entry.published));
      expect(entry.reason.en).not.toMatch(/[{}]|NaN|undefined/);
      expect(entry.reason.zh).not.toMatch(/[{}]|NaN|undefined/);
    }
  });

  it('52 grew and 74 shrank holds only without alignment; aligned it is 49 and 77, three are annexations', async () => {
    const found = one('shrinking_prefectures');
    expect(found.published).toEqual({ grew: 52, shrank: 74 });
    expect(found.recomputed).toEqual({ grew: 49, shrank: 77 });
    expect(found.verdict).toBe('holds only if');
    expect(found.condition?.en).toBe('if boundaries are not aligned and each census keeps its own');
    expect(found.readings[1]?.figures.map(({ recomputed }) => recomputed)).toEqual([52, 74]);
    const { beside } = await claim(ws, 'shrinking_prefectures');
    const annexed = beside.find(({ id }) => id === 'annexed');
    expect(annexed?.recomputed).toBe(3);
    expect(annexed?.members.map(({ name }) => name.zh).toSorted()).toEqual(
      ['淮南市', '铜陵市', '马鞍山市'].toSorted(),
    );
    expect(found.reason.en).toContain(
      "3 of the growers gained land and lost people (Huainan, Ma'anshan, Tongling)",
    );
  });

  it.each([
    ['shrinking_share', 'holds only if'],
    ['list_262', 'holds'],
    ['batches_69', 'holds'],
    ['kinds_sum_69', 'holds'],
    ['forest_share', 'holds'],
    ['forest_against_other', 'does not hold'],
    ['exhausted_154_million', 'does not hold'],
    ['third_batch_2012', 'holds only if'],
    ['mature_declining_80', 'holds'],
    ['gdp_growth_6', 'holds only if'],
    ['carbon_per_head_ratio', 'holds'],
    ['carbon_intensity_ratio', 'does not hold'],
    ['carbon_implied_output', 'does not hold'],
    ['people_30_percent', 'holds only if'],
    ['huaibei_one_to_nine', 'holds only if'],
    ['huaibei_reservoir', 'does not hold'],
    ['haizhou_area', 'holds'],
    ['haizhou_forbidden_cities', 'does not hold'],
    ['heihe_declining', 'does not hold'],
    ['wansheng_72_to_5', 'cannot be checked'],
    ['wuhai_green', 'cannot be checked'],
    ['wuhai_dependent', 'holds only if'],
    ['services_2012', 'holds'],
    ['services_2020', 'cannot be checked'],
    ['mining_share_of_output', 'cannot be checked'],
  ] as const)('%s: %s', (id, verdict) => {
    expect(one(id).verdict).toBe(verdict);
  });

  it('come to the figures of the notes', () => {
    expect(one('carbon_intensity_ratio').recomputed.ratio).toBeCloseTo(1.7727, 4);
    expect(one('carbon_per_head_ratio').recomputed.ratio).toBeCloseTo(1.1667, 4);
    expect(one('forest_share').recomputed.share).toBeCloseTo(23.188, 3);
    expect(one('gdp_growth_6').recomputed.growth).toBeCloseTo(6.9127, 4);
    expect(one('gdp_growth_6').readings[1]?.figures[0]?.recomputed).toBeCloseTo(6.1216, 4);
    expect(one('huaibei_one_to_nine').recomputed.ratio).toBeCloseTo(2.909, 3);
    expect(one('heihe_declining').recomputed).toEqual({ type: 'mature' });
    expect(one('loss_above_20').recomputed.some).toBe(8);
    expect(one('services_2012').recomputed.share as number).toBeCloseTo(32.2, 1);
  });

  it('say for each that cannot be checked which import would allow it', () => {
    const open = all.filter(({ verdict }) => verdict === 'cannot be checked');
    expect(open.length).toBeGreaterThan(10);
    for (const entry of open) expect(entry.reason.en).toContain('needed: ');
  });

  it('list inputs whose addresses explain opens', async () => {
    const details = await Promise.all(
      ['shrinking_prefectures', 'wuhai_dependent', 'people_30_percent', 'heihe_declining'].map((id) =>
        claim(ws, id),
      ),
    );
    const inputs = details.flatMap(({ readings, beside }) =>
      [...readings.flatMap(({ figures }) => figures), ...beside].flatMap((figure) => figure.inputs),
    );
    const ofPack = inputs.filter(({ address }) => address !== null);
    expect(ofPack.length).toBeGreaterThan(500);
    for (const { address, value } of [...ofPack.slice(0, 6), ...ofPack.slice(-6)]) {
      const tree = await explainNumber(ws, address ?? '');
      expect(tree.value).toBe(value);
    }
  });

  it('name the near ones for an unknown id', async () => {
    await expect(claim(ws, 'list_26')).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
  });
});

describe('a claim of a user', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterlode-claims-'));
    for (const part of ['data', 'catalog']) await cp(part, join(folder, part), { recursive: true });
    await writeFile(
      join(folder, 'catalog', 'claims', 'ours.yaml'),
      `coal_prefectures:
  claim: {en: Half of the prefectures are coal cities, zh: 半数地级资源型城市为煤城}
  source: {reference: project-rules, where: example, mark: D}
  published:
    share: {label: {en: coal prefectures, zh: 煤炭地级市占比}, value: 50, unit: percent, tolerance: 5}
  readings:
    - id: register
      figures:
        share:
          op: ratio
          of:
            - {op: count, units: {listed: true, levels: [prefecture], resources: [coal]}}
            - {op: count, units: {listed: true, levels: [prefecture]}}
  reason: {en: 'By resource of the register {register.share}.', zh: '按名录资源类别为{register.share}。'}
`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is checked like the others', async () => {
    const own = await claim(await testWorkspace(folder), 'coal_prefectures');
    const coal = ws.register.cities.filter(
      (city) => city.listed && city.level === 'prefecture' && city.resources.includes('coal'),
    ).length;
    expect(own.readings[0]?.figures[0]?.recomputed).toBeCloseTo((coal / 126) * 100, 9);
    expect(own.file).toContain('claims/ours.yaml');
  });
});
