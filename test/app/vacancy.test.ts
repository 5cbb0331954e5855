import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ledger, type VacancyAnswer, type VacancyCall, vacancy } from '../../src/app/index.js';
import { vacancyTables } from '../../src/cli/vacancy-tables.js';
import { cityTables, madeCity } from '../../src/web/estates/made-city.js';
import { callHere } from '../cli/here.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-vacancy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const estates = file('estates.csv', 'estate,units,cell\n东苑,100,A\n西苑,40,A\n小院,6,B\n新城,200,B\n');
const occupied = file(
  'occupied.csv',
  'estate,source,occupied,error\n东苑,registration,90,5\n东苑,phone,86,4\n东苑,light,20,5\n西苑,registration,20,3\n小院,registration,1,1\n',
);
const run = (more: Partial<VacancyCall> = {}) => vacancy(ws, { estates, occupied, ...more });
const fault = async (more: Partial<VacancyCall>) =>
  run(more).then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
const codes = ({ issues }: VacancyAnswer) => issues.map(({ code }) => code);

describe('vacancy', () => {
  it('tells each estate with its sources, those too small not at all, and the city', async () => {
    const { rows, city, cells } = await run();
    expect(rows.map(({ estate, suppressed }) => [estate, suppressed])).toEqual([
      ['东苑', false],
      ['西苑', false],
      ['小院', true],
      ['新城', false],
    ]);
    expect(rows[0]?.rate?.mid).toBeCloseTo(0.125, 1);
    expect(rows[0]?.remarks).toContain('light_disagrees');
    expect(rows[0]?.sources.map(({ source }) => source)).toEqual(['registration', 'phone']);
    expect(rows[2]).toMatchObject({ rate: null, occupied: null, sources: [], remarks: [] });
    expect(rows[3]).toMatchObject({ rate: null, suppressed: false });
    expect(city).toMatchObject({ units: 140, unitsAll: 346, estates: 2, estatesAll: 4 });
    expect(cells.map(({ cell, rate }) => [cell, rate === null])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });

  it('says what nobody knows or checked', async () => {
    const answer = await run({ checked: file('one.csv', 'estate,checked,occupied\n东苑,20,18\n别处,5,5\n') });
    expect(codes(answer).toSorted()).toEqual(['VACANCY_BIAS', 'VACANCY_ESTATE_UNKNOWN', 'VACANCY_NOT_KNOWN']);
    expect(answer.rows[0]?.sources.map(({ source }) => source)).toEqual(['registration', 'phone', 'field']);
    expect((await run({ method: 'median' })).rows[0]?.rate?.mid).toBeCloseTo(0.12, 9);
    const [wide, narrow] = [await run(), await run({ confidence: '0.6' })];
    expect(narrow.rows[0]?.rate?.high).toBeLessThan(wide.rows[0]?.rate?.high as number);
  });

  it('refuses tables and words that say something else, naming the place', async () => {
    const table = (text: string) => file('wrong.csv', text);
    expect(await fault({ estates: table('estate\na\n') })).toMatch(/^FILE_GARBAGE|VACANCY_TABLE/);
    expect(await fault({ estates: table('estate,homes\na,5\n') })).toMatch(
      /^VACANCY_TABLE: .*a column units/,
    );
    expect(await fault({ estates: table('estate,units\na,0\n') })).toMatch(/row 2, column units: found 0/);
    expect(await fault({ estates: table('estate,units\na,5\na,5\n') })).toMatch(
      /row 3, column estate: found a/,
    );
    const head = 'estate,source,occupied,error\n';
    expect(await fault({ occupied: table(`${head}东苑,phone,x,1\n`) })).toMatch(/row 2, column occupied/);
    expect(await fault({ occupied: table(`${head}东苑,phone,5,-1\n`) })).toMatch(/column error: found -1/);
    expect(await fault({ occupied: table(`${head}东苑,p,5,1\n东苑,p,6,1\n`) })).toMatch(
      /row 3, column source/,
    );
    const visits = 'estate,checked,occupied\n';
    expect(await fault({ checked: table(`${visits}东苑,101,1\n`) })).toMatch(
      /checked: found 101, expected a whole number from 1 to 100/,
    );
    expect(await fault({ checked: table(`${visits}东苑,10,11\n`) })).toMatch(/occupied: found 11/);
    expect(await fault({ method: 'mean' })).toMatch(/--method.*mean/);
    expect(await fault({ confidence: '95' })).toMatch(/--confidence/);
    expect(await fault({ heating: '11-13' })).toMatch(/--heating/);
    expect(await fault({ findings: '鹤岗', access: asOperator, period: '2025' })).toMatch(/^VACANCY_LIMIT/);
    expect(await fault({ findings: '鹤岗', access: asOperator, findingRate: '30', period: '2025' })).toMatch(
      /--finding-rate/,
    );
    expect(await fault({ findings: '鹤岗', access: asOperator, findingRate: '0.3' })).toMatch(/--period/);
    await expect(vacancy(ws, { estates })).rejects.toThrow(/--occupied/);
  });

  it('writes tables, a workbook and a map, and a finding for each estate that is surely empty, once', async () => {
    const square = (id: string, x: number) => ({
      type: 'Feature',
      id,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x, 47],
            [x + 0.01, 47],
            [x + 0.01, 47.01],
            [x, 47],
          ],
        ],
      },
    });
    const places = file(
      'places.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [square('西苑', 130), square('小院', 130.1)] }),
    );
    const call = {
      out: join(folder, 'out'),
      places,
      findings: '鹤岗',
      access: asOperator,
      findingRate: '0.1',
      period: '2025',
    };
    const first = await run(call);
    expect(first.files.map(({ path }) => path.split('/').at(-1))).toEqual([
      'vacancy.geojson',
      'vacancy.csv',
      'city.csv',
      'sources.csv',
      'vacancy.xlsx',
    ]);
    const { features } = JSON.parse(readFileSync(join(folder, 'out', 'vacancy.geojson'), 'utf8')) as {
      features: { id: string; properties: { rate: number | null; suppressed: number } }[];
    };
    expect(features.map(({ id, properties }) => [id, properties.suppressed])).toEqual([
      ['西苑', 0],
      ['小院', 1],
    ]);
    expect(features[1]?.properties.rate).toBeNull();
    expect(first.findings).toMatchObject({ known: [] });
    expect(first.findings?.opened).toHaveLength(1);
    const [row] = (await ledger(ws, {}, asOperator)).filter(({ about }) => about === 'vacancy');
    expect(row).toMatchObject({
      place: '西苑',
      unit: 'share',
      label: { en: 'Vacant housing' },
      level: 'residential_area',
    });
    expect(row?.lon).toBeCloseTo(130.005, 6);
    expect((await run(call)).findings).toMatchObject({ opened: [], known: [row?.id] });
  });

  it('speaks to people in both languages', async () => {
    const answer = await run();
    const label = (_: string, id: string) => id;
    expect(vacancyTables(answer, 'en', label)).toMatch(/^city: \d+\.\d % vacant .* of 346 units covered/);
    expect(vacancyTables(answer, 'zh', label)).toMatch(/小院 +6 +不公布/);
  });

  it('reads the tables of the made city', async () => {
    for (const [name, text] of Object.entries(cityTables(madeCity(3, 40)))) file(`made-${name}`, text);
    const made = (name: string) => join(folder, `made-${name}.csv`);
    const answer = await vacancy(ws, {
      estates: made('estates'),
      occupied: made('occupied'),
      checked: made('checked'),
    });
    expect(answer.calibration.map(({ calibrated }) => calibrated)).toEqual([true, true, true]);
    expect(answer.city.coverage).toBeGreaterThan(0.9);
  });
});

