import { type Checkup, checkupAll, computeIndicators } from '../../assess/index.js';
import { type CityId, type IndicatorId, id } from '../../base/index.js';
import type { Figure, RoundFinding, RoundInputs, RoundRank, RoundResults } from '../../campaign/index.js';
import type { Catalog, Index } from '../../catalog/index.js';
import { buildPanel, type Imported, importedColumns, type Panel } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import { yearBefore } from './last-year.js';

/**
 * The results of a round out of its inputs and a catalog, and of nothing else: neither tables nor other imports have a part in them. The
 * units of the round are held against one another.
 *
 * @throws AfterlodeError as `checkupAll`
 */
export function resultsOf(inputs: RoundInputs, catalog: Catalog): RoundResults {
  const { definition, units } = inputs;
  const cities = units.filter(({ leftOut }) => !leftOut).map(({ city }) => cityFrom(city));
  const scored = scoredCatalog(catalog, definition.indices, definition.period);
  const checkups =
    cities.length === 0
      ? []
      : checkupAll({
          panel: panelOf(inputs, cities, scored),
          catalog: scored,
          register: registerFrom(cities),
          period: definition.period,
        });
  return {
    figures: checkups.flatMap(figuresOf),
    ranks: checkups.flatMap(ranksOf),
    findings: checkups.flatMap(findingsOf),
  };
}

/** The catalog with the indices of the round, applied to its period, and no others. */
function scoredCatalog(
  catalog: Catalog,
  names: readonly string[],
  period: Index['periods'][number],
): Catalog {
  const indices = names.flatMap((name) => {
    const index = catalog.indices.get(name);
    return index === undefined ? [] : [[name, { ...index, periods: [period] }] as const];
  });
  return { ...catalog, indices: new Map(indices) };
}

function panelOf(inputs: RoundInputs, cities: readonly City[], catalog: Catalog): Panel {
  const { period } = inputs.definition;
  const built = buildPanel({
    cities,
    periods: [yearBefore(period), period],
    indicators: [...catalog.indices.values()].flatMap(({ of }) => leaves(of)).concat(observedOf(catalog)),
    tables: [],
    imported: importedOf(inputs, catalog),
    catalog,
  });
  return computeIndicators(built.value, catalog, { country: null });
}

function observedOf(catalog: Catalog): readonly IndicatorId[] {
  return [...catalog.indicators.values()].filter(({ formula }) => formula === null).map((one) => one.id);
}

function leaves(nodes: Index['of']): IndicatorId[] {
  return nodes.flatMap((node) => ('indicator' in node ? [node.indicator] : leaves(node.of)));
}

/** Values of the round and of the year before as an import. */
function importedOf({ definition, values, earlier, units }: RoundInputs, catalog: Catalog): Imported {
  const leftOut = new Set(units.filter((one) => one.leftOut).map((one) => one.id));
  const plain = { status: 'reported', source: '', note: '', revision: 1, doubtful: false } as const;
  const own = values
    .filter(({ unitId, value }) => value !== null && !leftOut.has(unitId))
    .map(({ unitId, indicator, value, unit }, row) => {
      const key = { city: unitId, indicator, period: definition.period };
      return { ...plain, ...key, value, unit, row, importId: definition.id };
    });
  const before = earlier.map(({ unit: city, indicator, period, value }, row) => {
    const own_ = catalog.indicators.get(indicator)?.unit ?? id<'unit'>('');
    const unit = catalog.units.get(own_)?.base ?? own_;
    return { ...plain, city, indicator, period, value, unit, row, importId: definition.id };
  });
  const source = { id: definition.id, file: '', sha256: '', layout: 'round', licence: '', at: '' };
  return { observations: importedColumns([...own, ...before]), imports: [source] };
}

function figuresOf({ city, scores }: Checkup): readonly Figure[] {
  return Object.entries(scores).map(([node, score]) => ({ unit: city, node, score }));
}

function ranksOf({ city, standing }: Checkup): readonly RoundRank[] {
  return Object.entries(standing).map(([index, { score, rank, rankInterval, coverage }]) => ({
    unit: city,
    index,
    score,
    rank,
    rankInterval,
    coverage,
  }));
}

function findingsOf({ city, findings }: Checkup): readonly RoundFinding[] {
  return findings.map(({ problem, label, severity, period }) => ({
    unit: city,
    problem,
    label,
    severity,
    period,
  }));
}

/** A row of the register as a snapshot keeps it. */
export function cityRow(city: City): unknown {
  return { ...city, areas: [...city.areas] };
}

/** A row of the register out of a snapshot. All units of a round count as listed: they are held against one another. */
function cityFrom(row: unknown): City {
  const city = row as City & { readonly areas: readonly (readonly [string, readonly string[]])[] };
  return { ...city, areas: new Map(city.areas), listed: true };
}

function registerFrom(cities: readonly City[]): Register {
  const byId: ReadonlyMap<CityId, City> = new Map(cities.map((city) => [city.id, city]));
  return { cities, byId, differences: [], breaks: [] };
}
