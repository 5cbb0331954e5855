import {
  classAt,
  diversityOf,
  krugman,
  lilien,
  newFactorIndex,
  parameterValue,
  priceBeta,
  quotientsOf,
  resourceCurseCoefficient,
  resourcePovertyIndex,
  sharesOf,
  shockResponse,
  theilRationalisation,
  upgradingChange,
  volatility,
} from '../../assess/index.js';
import { id, issue, toEdge } from '../../base/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import type { StructurePlace } from './branches-answer.js';
import { type AnalyseCall, yearsOf } from './call.js';
import { edgesOf } from './edges.js';
import { areaBreaks, boundaryIssues, type Figures, figuresOf, missingIssues, placesOf } from './panel.js';
import { bySector, type Sections, sectionsOf } from './sections.js';
import { upgradingAnswer } from './upgrading.js';

const added = ['value_added_primary', 'value_added_secondary', 'value_added_tertiary'] as const;
const output = 'gross_regional_product';
const real = 'gross_regional_product_real_2000';
const perHead = ['science_expenditure', 'patents_granted', 'trade_goods', 'fdi_used'];
/** What the analysis reads besides branches. */
export const structureIndicators = [
  ...added,
  output,
  real,
  'gdp_deflator_2000',
  'industrial_output',
  'mining_output',
  'primary_energy_output',
  ...perHead,
  'population_tertiary_educated',
  'population',
  'population_aligned',
  'resource_price',
  'tertiary_share_published',
];

/**
 * Structure analysis of places of the workspace between two years, against the country.
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function structureOfWorkspace(ws: Workspace, call: AnalyseCall): Promise<StructurePlace[]> {
  const [from, to] = yearsOf(call);
  const cities = await placesOf(ws, call.cities);
  const sections = sectionsOf(ws);
  const figures = await figuresOf(ws, cities, [...sections.ids, ...structureIndicators]);
  return cities.map((city) => placeOf({ ws, city, figures, sections, from, to }));
}

interface Asked {
  readonly ws: Workspace;
  readonly city: City;
  readonly figures: Figures;
  readonly sections: Sections;
  readonly from: number;
  readonly to: number;
}

function placeOf(asked: Asked): StructurePlace {
  const { ws, city, figures, sections, from, to } = asked;
  const { country } = figures;
  const jobsAt = (place: City | null, year: number) =>
    Float64Array.from(sections.ids, (one) => figures.at(place, one, year));
  const [first, last] = [jobsAt(city, from), jobsAt(city, to)];
  const [countryFirst, countryLast] = [jobsAt(country, from), jobsAt(country, to)];
  const breaks = areaBreaks(ws, figures, city, from, to);
  // On another area growth is annexation: shares stay, changes are missing.
  const comparable = breaks.length === 0 ? first : first.map(() => Number.NaN);
  const shares = [sharesOf(first), sharesOf(last)] as const;
  const quotients = [quotientsOf(first, countryFirst), quotientsOf(last, countryLast)] as const;
  const at = (name: string, year: number) => figures.at(city, name, year);
  const ends = (of: (year: number) => number) => ({ first: toEdge(of(from)), last: toEdge(of(to)) });
  const ratio = (over: string, under: string) => ends((year) => at(over, year) / at(under, year));
  const curse = (year: number) =>
    resourceCurseCoefficient(
      at('primary_energy_output', year),
      figures.at(country, 'primary_energy_output', year),
      at('value_added_secondary', year),
      figures.at(country, 'value_added_secondary', year),
    );
  const poverty = (year: number) =>
    resourcePovertyIndex(
      at('mining_output', year),
      figures.at(country, 'mining_output', year),
      at(output, year),
      figures.at(country, output, year),
    );
  const missing = [...sections.ids.slice(0, 1), ...added, 'mining_output', 'primary_energy_output', real]
    .concat('resource_price')
    .filter((name) => Number.isNaN(at(name, from) + at(name, to)))
    .map((name) => (name === sections.ids[0] ? 'employed' : name));
  const newFactors = newFactorsOf(asked);
  return {
    place: city.id,
    name: city.name,
    from,
    to,
    branches: sections.ids.map((branch, row) => ({
      branch,
      label: ws.catalog.indicators.get(id<'indicator'>(branch))?.label ?? { en: branch, zh: branch },
      shareFirst: toEdge(shares[0][row] as number),
      shareLast: toEdge(shares[1][row] as number),
      quotientFirst: toEdge(quotients[0][row] as number),
      quotientLast: toEdge(quotients[1][row] as number),
    })),
    dependence: {
      jobs: ends((year) => shares[year === from ? 0 : 1][sections.mining] as number),
      output: ratio('mining_output', output),
      industry: ratio('mining_output', 'industrial_output'),
      quotient: ends((year) => quotients[year === from ? 0 : 1][sections.mining] as number),
      resourcePovertyIndex: ends(poverty),
      curseCoefficient: ends(curse),
      curseGrade: classAt(curse(to), ws.catalog.classes.get('resource_curse_grade')?.classes ?? []),
    },
    valueAdded: {
      primary: ends((year) => valueShare(at, added[0], year)),
      secondary: ends((year) => valueShare(at, added[1], year)),
      tertiary: ends((year) => {
        const share = valueShare(at, added[2], year);
        return Number.isNaN(share) ? at('tertiary_share_published', year) : share;
      }),
    },
    rationalisation: ends((year) => rationalisationAt(asked, year === from ? first : last, year)),
    upgrading: breaks.length === 0 ? upgradingOfOutput(asked) : null,
    upgradingOfJobs: upgradingAnswer(
      upgradingChange(bySector(sections, comparable), bySector(sections, last)),
    ),
    diversity: {
      first: edgesOf(diversityOf(first, sections.sectors)),
      last: edgesOf(diversityOf(last, sections.sectors)),
    },
    krugman: { first: toEdge(krugman(first, countryFirst)), last: toEdge(krugman(last, countryLast)) },
    lilien: toEdge(lilien(comparable, last)),
    newFactors,
    resilience: resilienceOf(asked),
    missing: [...missing, ...newFactors.missing],
    issues: [
      ...(missing.includes('employed')
        ? []
        : [issue('ANALYSIS_SAMPLE', 'note', city.id, { found: `${city.name.zh} ${city.name.en}` })]),
      ...boundaryIssues(city, breaks),
      ...missingIssues(ws, city, [...missing, ...newFactors.missing]),
    ],
  };
}

type At = (name: string, year: number) => number;

function valueShare(at: At, name: string, year: number): number {
  const all = added.reduce((sum, one) => sum + at(one, year), 0);
  return all > 0 ? at(name, year) / all : Number.NaN;
}

/** Output without jobs in the sample makes the index missing here: a small place, not a mistake of the caller. */
function rationalisationAt({ figures, city, sections }: Asked, jobs: Float64Array, year: number): number {
  const values = added.map((name) => figures.at(city, name, year));
  const workers = bySector(sections, jobs);
  const usable = values.every(
    (value, sector) => value >= 0 && (value === 0 || (workers[sector] as number) > 0),
  );
  return usable ? theilRationalisation(values, workers) : Number.NaN;
}

