import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { expectWritable, readTextFile } from '../../files/index.js';
import {
  type Coverage,
  planCoverage,
  planSamples,
  type SamplePlan,
  streetLength,
  type TakenPicture,
} from '../../locate/index.js';
import type { Workspace } from '../workspace.js';
import type { PlanAnswer, StreetMap } from './answer.js';
import { type PlanOptions, type PlanWords, planOptions } from './call.js';
import { lineGeometry, type ReadStreets, readStreets, rounded } from './streets.js';
import { type DisorderTable, openTable } from './tables.js';
import { csv, geojson, inDegrees, type NamedText, writeTexts } from './write.js';

/** Options of `disorder --plan`, as written. */
export interface PlanCall extends PlanWords {
  /** GeoJSON of streets. */
  readonly streets: string;
  /** `lon,lat[,heading][,month][,hour]` of pictures that there are. */
  readonly taken?: string;
  readonly out?: string;
}

/** A plan from what came with a request. */
export interface PlanGiven {
  readonly streets: { readonly name: string; readonly text: string };
  readonly taken?: DisorderTable;
}

/**
 * Where pictures of streets are to be taken, and which there are (docs/methods/disorder/sampling.md).
 *
 * @throws AfterlodeError CALL_OPTION, FILE_…, DISORDER_TABLE, DISORDER_PLAN_SIZE
 */
export async function streetPlan(ws: Workspace, call: PlanCall): Promise<PlanAnswer> {
  const { out, streets: file, ...rest } = call;
  const streets = { name: file, text: await readTextFile(file) };
  if (out !== undefined) await expectWritable(out);
  const { answer, texts } = await planned(ws, { ...rest, streets }, call);
  return out === undefined ? answer : { ...answer, files: await writeTexts(out, texts()) };
}

/** As `streetPlan`, from what came with a request; writes nothing, and gives the points too. */
export async function streetPlanOf(
  ws: Workspace,
  given: PlanGiven,
  words: PlanWords,
): Promise<PlanAnswer & PlannedPoints> {
  const { answer, points, read } = await planned(ws, given, words);
  const places = points().map(({ missing, ...rest }) => ({ ...rest, missing: sidesOf(missing) }));
  return { ...answer, places, map: streetLines(answer, read) };
}

/** Sides of a street in the order of the headings of a point. */
const sides = ['along', 'right', 'back', 'left'] as const;

function sidesOf(bits: number) {
  return sides.filter((_, at) => (bits & (1 << at)) !== 0);
}

/** Streets with their points: the ground of the map of a plan. */
function streetLines({ byStreet: rows }: PlanAnswer, { streets, degrees }: ReadStreets): StreetMap {
  return inDegrees(
    streets.map((street, at) => ({
      type: 'Feature' as const,
      id: street.id,
      properties: { ...rows[at] },
      geometry: lineGeometry(street, degrees),
    })),
  );
}

/** The points of a plan, and the streets. */
export interface PlannedPoints {
  readonly places: readonly {
    readonly street: string;
    readonly atM: number;
    readonly lon: number;
    readonly lat: number;
    readonly headings: readonly number[];
    /** null where no pictures were given. */
    readonly pictures: number | null;
    /** Sides of which there is no picture; all where no pictures were given. */
    readonly missing: readonly ('along' | 'right' | 'back' | 'left')[];
  }[];
  readonly map: StreetMap;
}

async function planned(ws: Workspace, given: PlanGiven, words: PlanWords) {
  const options = planOptions(words, parameterValue(ws.catalog, 'disorder_sample_spacing'));
  const read = await readStreets(given.streets.text, given.streets.name);
  expectFeasible(read, options.spacingM);
  const plan = planSamples(read.streets, options.spacingM, read.metric);
  const taken = given.taken === undefined ? null : await readTaken(given.taken, read);
  const coverage = taken && planCoverage(plan, taken, options, read.metric);
  const issues = taken === null ? [] : seasonIssues(taken, options, given);
  const points = () => pointsOf(plan, coverage, read);
  const answer: PlanAnswer = {
    streets: read.streets.length,
    lengthM: plan.totalM,
    spacingM: options.spacingM,
    points: plan.points.length,
    pictures: 4 * plan.points.length,
    byStreet: byStreet(plan, coverage, read),
    coverage: coverage && taken && coverageAnswer(plan, coverage, taken, read),
    files: [],
    issues,
  };
  return { answer, points, read, texts: () => planTexts(points(), coverage) };
}

/** 10,000 km of streets at 50 m; a plan of more is a slip of the spacing or of the unit, and takes many seconds. */
const mostPoints = 200_000;

function expectFeasible({ streets, metric }: ReadStreets, spacingM: number): void {
  const points = Math.ceil(streets.reduce((sum, street) => sum + streetLength(street, metric), 0) / spacingM);
  if (points > mostPoints)
    throw new AfterlodeError('DISORDER_PLAN_SIZE', 'streets', { found: points, expected: mostPoints });
}

