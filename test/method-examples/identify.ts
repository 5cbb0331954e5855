import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  axisScores,
  bestThreshold,
  type DistressUnit,
  distressByThresholds,
  distressRanges,
  distressRanks,
  distressThresholds,
  type EnergyPlace,
  energyCommunity,
  exhaustionClock,
  marginOf,
  meanAndDeviations,
  passesSet,
  passesTest,
  type ReserveBasis,
  recoveryAt,
  resourceDecoupling,
  rocArea,
  signalOf,
  typeByAxes,
  usualRankOptions,
} from '../../src/assess/index.js';
import type { IsoDate } from '../../src/base/index.js';
import type { Catalog, ClassScheme, Comparison, Parameter } from '../../src/catalog/index.js';
import { column, type Examples } from './example.js';

const labelled = (values: unknown, listed: unknown) => ({
  values: column(values),
  listed: Uint8Array.from(listed as number[]),
});

/** Examples of the pages in docs/methods/identify/. */
export const identifyExamples: Examples = {
  'identify.threshold-sets': ({ values, is, threshold, others, k }) => {
    const list = [...column(values)];
    const passes = list.map((value) => passesTest(value, is as Comparison, Number(threshold)));
    return {
      passes,
      margins: list.map((value) => marginOf(value, is as Comparison, Number(threshold))),
      any: passesSet(passes, 'any'),
      all: passesSet(passes, 'all'),
      cut: meanAndDeviations(column(others), Number(k)),
    };
  },
  'identify.recovery': ({ values, listed, threshold }) => {
    const units = labelled(values, listed);
    const { tested: _tested, listed: _listed, ...found } = recoveryAt(units, 'ge', Number(threshold));
    return { ...found, area: rocArea(units).area };
  },
  'identify.best-threshold': ({ values, listed }) => bestThreshold(labelled(values, listed)),
  'identify.two-axis-type': ({ values, sustainability, rising, cut, band }) => {
    const inputs = [{ id: 'x', better: 'more' as const, weight: 1, values: column(values) }];
    const { scores } = axisScores(inputs, { minimumUnits: 2, minimumWeight: 1 });
    const types = [...scores].map((security) =>
      typeByAxes(
        { security, sustainability: Number(sustainability), rising: rising as boolean },
        { cut: Number(cut), band: Number(band) },
      ),
    );
    return {
      places: scores,
      types: types.map(({ type }) => type),
      between: types.map(({ border }) => border?.between ?? null),
    };
  },
  'identify.resource-decoupling': ({ manufacturing, mining }) => {
    const growth = column(mining);
    return [...column(manufacturing)].map((value, at) => resourceDecoupling(value, growth[at] as number));
  },
  'identify.exhaustion-clock': ({ reserves, basis, years, output, additions }) => {
    const clock = exhaustionClock(
      {
        place: 'city',
        resource: 'coal',
        basis: basis as ReserveBasis,
        reserves: Number(reserves),
        years: years as number[],
        output: column(output),
        additions: column(additions),
        leading: true,
      },
      { share: { recoverable: 0.7, total: 0.7 }, nearYears: 5, outputYears: 3 },
    );
    const { extractedShare, exhausted, remaining, yearsLeft, nearEnd, thresholdYear, gaps } = clock;
    return { extractedShare, exhausted, remaining, yearsLeft, nearEnd, thresholdYear, gaps };
  },
  'identify.list-signals': ({ needed, records }) =>
    (records as Record<string, boolean>[]).map((record) => {
      const years = Object.entries(record).map(([year, holds]) => ({ year: Number(year), holds }));
      const { state, held } = signalOf(years, Number(needed));
      return [state, held];
    }),
  'identify.county-distress': ({ units, country }) =>
    distressRanks(units as DistressUnit[], country as DistressUnit, arcStatus()),
  'identify.county-distress-interval': ({ units, country }) =>
    distressRanges(units as DistressUnit[], country as DistressUnit, arcStatus(), usualRankOptions).map(
      ({ low, high }) => [low, high],
    ),
  'identify.county-distress-thresholds': ({ days, units, country }) =>
    (days as IsoDate[]).map((day) => {
      const rule = distressThresholds({ parameters: arcParameters() }, day);
      if (rule === null) return null;
      const found = distressByThresholds(units as DistressUnit[], country as DistressUnit, rule);
      return found.map(({ status }) => status);
    }),
  'identify.energy-community': (places) =>
    Object.values(places).map(
      (place) => energyCommunity(place as EnergyPlace, { employment: 0.0017, tax: 0.25 }).qualifies,
    ),
};

/** The classes of the catalog, so that the page shows the bounds in force. */
function arcStatus(): ClassScheme {
  const file = 'catalog/classes/arc_status.yaml';
  const written = parse(readFileSync(file, 'utf8')) as {
    classes: { id: string; label: { en: string; zh: string }; from?: number; to?: number }[];
  };
  return {
    id: 'arc_status',
    label: { en: '', zh: '' },
    classes: written.classes.map((one) => ({ ...one, from: one.from ?? null, to: one.to ?? null })),
    references: [],
    mark: 'V',
    file,
    line: 1,
  };
}

/** The thresholds of the catalog with their days. */
function arcParameters(): Catalog['parameters'] {
  const folder = 'catalog/parameters';
  const files = readdirSync(folder).filter((name) => name.startsWith('arc_'));
  return new Map(
    files.map((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      return [name.replace('.yaml', ''), parse(text) as Parameter];
    }),
  );
}
