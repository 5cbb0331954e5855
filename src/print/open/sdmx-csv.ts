import { sheetLine } from '../../base/index.js';
import { type Cube, type CubeStatus, cellsOf } from './cube.js';
import { inPieces } from './pieces.js';

/** Version of the dataflows; it grows when a dimension or an attribute changes. */
const version = '1.0.0';

/** Codes of the SDMX code list CL_OBS_STATUS. */
const observationStatus: Readonly<Record<CubeStatus, string>> = {
  normal: 'A',
  estimated: 'E',
  doubtful: 'U',
  missing: 'O',
};

/** Columns of the values as the layout `sdmx_csv` reads them. */
const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'REF_AREA',
  'INDICATOR',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'OBS_STATUS',
];

/** `AFTERLODE:VALUES(1.0.0)`: the dataflow whose data a cube is. */
export function dataflowOf(cube: Pick<Cube, 'name'>): string {
  return `AFTERLODE:${cube.name.toUpperCase()}(${version})`;
}

/**
 * A cube as SDMX-CSV 2.0: one line for each observation, action I (information); a missing one has an empty value and the status O.
 * Codes of SDMX have no points, so that a node `people_work.work` is `people_work-work`.
 */
export function printSdmxCsv(cube: Cube): AsyncGenerator<Uint8Array> {
  return inPieces(linesOf(cube));
}

function* linesOf(cube: Cube): Generator<string> {
  const flow = dataflowOf(cube);
  yield `${sheetLine(columns)}\n`;
  for (const { unit, measure, period } of cellsOf(cube)) {
    const measured = cube.measures[measure];
    const line = [
      'dataflow',
      flow,
      'I',
      cube.units[unit]?.id,
      measured?.id.replaceAll('.', '-'),
      cube.periods[period],
      cube.value(unit, measure, period),
      measured?.unit,
      observationStatus[cube.status(unit, measure, period)],
    ];
    yield `${sheetLine(line)}\n`;
  }
}
