import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EffectPanel, eventStudy, readEffectPanel, twoWayDifference } from '../../src/assess/index.js';
import { openRows, readCsvRecords } from '../../src/files/index.js';

/**
 * Effects on a real panel with gaps: logarithm of the product of 336 prefectures 2008 to 2019 as it stands in the sheet, listed
 * prefectures from 2013 on, clusters are provinces. Expected: least squares on 347 dummies in NumPy 2.4, tails in SciPy 1.17.
 * The number is a comparison, no effect of the plan of 2013: prices of coal and oil fell in these years.
 */

const shared = process.env.AFTERLODE_SHARED ?? join(process.cwd(), '..', 'shared');
const options = { confidence: 0.95, fewClusters: 40, preTrend: 0.05 };
let panel: EffectPanel;

beforeAll(async () => {
  const listed = new Set(
    (await readCsvRecords('data/register/cities.csv'))
      .filter(({ level }) => level === 'prefecture')
      .map(({ adcode }) => adcode),
  );
  const rows: string[][] = [['place', 'year', 'outcome', 'treated_from', 'cluster']];
  for await (const batch of openRows(join(shared, 'data', 'panel', 'observations.csv.gz'))) {
    for (const { cells } of batch) {
      const [code = '', , year = '', indicator, value] = cells;
      if (
        indicator !== 'gdp_nominal' ||
        code === '100000' ||
        Number(year) < 2008 ||
        Number(year) > 2019 ||
        !(Number(value) > 0)
      )
        continue;
      rows.push([
        code,
        year,
        String(Math.log(Number(value))),
        listed.has(code) ? '2013' : '',
        code.slice(0, 2),
      ]);
    }
  }
  panel = readEffectPanel(rows);
});

describe('two-way differences on 4,005 values of 336 prefectures', () => {
  it('agree with least squares on dummies, standard errors clustered by province', () => {
    const found = twoWayDifference(panel, options);
    expect([found.observations, found.units, found.treatedUnits, found.clusters]).toEqual([
      4005, 336, 125, 31,
    ]);
    expect(found.estimate).toBeCloseTo(-0.1139364731469101, 9);
    expect(found.standardError).toBeCloseTo(0.03481597817857155, 9);
    expect(found.issues.map(({ code }) => code)).toEqual(['EFFECT_FEW_CLUSTERS', 'EFFECT_ASSUMES']);
  });

  it('agree by step, with the joint test of the years before', () => {
    const found = eventStudy(panel, { leads: 4, lags: 4 }, options);
    const estimates = [
      0.0014911401730829243, 0.0009444521099428727, 0.027817876048452206, -0.024520658387856997,
      -0.060475087054047805, -0.09683408061287291, -0.11794235114069807, -0.15164299649307367,
    ];
    const errors = [
      0.017162800798517154, 0.010928632108502418, 0.0224903311591488, 0.008851991125028642,
      0.020701757407963477, 0.029589228056532, 0.03410212101912188, 0.040090598210799716,
    ];
    expect(found.steps.map(({ step }) => step)).toEqual([-4, -3, -2, 0, 1, 2, 3, 4]);
    found.steps.forEach((one, at) => {
      expect(one.estimate).toBeCloseTo(estimates[at] as number, 9);
      expect(one.standardError).toBeCloseTo(errors[at] as number, 9);
    });
    expect(found.preTrend?.f).toBeCloseTo(0.9518642247784471, 7);
    expect(found.preTrend?.p).toBeCloseTo(0.4280909486310013, 7);
  });
});
