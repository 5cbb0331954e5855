import type { Language, Text } from '../../base/index.js';
import { type Cube, type CubeCell, cellsOf } from './cube.js';
import { inPieces } from './pieces.js';

/** What a data set says about itself. */
export interface JsonStatFacts {
  readonly lang: Language;
  readonly source: Text;
  /** Day of the state, `2026-01-15`. */
  readonly updated: string;
}

/**
 * A cube as a JSON-stat 2.0 data set with the dimensions unit (geo), measure (metric) and period (time). Values are sparse: the
 * number of a cell is `(unit × measures + measure) × periods + period`; what is missing is not there. Estimated and doubtful cells
 * have a status, E and U.
 */
export function printJsonStat(cube: Cube, facts: JsonStatFacts): AsyncGenerator<Uint8Array> {
  return inPieces(textOf(cube, facts));
}

function* textOf(cube: Cube, { lang, source, updated }: JsonStatFacts): Generator<string> {
  const { units, measures, periods } = cube;
  const head = {
    version: '2.0',
    class: 'dataset',
    label: cube.label[lang],
    source: source[lang],
    updated,
    id: ['unit', 'measure', 'period'],
    size: [units.length, measures.length, periods.length],
    role: { geo: ['unit'], metric: ['measure'], time: ['period'] },
    dimension: dimensionsOf(cube, lang),
  };
  yield JSON.stringify(head).slice(0, -1);
  yield ',"value":{';
  yield* entries(cube, ({ unit, measure, period }) => {
    const value = cube.value(unit, measure, period);
    return Number.isNaN(value) ? null : value;
  });
  yield '},"status":{';
  yield* entries(cube, ({ unit, measure, period }) => {
    const status = cube.status(unit, measure, period);
    if (status === 'estimated') return '"E"';
    return status === 'doubtful' ? '"U"' : null;
  });
  yield '}}\n';
}

/** `"NUMBER":TEXT` of the cells that have one. */
function* entries(cube: Cube, of: (cell: CubeCell) => string | number | null): Generator<string> {
  const { measures, periods } = cube;
  let comma = '';
  for (const cell of cellsOf(cube)) {
    const found = of(cell);
    if (found === null) continue;
    const at = (cell.unit * measures.length + cell.measure) * periods.length + cell.period;
    yield `${comma}"${at}":${found}`;
    comma = ',';
  }
}

const labels = {
  unit: { en: 'Unit', zh: '单位' },
  measure: { en: 'Indicator', zh: '指标' },
  period: { en: 'Period', zh: '时期' },
} as const;

function dimensionsOf({ units, measures, periods }: Cube, lang: Language) {
  const labelled = (list: readonly { readonly id: string; readonly label: Text }[]) => ({
    index: list.map(({ id }) => id),
    label: Object.fromEntries(list.map(({ id, label }) => [id, label[lang]])),
  });
  const coordinates = units.flatMap(({ id, point }) => (point === null ? [] : [[id, point] as const]));
  return {
    unit: {
      label: labels.unit[lang],
      category: { ...labelled(units), coordinates: Object.fromEntries(coordinates) },
    },
    measure: {
      label: labels.measure[lang],
      category: {
        ...labelled(measures),
        unit: Object.fromEntries(measures.map(({ id, unitLabel }) => [id, { label: unitLabel[lang] }])),
      },
    },
    period: { label: labels.period[lang], category: { index: periods } },
  };
}
