import type { CityId, IndicatorId } from '../../src/base/index.js';
import type { Parameter } from '../../src/catalog/index.js';
import { checkQuality, importedColumns } from '../../src/observe/index.js';
import { sampleCatalog, sampleIndicator, sampleObservation } from '../../src/observe/testing/sample.js';
import type { Example, Examples } from './example.js';

interface Given {
  /** First year of all series. */
  readonly first: number;
  /** By unit and indicator, one value a year; `null` is missing. */
  readonly units: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
  /** Region of all units but those of `elsewhere`. */
  readonly region?: string;
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  readonly moves_with?: Readonly<Record<string, string>>;
  readonly valid?: Readonly<Record<string, readonly [number, number]>>;
  readonly limits?: Readonly<Record<string, number>>;
}

/** Doubts as `unit year indicator CODE`, in alphabetical order. */
const check: Example = (raw) => {
  const given = raw as unknown as Given;
  const names = [...new Set(Object.values(given.units).flatMap((one) => Object.keys(one)))];
  const catalog = sampleCatalog(
    names.map((name) =>
      sampleIndicator(name, 'CNY', {
        parts: (given.parts?.[name] ?? []) as readonly IndicatorId[],
        movesWith: (given.moves_with?.[name] ?? null) as IndicatorId | null,
        ...(given.valid?.[name] && { valid: given.valid[name] }),
      }),
    ),
    {
      parameters: new Map(
        Object.entries(given.limits ?? {}).map(([id, value]) => [id, { id, value } as Parameter]),
      ),
    },
  );
  const region = (unit: string) => given.elsewhere?.[unit] ?? given.region ?? '';
  const places = new Map(
    Object.keys(given.units).map((unit) => [
      unit as CityId,
      { region: region(unit), code: unit, name: unit, regionName: region(unit) },
    ]),
  );
  const columns = importedColumns(
    Object.entries(given.units).flatMap(([unit, series]) =>
      Object.entries(series).flatMap(([name, values]) =>
        values.map((value, at) => sampleObservation(unit, name, String(given.first + at), value, 'CNY')),
      ),
    ),
  );
  const found = checkQuality(columns, catalog, places).reasons.map(({ at, issue }) =>
    [
      columns.cities[columns.city[at] as number],
      columns.periods[columns.period[at] as number],
      columns.indicators[columns.indicator[at] as number],
      issue.code,
    ].join(' '),
  );
  return [...new Set(found)].sort();
};

/** Examples of the pages in docs/methods/quality/. */
export const qualityExamples: Examples = { 'quality.check': check };