/** Pictures that there are: positions in degrees. */
async function readTaken(given: DisorderTable, { back }: ReadStreets): Promise<readonly TakenPicture[]> {
  const open = await openTable(given, ['lon', 'lat']);
  const or = (row: number, column: string, otherwise: number) => {
    const value = open.has(column) ? open.number(row, column) : Number.NaN;
    return Number.isNaN(value) ? otherwise : value;
  };
  return open.table.rows.flatMap((_, row) => {
    const [x, y] = back(open.number(row, 'lon'), open.number(row, 'lat'));
    // A picture whose place nobody knows is near no point.
    if (Number.isNaN(x) || Number.isNaN(y)) return [];
    return [
      {
        x,
        y,
        heading: or(row, 'heading', Number.NaN),
        month: or(row, 'month', 0),
        hour: or(row, 'hour', -1),
      },
    ];
  });
}

function pointsOf({ points }: SamplePlan, coverage: Coverage | null, { degrees }: ReadStreets) {
  return points.map(({ street, atM, x, y, headings }, at) => {
    const [lon, lat] = degrees(x, y).map(rounded) as [number, number];
    return {
      street,
      atM: Number(atM.toFixed(2)),
      lon,
      lat,
      headings: headings.map((heading) => Number(heading.toFixed(1))),
      pictures: coverage === null ? null : (coverage.pictures[at] as number),
      missing: coverage === null ? 0b1111 : (coverage.headingsMissing[at] as number),
    };
  });
}

function byStreet({ points, lengths }: SamplePlan, coverage: Coverage | null, { streets }: ReadStreets) {
  const counts = new Map<string, { points: number; covered: number }>();
  for (const [at, { street }] of points.entries()) {
    const one = counts.get(street) ?? { points: 0, covered: 0 };
    const covered = coverage !== null && (coverage.pictures[at] as number) > 0 ? 1 : 0;
    counts.set(street, { points: one.points + 1, covered: one.covered + covered });
  }
  return streets.map(({ id }, at) => {
    const { points: count, covered } = counts.get(id) ?? { points: 0, covered: 0 };
    return { street: id, lengthM: lengths[at] as number, points: count, covered: coverage && covered };
  });
}

function coverageAnswer(
  plan: SamplePlan,
  coverage: Coverage,
  taken: readonly TakenPicture[],
  read: ReadStreets,
): NonNullable<PlanAnswer['coverage']> {
  const rows = byStreet(plan, coverage, read);
  const covered = rows.reduce(
    (sum, { lengthM, points, covered: count }) =>
      sum + (points === 0 ? 0 : (lengthM * (count ?? 0)) / points),
    0,
  );
  const months = Array.from({ length: 12 }, () => 0);
  for (const { month } of taken) if (month > 0) months[month - 1] = (months[month - 1] ?? 0) + 1;
  return {
    pictures: taken.length,
    points: coverage.pictures.filter((count) => count > 0).length,
    complete: coverage.headingsMissing.filter((bits) => bits === 0).length,
    lengthShare: plan.totalM === 0 ? 0 : covered / plan.totalM,
    leftOut: coverage.leftOut,
    far: coverage.far,
    months,
  };
}

/** Pictures of several seasons are not alike: leaves hide facades. Without `--months` nobody has chosen one. */
function seasonIssues(taken: readonly TakenPicture[], options: PlanOptions, { streets }: PlanGiven): Issue[] {
  const months = new Set(taken.map(({ month }) => month).filter((month) => month > 0));
  if (options.months !== null || months.size < 2) return [];
  const found = [...months].toSorted((a, b) => a - b).join(', ');
  return [issue('DISORDER_SEASON', 'note', streets.name, { found })];
}

function planTexts(points: ReturnType<typeof pointsOf>, coverage: Coverage | null): readonly NamedText[] {
  const features = points.map(({ lon, lat, missing, pictures, headings, ...rest }, at) => ({
    type: 'Feature',
    id: at + 1,
    properties: { ...rest, headings, ...(coverage && { pictures, missing: sidesOf(missing) }) },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
  const rows = points.flatMap(({ street, atM, lon, lat, headings, missing }, at) =>
    headings.flatMap((heading, place) =>
      (missing & (1 << place)) === 0
        ? []
        : [
            [
              String(at + 1),
              street,
              String(atM),
              String(lon),
              String(lat),
              String(heading),
              sides[place] ?? '',
            ],
          ],
    ),
  );
  return [
    geojson('points.geojson', inDegrees(features)),
    {
      name: 'pictures.csv',
      text: csv(['point', 'street', 'at_m', 'lon', 'lat', 'heading', 'side'], rows),
    },
  ];
}
