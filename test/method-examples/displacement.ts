import { seededRandom } from '../../src/base/index.js';
import {
  baselinesOfPairs,
  bendsOf,
  bootstrapRates,
  bootstrapSlope,
  changePoint,
  changesOfPhase,
  checkClosure,
  elevationColumn,
  fitSeries,
  invert,
  mendCycles,
  networkOf,
  type Series,
  type Stack,
  stabilityOf,
  sunkenZones,
  toVertical,
  usualInversion,
  verticalAndEast,
  withoutPlanes,
} from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

type Given = Readonly<Record<string, unknown>>;

const gridOf = (width: number, height: number) =>
  ({ width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null }) as const;

/** A stack of one cell: dates, and pairs as positions of both dates and the change in mm. */
function stackOf({ dates, pairs }: Given): Stack {
  const listed = pairs as [number, number, number][];
  const day = (at: number) => String((dates as string[])[at]);
  const network = networkOf(
    listed.map(([first, second]) => [day(first), day(second)] as const),
    listed.map((_, at) => String(at)),
  );
  return {
    grid: gridOf(1, 1),
    network,
    changesMm: listed.map(([, , change]) => Float64Array.of(change)),
    coherence: null,
  };
}

function seriesOf(dates: readonly string[], mm: Float64Array, width: number, height: number): Series {
  const cells = width * height;
  const last = dates.length - 1;
  return {
    grid: gridOf(width, height),
    epochs: dates,
    cumulativeMm: dates.map((_, at) =>
      cells > 1 ? mm.map((value) => (value * at) / last) : Float64Array.of(mm[at] as number),
    ),
    rank: new Uint16Array(cells).fill(last),
    tied: new Uint8Array(cells).fill(1),
  };
}

/** Series of several cells, a list of values for each. */
function seriesOfCells({ dates, mm }: Given): Series {
  const epochs = (dates as unknown[]).map(String);
  const cells = (mm as unknown[]).map(column);
  return {
    grid: gridOf(cells.length, 1),
    epochs,
    cumulativeMm: epochs.map((_, at) => Float64Array.from(cells, (values) => values[at] as number)),
    rank: new Uint16Array(cells.length).fill(epochs.length - 1),
    tied: new Uint8Array(cells.length).fill(1),
  };
}

const one = (values: Float64Array) => values[0] as number;

function track(given: unknown) {
  const { values, errors, incidence, heading } = given as Given;
  return {
    values: column(values),
    ...(errors !== undefined && { errors: column(errors) }),
    look: { incidenceDegrees: Number(incidence), headingDegrees: Number(heading) },
  };
}

/** Examples of the pages in docs/methods/locate/. */
export const displacementExamples: Examples = {
  'locate.invert': (given) => {
    const { cumulativeMm, rank, tied } = invert(stackOf(given), {
      ...usualInversion,
      minimumObservations: 1,
    });
    return { mm: cumulativeMm.map(one), rank: rank[0], tied: tied[0] };
  },
  'locate.stability': ({ rates, limit }) => {
    const mmPerYear = column(rates);
    const series = seriesOf(['2018-01-01', '2019-01-01'], mmPerYear, mmPerYear.length, 1);
    return stabilityOf(series, { mmPerYear, standardErrorMmPerYear: mmPerYear }, Number(limit));
  },
  'locate.closure': ({ cycle, ...given }) => {
    const stack = stackOf(given);
    const { checked, broken } = checkClosure(stack, Number(cycle));
    const { stack: after, mended } = mendCycles(stack, Number(cycle));
    return { checked: checked[0], broken: broken[0], mended, changes: after.changesMm.map(one) };
  },
  'locate.plane': ({ width, height, values }) => {
    const network = networkOf([['2018-01-01', '2018-01-13']], ['']);
    const grid = gridOf(Number(width), Number(height));
    return withoutPlanes({ grid, network, changesMm: [column(values)], coherence: null }).changesMm[0];
  },
  'locate.rate': ({ dates, mm }) => {
    const fit = fitSeries(seriesOf((dates as unknown[]).map(String), column(mm), 1, 1));
    return {
      rate: one(fit.mmPerYear),
      error: one(fit.standardErrorMmPerYear),
      misfit: one(fit.misfitMm),
      explained: one(fit.explained),
    };
  },
  'locate.change-point': ({ years, mm }) => {
    const found = changePoint(column(years), column(mm));
    return found && { epoch: found.epoch, before: found.before, after: found.after, gain: found.gain };
  },
  'locate.bootstrap': ({ years, mm, seed }) =>
    bootstrapSlope(column(years), column(mm), seededRandom(Number(seed))),
  'locate.bends': (given) => {
    const { epoch, p } = bendsOf(seriesOfCells(given), {}, seededRandom(1));
    return { epoch, p };
  },
  'locate.bootstrap-rates': ({ seed, runs, ...given }) =>
    bootstrapRates(seriesOfCells(given), {}, seededRandom(Number(seed)), Number(runs)),
  'locate.height': ({ range, incidence, ...given }) => {
    const { network, changesMm } = stackOf(given);
    const metres = baselinesOfPairs(network, Float64Array.from(changesMm, one));
    return { metres, mm: elevationColumn(metres, Number(range), Number(incidence)) };
  },
  'locate.phase': ({ phase, wavelength, positive }) =>
    changesOfPhase(column(phase), positive === 'away' ? Number(wavelength) : -Number(wavelength)),
  'locate.vertical': ({ values, incidence }) => toVertical(column(values), Number(incidence)),
  'locate.vertical-east': ({ first, second }) => verticalAndEast(track(first), track(second)),
  'locate.zones': ({ width, height, rates, edge }) => {
    const mmPerYear = column(rates);
    const series = seriesOf(['2018-01-01', '2019-01-01'], mmPerYear, Number(width), Number(height));
    return sunkenZones(series, { mmPerYear, standardErrorMmPerYear: mmPerYear }, Number(edge));
  },
};