/** Values of the first year are brought to prices of the last where both deflators are known. */
function upgradingOfOutput({ figures, city, from, to }: Asked): StructurePlace['upgrading'] {
  const at = (name: string, year: number) => figures.at(city, name, year);
  const [one, two] = [at('gdp_deflator_2000', from), at('gdp_deflator_2000', to)];
  const constant = one > 0 && two > 0;
  const sectors = (year: number, factor: number) =>
    added.map((name) => factor * at(name, year)) as [number, number, number];
  const found = upgradingChange(sectors(from, constant ? two / one : 1), sectors(to, 1));
  if (Number.isNaN(found.secondaryChange + found.tertiaryChange)) return null;
  return { ...upgradingAnswer(found), prices: constant ? 'constant' : 'current' };
}

/** Science, patents, trade and foreign capital per head, and the tertiary educated, against the country, last year. */
function newFactorsOf({ figures, city, to }: Asked): StructurePlace['newFactors'] {
  const of = (place: City | null, name: string) =>
    figures.at(place, name, to) / figures.at(place, 'population', to);
  const found = newFactorIndex(
    [...perHead, 'population_tertiary_educated'].map((name) => ({
      id: name,
      value: of(city, name),
      nation: of(figures.country, name),
    })),
  );
  return {
    ...found,
    index: toEdge(found.index),
    ratios: found.ratios.map(({ id: name, ratio }) => ({ id: name, ratio: toEdge(ratio) })),
  };
}

function resilienceOf({ ws, figures, city, from, to }: Asked): StructurePlace['resilience'] {
  const yearly = figures.series(city, real, from, to);
  const country = figures.series(figures.country, real, from, to);
  const price = figures.series(city, 'resource_price', from, to);
  const bottom = bottomOf(country);
  const three = (values: Float64Array) =>
    [values[bottom - 1], values[bottom], values[values.length - 1]] as [number, number, number];
  const response =
    bottom > 0
      ? shockResponse(three(yearly), three(country))
      : { resistance: Number.NaN, recovery: Number.NaN };
  const years = parameterValue(ws.catalog, 'volatility_years');
  return {
    resistance: toEdge(response.resistance),
    recovery: toEdge(response.recovery),
    priceBeta: toEdge(priceBeta(growthOfYears(yearly), growthOfYears(price), years).beta),
    volatility: toEdge(volatility(growthOfYears(yearly).slice(1), years)),
  };
}

/** The year of the country's largest fall; 0 where it never fell. */
function bottomOf(country: Float64Array): number {
  const growth = growthOfYears(country);
  let [at, least] = [0, 0];
  growth.forEach((value, year) => {
    if (value < least) [at, least] = [year, value];
  });
  return at;
}

function growthOfYears(values: Float64Array): Float64Array {
  return values.map((value, at) => (at === 0 ? Number.NaN : value / (values[at - 1] as number) - 1));
}
