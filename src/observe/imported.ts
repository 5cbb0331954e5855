import type { Id } from '../base/index.js';
import { type ImportedColumns, type Observation, statuses } from './types.js';

/**
 * Packs observations into columns. Entry `i` of every array is observation `i`.
 *
 * @example `importedColumns([]).value.length` is 0
 */
export function importedColumns(observations: readonly Observation[]): ImportedColumns {
  const cities = dictionary<Id<'city'>>();
  const indicators = dictionary<Id<'indicator'>>();
  const periods = dictionary<Id<'period'>>();
  const units = dictionary<Id<'unit'>>();
  const importIds = dictionary<string>();
  const texts = dictionary<string>(['']);
  const columns = emptyColumns(observations.length);
  observations.forEach((observation, at) => {
    columns.city[at] = cities.indexOf(observation.city);
    columns.indicator[at] = indicators.indexOf(observation.indicator);
    columns.period[at] = periods.indexOf(observation.period);
    columns.unit[at] = units.indexOf(observation.unit);
    columns.importId[at] = importIds.indexOf(observation.importId);
    columns.source[at] = texts.indexOf(observation.source);
    columns.note[at] = texts.indexOf(observation.note);
    columns.value[at] = observation.value ?? Number.NaN;
    columns.status[at] = statuses.indexOf(observation.status);
    columns.row[at] = observation.row;
    columns.revision[at] = observation.revision;
    columns.doubtful[at] = observation.doubtful ? 1 : 0;
  });
  return {
    cities: cities.words,
    indicators: indicators.words,
    periods: periods.words,
    units: units.words,
    importIds: importIds.words,
    texts: texts.words,
    ...columns,
  };
}

function emptyColumns(length: number) {
  return {
    city: new Uint32Array(length),
    indicator: new Uint16Array(length),
    period: new Uint16Array(length),
    unit: new Uint16Array(length),
    importId: new Uint32Array(length),
    source: new Uint32Array(length),
    note: new Uint32Array(length),
    value: new Float64Array(length),
    status: new Uint8Array(length),
    row: new Uint32Array(length),
    revision: new Uint32Array(length),
    doubtful: new Uint8Array(length),
  };
}

function dictionary<Word extends string>(first: readonly Word[] = []) {
  const words: Word[] = [...first];
  const places = new Map<Word, number>(words.map((word, at) => [word, at]));
  return {
    words,
    indexOf(word: Word): number {
      const known = places.get(word);
      if (known !== undefined) return known;
      places.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
  };
}