describe('readings', () => {
  /** Identifiers that must be found nowhere. */
  const secret = (unit: number) => `32040119800101${String(unit).padStart(4, '0')}`;
  const readings = (units: number, empty: number, months = 12) =>
    Array.from({ length: units }, (_, unit) =>
      Array.from({ length: months }, (_month, at) => {
        const used = unit < empty ? '0.1,2' : '8,95';
        return `东苑,王某${unit},${secret(unit)},2025-${String(at + 1).padStart(2, '0')},${used}`;
      }),
    ).flat();
  const heading = 'estate,name,unit,month,water,power';
  const meters = (lines: readonly string[], name = 'meters.csv') =>
    file(name, `${heading}\n${lines.join('\n')}\n`);

  it('become a source of their own, beside which a table may not say otherwise', async () => {
    const { rows, meters: read, issues } = await run({ meters: meters(readings(80, 20)), heating: '11-3' });
    expect(read).toEqual({ readings: 960, units: 80, from: '2025-01', to: '2025-12' });
    const own = rows[0]?.sources[0];
    expect([own?.source, own?.given]).toEqual(['meters', 75]);
    expect(rows[0]?.seasonal).toBe(0);
    expect(issues.map(({ code }) => code)).not.toContain('VACANCY_HEATING');
  });

  it('may come with a row for each meter', async () => {
    const lines = readings(80, 20).flatMap((line) => {
      const [estate, , unit, month, water, power] = line.split(',');
      return [`${estate},${unit},${month},水,${water}`, `${estate},${unit},${month},电,${power}`];
    });
    const long = file('long.csv', `小区,户号,月份,表类,读数\n${lines.join('\n')}\n`);
    const answer = await run({ meters: long });
    expect(answer.rows[0]?.sources[0]?.given).toBe(75);
    expect(codes(answer)).toContain('VACANCY_HEATING');
  });

  it('of single days are added up month by month', async () => {
    // A tenth of a cubic metre a day: no single reading reaches the limit of a month.
    const lines = Array.from({ length: 12 * 28 }, (_, at) => {
      const [month, day] = [Math.floor(at / 28) + 1, (at % 28) + 1].map((one) =>
        String(one).padStart(2, '0'),
      );
      return `东苑,n,${secret(1)},2025-${month}-${day},0.1,0`;
    });
    const answer = await run({ meters: meters(lines, 'daily.csv') });
    expect(answer.rows[0]?.sources[0]).toMatchObject({ source: 'meters', given: 100 });
    const told = answer.issues.find(({ code }) => code === 'VACANCY_METERS_REPEATED')?.message.en;
    expect(told).toMatch(/: 1 units have several readings/);
  });

  it('are refused where columns or months are missing', async () => {
    const x = (text: string) => fault({ meters: file('x.csv', text) });
    expect(await x('estate,month,water\na,2025-01,1\n')).toMatch(/^VACANCY_METERS_COLUMNS: .*unit/);
    expect(await x('estate,unit,month\na,1,2025-01\n')).toMatch(/water or power/);
    expect(await fault({ meters: meters(readings(2, 0, 5)) })).toMatch(/^VACANCY_METERS_MONTHS: .*5 months/);
    expect(await x(`${heading}\n`)).toMatch(/0 months/);
    expect(await fault({ meters: meters(['a,n,1,2019-01,1,1', 'a,n,1,2025-01,1,1']) })).toMatch(
      /more than 64/,
    );
  });

  it('leave no identifier in any answer, message or file', async () => {
    const wrong = [`东苑,王某,${secret(77)},2025-99,1,1`, `东苑,王某,${secret(78)},2025-01,x${secret(79)},1`];
    const path = meters([...readings(80, 20), ...wrong], 'private.csv');
    const out = join(folder, 'private');
    const answer = await run({
      meters: path,
      out,
      findings: '鹤岗',
      access: asOperator,
      findingRate: '0.01',
      period: '2024',
    });
    expect(codes(answer)).toContain('VACANCY_METERS_LEFT_OUT');
    const words = (from: string) => [
      'vacancy',
      '--estates',
      estates,
      '--meters',
      from,
      '--workspace',
      join(folder, 'ws'),
    ];
    const printed = [await callHere(words(path)), await callHere([...words(path), '--json', '--whole'])];
    const broken = [
      await callHere(words(meters(wrong, 'broken.csv'))),
      await callHere(words(file('unclosed.csv', `${heading}\n"${readings(9000, 0).join('\n')}`))),
      await callHere(
        words(
          file(
            'encodings.csv',
            Buffer.concat([Buffer.from(readings(300, 0).join('\n')), Buffer.from([0xff])]),
          ),
        ),
      ),
      await callHere(words(file('headless.csv', `${readings(3, 0).join('\n')}\n`))),
    ];
    expect([...printed, ...broken].map(({ status }) => status)).toEqual([0, 0, 2, 2, 2, 2]);
    const all = [
      JSON.stringify(answer),
      JSON.stringify(await ledger(ws, {}, asOperator)),
      ...[...printed, ...broken].flatMap(({ out: said, err }) => [said, err]),
      ...readdirSync(out).map((name) => readFileSync(join(out, name)).toString('latin1')),
    ].join('\n');
    expect(all).not.toMatch(/32040119800101|王某/);
    expect(all.length).toBeGreaterThan(5000);
  });
});
