import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence } from '../../src/app/index.js';
import { fileOf, type MadeStack, madePairs, madeWavelength, stackMaker } from './made-radar.js';
import { testWorkspace } from './workspace.js';

/** One run after another into the same folder. */

const ws = await testWorkspace();
const makeStack = stackMaker();
let stack: MadeStack;
beforeEach(() => {
  stack = makeStack();
});

const run = (more: Partial<SubsidenceCall> & { readonly stack?: string } = {}) =>
  subsidence(ws, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
    ...more,
  });
const now = () => readdirSync(stack.out).toSorted();
const put = (name: string, text: string) => {
  stack.put(name, text);
  return join(stack.folder, name);
};
const shapes = (geometry: object) =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] });
const ring = [
  [102.6, 38.4],
  [102.9, 38.4],
  [102.9, 38.1],
  [102.6, 38.4],
];

describe('a run into the folder of an earlier one', () => {
  it('leaves its own files alone, whatever the options of the earlier one', async () => {
    await run();
    const plain = now();
    expect(plain).toContain('rate_mm_yr.tif');
    const baselines = ['file,first,second,bperp_m'];
    for (const [at, pair] of madePairs.entries())
      baselines.push(`${fileOf(pair)},${pair.first},${pair.second},${at % 2 === 0 ? 90 : -70}`);
    const rich: readonly (Partial<SubsidenceCall> & { readonly stack?: string })[] = [
      {
        incidence: 39,
        bootstrap: 40,
        changePoint: true,
        closure: 'check',
        point: '102.7,38.3',
        buildings: put('houses.geojson', shapes({ type: 'Polygon', coordinates: [ring] })),
        lines: put('roads.geojson', shapes({ type: 'LineString', coordinates: ring })),
      },
      { season: true },
      { acceleration: true },
      {
        incidence: 39,
        heading: -12,
        second: stack.folder,
        secondWavelength: madeWavelength,
        secondIncidence: 34,
        secondHeading: -168,
      },
      {
        stack: put('points.csv', 'pid,easting,northing,mean_velocity,20180101,20190101\nA,1,2,0,0,-1\n'),
        reference: 'auto',
      },
    ];
    const more = new Set<string>();
    const againstPlain = async (options: (typeof rich)[number]) => {
      const { files } = await run(options);
      expect(now()).toEqual(files.map(({ path }) => basename(path)).toSorted());
      for (const name of now()) if (!plain.includes(name)) more.add(name);
      await run();
      expect(now()).toEqual(plain);
    };
    for (const options of rich) await againstPlain(options);
    put('pairs.csv', baselines.join('\n'));
    await againstPlain({ demError: true, slantRange: 850_000, incidence: 34 });
    // Each name that only some options write was there and went.
    expect(more.size).toBe(22);
  });

  it('never takes what it did not write: files of such names, changed ones, others', async () => {
    await run({ acceleration: true, point: '102.7,38.3' });
    // Laid there by somebody: listed by no run.
    writeFileSync(join(stack.out, 'buildings.geojson'), '{}');
    writeFileSync(join(stack.out, 'elevation_error_m.tif'), 'mine');
    writeFileSync(join(stack.out, 'notes.txt'), 'mine');
    // Somebody's remarks stand in it.
    const remarked = `${readFileSync(join(stack.out, 'point.csv'), 'utf8')}cracks in May\n`;
    writeFileSync(join(stack.out, 'point.csv'), remarked);
    await run();
    expect(now()).not.toContain('acceleration_mm_yr2.tif');
    expect(now()).toEqual(
      expect.arrayContaining(['buildings.geojson', 'elevation_error_m.tif', 'notes.txt']),
    );
    expect(readFileSync(join(stack.out, 'point.csv'), 'utf8')).toBe(remarked);
  });

  it('takes an answer that somebody else wrote for no list of its own', async () => {
    await run();
    const plain = now();
    writeFileSync(join(stack.out, 'thesis.pdf'), 'mine');
    for (const text of [
      'no JSON',
      'null',
      '{"files":3}',
      '{"files":[null,{"path":7},{"path":"thesis.pdf","bytes":4},{"path":"../pairs.csv","bytes":1}]}',
    ]) {
      writeFileSync(join(stack.out, 'subsidence.json'), text);
      await run();
      expect(now()).toEqual([...plain, 'thesis.pdf'].toSorted());
    }
  });

  it('leaves the earlier one as it was where it is refused', async () => {
    await run({ acceleration: true });
    const before = now();
    await expect(run({ point: '10,10' })).rejects.toMatchObject({ code: 'CALL_OPTION' });
    expect(now()).toEqual(before);
  });
});
