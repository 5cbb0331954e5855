import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { disorder, ground, inefficientLand, subsidence, vacancy } from '../../src/app/index.js';
import { madeTown } from '../../src/web/disorder/made-town.js';
import { landExample } from '../../src/web/estates/land-example.js';
import { vacancyExample } from '../../src/web/estates/vacancy-example.js';
import { madeGround } from '../../src/web/ground/made-ground.js';
import type { NamedText } from '../../src/web/parts/table-field.js';
import { madeWavelength, stackMaker } from './made-radar.js';
import { testWorkspace } from './workspace.js';

/** What the commands of the kinds write is read as it is: their worked examples, on one made piece of ground. */

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-loop-'));
afterAll(() => rmSync(folder, { recursive: true }));
const makeStack = stackMaker();
const save = ({ name, text }: NamedText) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const saved = <Name extends string>(texts: Readonly<Record<Name, NamedText>>) =>
  Object.fromEntries(
    (Object.entries(texts) as [Name, NamedText][]).map(([name, text]) => [name, save(text)]),
  ) as Record<Name, string>;

/** The park of the example lies at 50° south; the other examples lie at the equator. */
function atEquator({ name, text }: NamedText): NamedText {
  const south = 6_378_137 * Math.log(Math.tan((20 * Math.PI) / 180));
  const document = JSON.parse(text) as {
    features: { geometry: { coordinates: (readonly [number, number])[][] } }[];
  };
  for (const { geometry } of document.features)
    geometry.coordinates = geometry.coordinates.map((ring) => ring.map(([x, y]) => [x, y - south] as const));
  return { name, text: JSON.stringify(document) };
}

it('goes from three commands and a study area to cells whose parts add up', async () => {
  const land = landExample();
  const plots = saved({ ...land, plots: atEquator(land.plots), buildings: atEquator(land.buildings) });
  const judged = await inefficientLand(ws, { ...plots, out: join(folder, 'land') });
  const homes = saved(vacancyExample().texts);
  const told = await vacancy(ws, { ...homes, out: join(folder, 'vacancy') });
  const { streets, scores } = madeTown(7);
  const scored = await disorder(ws, {
    streets: save({ name: 'streets.geojson', text: streets }),
    scores: save({ name: 'scores.csv', text: scores }),
    out: join(folder, 'disorder'),
  });
  const made = saved(madeGround());
  const answer = await ground(ws, {
    inefficientLand: join(folder, 'land', 'plots.geojson'),
    vacancy: join(folder, 'vacancy', 'vacancy.geojson'),
    disorder: join(folder, 'disorder', 'segments.geojson'),
    subsidence: made.subsidence,
    vacantLand: made.vacantLand,
    area: made.area,
    found: made.found,
    complaints: made.complaints,
    projects: made.projects,
    out: join(folder, 'out'),
  });
  expect(answer.summary.kinds.map(({ kind }) => kind)).toHaveLength(5);
  expect(answer.files.length).toBeGreaterThan(5);
  const parts = answer.rows.flatMap((row) => row.parts);
  const sum = (kind: string, of: (part: (typeof parts)[number]) => number) =>
    parts.filter((part) => part.kind === kind).reduce((all, part) => all + of(part), 0);
  // Cells cut plots, estates and streets into parts; nothing is lost or doubled.
  const bad = judged.rows.reduce((all, one) => all + (one.inefficient === true ? one.areaM2 : 0), 0);
  expect(sum('inefficient_land', ({ amount, value }) => amount * (value ?? 0)) / bad).toBeCloseTo(1, 3);
  const vacant = told.rows.reduce((all, { units, rate }) => all + units * (rate?.mid ?? 0), 0);
  // Cells with less than ten homes are not told, and are no rows where nothing else is known.
  expect(sum('vacancy', ({ amount, value }) => amount * (value ?? 0)) / vacant).toBeCloseTo(1, 2);
  const length = scored.segments.reduce((all, { lengthM }) => all + (lengthM ?? 0), 0);
  const inCells = parts.filter(({ kind, value }) => kind === 'disorder' && value !== null);
  expect(inCells.reduce((all, { amount }) => all + amount, 0) / length).toBeCloseTo(1, 3);
  expect(answer.rows.every(({ values, final }) => final >= (values.subsidence ?? 0))).toBe(true);
  expect(answer.rows.some(({ byHazard }) => byHazard)).toBe(true);
  expect(answer.doubleHigh?.zones.length).toBeGreaterThan(0);
});

it('reads the zones that a measured stack gives, with their hazard', async () => {
  const stack = makeStack();
  const { zones } = await subsidence(ws, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
  });
  const [zone] = zones;
  expect(zone?.hazard).toBe('severe');
  // Cells of the stack are half a degree wide: the zone is a hundred kilometres long.
  const answer = await ground(ws, { subsidence: join(stack.out, 'zones.geojson'), cell: 20_000 });
  expect(answer.rows.length).toBeGreaterThan(10);
  expect(answer.rows.every(({ final, grade }) => final === 1 && grade === 'severe')).toBe(true);
  const found = answer.rows.flatMap(({ parts }) => parts).reduce((sum, { amount }) => sum + amount, 0);
  expect(found / 10_000 / (zone?.areaHa ?? 0)).toBeCloseTo(1, 2);
});
