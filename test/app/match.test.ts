import { describe, expect, it } from 'vitest';
import { match, type Workspace } from '../../src/app/index.js';
import { readingWorkspace } from './workspace.js';

const ws = await readingWorkspace();
const { catalog } = ws;
const library = [...(catalog.transitionCases?.values() ?? [])];
const measures = [...(catalog.measures?.values() ?? [])];
const changed = (over: Partial<Workspace['catalog']>): Workspace => ({
  ...ws,
  catalog: { ...catalog, ...over },
});
const parameter = (name: string, value: number) => {
  const own = catalog.parameters.get(name);
  if (!own) throw new Error(name);
  return changed({ parameters: new Map([...catalog.parameters, [name, { ...own, value }]]) });
};

describe('the shipped libraries', () => {
  it('name cities of the register, and hold what the notes hold', () => {
    expect(library.length).toBeGreaterThanOrEqual(41);
    expect(library.filter(({ country }) => country !== 'cn')).toHaveLength(13);
    const unknown = library.filter(({ city }) => city !== null && !ws.register.byId.has(city as never));
    expect(unknown.map(({ id }) => id)).toEqual([]);
    const failures = library.filter(({ outcome }) => ['shrinking', 'vanished'].includes(outcome.class));
    expect(failures.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['yubari', 'wittenoom', 'picher', 'centralia']),
    );
    const yubari = catalog.transitionCases?.get('yubari');
    expect(yubari).toMatchObject({ population: { before: 117000, now: 9000, mark: 'V' }, mark: 'V' });
  });

  it('have at least 40 measures, each for something that a check-up or the ground can show', () => {
    expect(measures.length).toBeGreaterThanOrEqual(40);
    for (const { id, answers, references } of measures) {
      const { problems, lights, types, resources, ground } = answers;
      const all = [problems, lights, types, resources, ground].flat();
      expect({ id, conditions: all.length > 0, sources: references.length > 0 }).toEqual({
        id,
        conditions: true,
        sources: true,
      });
    }
  });
});

describe('match', () => {
  it('never shows a case without a condition, a caution and a source, and always a failure', async () => {
    for (const name of ['鹤岗', '淮北', '铜陵', '大庆', '伊春', '玉门']) {
      const { cases, own, issues } = await match(ws, name);
      expect(cases).toHaveLength(6);
      expect(cases.some(({ failure }) => failure)).toBe(true);
      for (const one of [...cases, ...(own ? [own] : [])])
        expect([one.conditions.length, one.cautions.length, one.source.length]).not.toContain(0);
      expect(cases.map((one) => one.case)).not.toContain(own?.case);
      expect(issues).toEqual([]);
    }
  });

  it('tells no mode of a forest, nor over a change of the area', async () => {
    const forest = await match(ws, '伊春');
    expect(forest.mode).toMatchObject({ label: null, name: null, figures: [] });
    expect(forest.mode.reasons[0]?.en).toContain('do not tell the jobs of this resource');
    // Tongling took in Zongyang between the censuses
    expect((await match(ws, '铜陵')).mode.reasons[0]?.en).toContain('area of the city changed');
    // no census before 2010
    expect((await match(ws, '鹤岗', { period: '2010' })).mode.reasons[0]?.en).toContain('missing');
  });

  it('calls the same jobs otherwise under another target', async () => {
    expect((await match(ws, '淮北')).mode.label).toBe('too_early');
    expect((await match(parameter('replacement_target', 0.8), '淮北')).mode.label).toBe('hybrid');
    const narrow = { ...parameter('replacement_target', 0.8) };
    const share = catalog.parameters.get('match_mode_share');
    if (!share) throw new Error('match_mode_share');
    narrow.catalog = {
      ...narrow.catalog,
      parameters: new Map([...narrow.catalog.parameters, [share.id, { ...share, value: 0.6 }]]),
    };
    expect((await match(narrow, '淮北')).mode.label).toBe('extension');
  });

  it('says where too little is known to call a city similar, and where no case failed', async () => {
    const few = await match(parameter('match_similar_minimum', 13), '鹤岗');
    expect(few.similar).toEqual([]);
    expect(few.issues).toMatchObject([{ code: 'MATCH_FEW', severity: 'warning' }]);
    const happy = new Map(
      library.filter(({ outcome }) => outcome.class === 'unknown').map((one) => [one.id, one]),
    );
    const { cases, issues } = await match(changed({ transitionCases: happy }), '鹤岗');
    expect(cases.some(({ failure }) => failure)).toBe(false);
    expect(issues).toMatchObject([{ code: 'MATCH_NO_FAILURE' }]);
  });

  it('refuses what it cannot answer', async () => {
    const codeOf = (asked: Promise<unknown>) =>
      asked.then(
        () => '',
        (error: { code: string }) => error.code,
      );
    expect(await codeOf(match(changed({ matchings: new Map() }), '鹤岗'))).toBe('MATCH_RULES');
    expect(await codeOf(match(ws, '北京'))).toBe('CITY_NOT_LISTED');
    expect(await codeOf(match(ws, 'Atlantis'))).toBe('CITY_UNKNOWN');
    expect(await codeOf(match(ws, '鹤岗', { period: '1990' }))).toBe('PERIOD_UNKNOWN');
  });

  it('answers findings and red lights with measures of the type and resource alone', async () => {
    const found = (await match(ws, '鹤岗')).measures.map(({ measure }) => measure);
    expect(found).toEqual(expect.arrayContaining(['smart_shrinkage', 'extend_chain', 'retrain_miners']));
    // of forest and of nonferrous places
    expect(found).not.toContain('forest_tending');
    expect(found).not.toContain('new_materials_cluster');
    const yichun = (await match(ws, '伊春')).measures;
    expect(yichun.map(({ measure }) => measure)).toContain('smart_shrinkage');
    expect(yichun.every(({ answers }) => answers.length > 0)).toBe(true);
  });
});
