import { formatAddress, groupPoints, type LikeClass, likePoints, placeAmong } from '../../assess/index.js';
import { id, type Period, toEdge } from '../../base/index.js';
import { displayOf, type Index, type Indicator } from '../../catalog/index.js';
import type { BoundaryBreak, City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import type { GroupCoursePoint, MeasureComparison, PlacePoint } from './answer.js';
import { indexFigures, type UnitFigures } from './figures.js';

/** A group with its rows; of the like of a place, the classes of the place. */
interface ComparedGroup {
  readonly key: string;
  readonly rows: readonly number[];
  readonly place: City | null;
  readonly classes: readonly LikeClass[] | null;
}

/** What every measure is compared over. */
export interface ComparedUnits {
  readonly ws: Workspace;
  /** All units that take part. */
  readonly units: readonly City[];
  readonly places: readonly { readonly city: City; readonly row: number }[];
  readonly groups: readonly ComparedGroup[];
  readonly figures: UnitFigures;
  /** Values that the class of a place must have. */
  readonly minimum: number;
  /** Changes of the whole area of a unit after one period and up to another. */
  readonly breaksIn: (city: City, from: Period, to: Period) => readonly BoundaryBreak[];
}

/** A measure with its values, and what only its kind knows. */
interface Read {
  readonly kind: MeasureComparison['kind'];
  readonly periods: readonly Period[];
  readonly values: Float64Array;
  readonly pointOf: (
    city: City,
    period: Period,
  ) => Pick<PlacePoint, 'id' | 'flags' | 'twoAreas' | 'rank' | 'ranked' | 'rankInterval'>;
}

/** Compares the units in an indicator or an index. */
export async function compareMeasure(
  compared: ComparedUnits,
  measure: Indicator | Index,
): Promise<MeasureComparison> {
  const { catalog } = compared.ws;
  const read = 'formula' in measure ? readIndicator(compared, measure) : await readIndex(compared, measure);
  const unit = 'formula' in measure ? measure.unit : id<'unit'>('index_points');
  const { label, factor, digits } = displayOf(unit, catalog);
  return {
    id: measure.id,
    kind: read.kind,
    label: measure.label,
    unit,
    display: { label, factor, digits },
    better: 'formula' in measure ? measure.better : 'more',
    periods: read.periods,
    places: compared.places.map(({ city, row }) => ({
      place: city.id,
      points: pointsOf(compared, read, city, row),
    })),
    groups: compared.groups.map((group) => ({
      group: group.key,
      points: groupCourse(compared, read, group, measure.id),
    })),
  };
}

/** Periods in which a unit shown has a value, so that no empty years are drawn. */
function filledPeriods(
  { places, groups }: ComparedUnits,
  periods: readonly Period[],
  has: (row: number, at: number) => boolean,
) {
  const rows = [...new Set([...places.map(({ row }) => row), ...groups.flatMap((group) => group.rows)])];
  return periods.flatMap((period, at) => (rows.some((row) => has(row, at)) ? [{ period, at }] : []));
}

function readIndicator(compared: ComparedUnits, { id: indicator, better }: Indicator): Read {
  const { units, figures } = compared;
  const filled = filledPeriods(
    compared,
    figures.periods,
    (row, at) => !Number.isNaN(figures.value(units[row] as City, indicator, at)),
  );
  const values = Float64Array.from(
    units.flatMap((city) => filled.map(({ at }) => figures.value(city, indicator, at))),
  );
  const peersAt = (city: City, at: number) =>
    units
      .filter((one) => one.listed && one.level === city.level)
      .map((one) => figures.judged(one, indicator, at));
  return {
    kind: 'indicator',
    periods: filled.map(({ period }) => period),
    values,
    pointOf: (city, period) => {
      const at = figures.periods.indexOf(period);
      const judged = figures.judged(city, indicator, at);
      const among = city.listed ? placeAmong(judged, peersAt(city, at), better) : null;
      return {
        id: formatAddress({ kind: 'value', city: city.id, period, indicator }),
        flags: figures.flags(city, period, [indicator]),
        twoAreas: Number.isNaN(judged) && !Number.isNaN(figures.value(city, indicator, at)),
        rank: among?.rank ?? null,
        ranked: among?.ranked ?? null,
        rankInterval: null,
      };
    },
  };
}

async function readIndex(compared: ComparedUnits, index: Index): Promise<Read> {
  const { ws, units, figures } = compared;
  const scored = await indexFigures(ws, index);
  const periods = index.periods.map((period) => id<'period'>(period));
  const filled = filledPeriods(
    compared,
    periods,
    (row, at) => !Number.isNaN(scored.value((units[row] as City).id, periods[at] as Period)),
  );
  return {
    kind: 'index',
    periods: filled.map(({ period }) => period),
    values: Float64Array.from(
      units.flatMap((city) => filled.map(({ period }) => scored.value(city.id, period))),
    ),
    pointOf: (city, period) => {
      const standing = scored.standing(city.id, period);
      return {
        id: formatAddress({ kind: 'score', city: city.id, period, node: index.id }),
        flags: figures.flags(city, period, scored.leaves),
        twoAreas: false,
        rank: standing?.rank ?? null,
        ranked: standing?.ranked ?? null,
        rankInterval: standing?.rankInterval ?? null,
      };
    },
  };
}

function pointsOf({ breaksIn }: ComparedUnits, read: Read, city: City, row: number): PlacePoint[] {
  const { periods, values } = read;
  let before: Period | null = null;
  return periods.map((period, at) => {
    const value = toEdge(values[row * periods.length + at] as number);
    const breaks = value === null || before === null ? [] : breaksIn(city, before, period);
    if (value !== null) before = period;
    return { period, value, breaks, ...read.pointOf(city, period) };
  });
}

function groupCourse(
  { minimum }: ComparedUnits,
  read: Read,
  { rows, classes, place }: ComparedGroup,
  measure: string,
): GroupCoursePoint[] {
  const points =
    classes === null
      ? groupPoints(read, rows).map((one) => ({ ...one, label: null }))
      : likePoints(read, classes, minimum);
  return points.map(({ period, count, median, q1, q3, label }) => ({
    period,
    count,
    median: toEdge(median),
    q1: toEdge(q1),
    q3: toEdge(q3),
    label,
    id:
      place !== null && count > 0 && read.kind === 'indicator'
        ? formatAddress({ kind: 'peers', city: place.id, period, indicator: measure })
        : null,
  }));
}
