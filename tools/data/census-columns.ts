import type { Text } from '../../src/base/index.js';
import type { ColumnSpec } from './types.js';

/** A census column: what it is, and where the two source files have it. */
export interface CensusColumn extends ColumnSpec {
  /** Heading in `census_county.csv`. */
  readonly county?: string;
  /** `classification.code` in `census_employment.csv.gz`; preferred where both have the figure. */
  readonly long?: string;
  /** Census years that have it; both if absent. */
  readonly only?: '2010' | '2020';
}

const person = (names: string): readonly CensusColumn[] =>
  names.split(' ').map((name) => ({ name, unit: 'person', county: name }));

const full: readonly CensusColumn[] = [
  ...person('population male female'),
  {
    name: 'population_registered',
    unit: 'person',
    county: 'population_registered',
    long: 'migration.registered_population',
    only: '2010',
  },
  ...person('population_urban population_rural'),
  { name: 'households', unit: 'household', county: 'households' },
  ...person('household_population'),
  { name: 'household_size', unit: 'person_per_household', county: 'household_size' },
  { name: 'sex_ratio', unit: 'men_per_100_women', county: 'sex_ratio' },
  { name: 'minority_share', unit: 'percent', county: 'minority_share' },
  ...[
    ['population_0_14', 'age_0_14'],
    ['population_15_59', 'age_15_59'],
    ['population_60_plus', 'age_60_plus'],
    ['population_65_plus', 'age_65_plus'],
  ].map(([name = '', county = '']) => ({ name, unit: 'person', county })),
  ...['same_county', 'same_province', 'other_province'].map((code) => ({
    name: `migrants_${code}`,
    unit: 'person',
    county: `migrants_${code}`,
    long: `migration.${code}`,
  })),
  {
    name: 'non_agricultural_share',
    unit: 'percent',
    long: 'migration.non_agricultural_percent',
    only: '2010',
  },
  { name: 'schooling_years', unit: 'year', county: 'schooling_years', long: 'education.mean_years' },
  { name: 'population_tertiary_educated', unit: 'person', county: 'tertiary_educated' },
  ...['illiterate', 'none', 'preschool', 'primary', 'junior', 'senior', 'college', 'university'].flatMap(
    educated,
  ),
];

function educated(code: string): readonly CensusColumn[] {
  const stem = code === 'illiterate' ? code : `education_${code}`;
  return ['male', 'female'].map((sex) => ({
    name: `${stem}_${sex}`,
    unit: 'person',
    long: `education.${code}_${sex.slice(0, 1)}`,
    ...(code === 'preschool' ? { only: '2020' as const } : {}),
  }));
}

/** Sections of the classification of industries of 2017 with the words of our column names. */
export const sections = [
  ...'agriculture A|mining B|manufacturing C|utilities D|construction E|trade F|transport G|hospitality H'.split(
    '|',
  ),
  ...'information I|finance J|real_estate K|business_services L|research M|water_environment N'.split('|'),
  ...'resident_services O|education P|health Q|culture R|public_administration S|international T'.split('|'),
].map((entry) => ({ name: entry.split(' ')[0] ?? '', letter: entry.split(' ')[1] ?? '' }));

const inCountyFile = new Set(['agriculture', 'mining', 'manufacturing', 'utilities', 'construction']);

const restored: Text = {
  zh: '2010年表头三栏首行错位一列，已复原；证据：复原后二十栏合乎分类次序，与2020年各门类最相近',
  en: 'The heading of 2010 had slipped by one column and is restored; evidence: the twenty columns then follow the classification and fit the sections of 2020 best',
};
const headingRestored = new Set(['trade', 'transport', 'information']);

const work: readonly CensusColumn[] = [
  { name: 'employed', unit: 'sample_person', county: 'sample_employed', long: 'industry.total' },
  ...sections.map(({ name, letter }) => ({
    name: `employed_${name}`,
    unit: 'sample_person',
    long: `industry.${letter}`,
    ...(inCountyFile.has(name) ? { county: `sample_employed_${name}` } : {}),
    ...(headingRestored.has(name) ? { note: restored } : {}),
  })),
  ...'heads 1|professional 2|clerks 3|service 4|farming 5|production 6|other 8'.split('|').map((entry) => ({
    name: `occupation_${entry.split(' ')[0] ?? ''}`,
    unit: 'sample_person',
    long: `occupation.${entry.split(' ')[1] ?? ''}`,
  })),
  {
    name: 'population_16_plus_sample',
    unit: 'sample_person',
    long: 'labour.population_16_plus',
    only: '2010',
  },
  { name: 'not_working', unit: 'sample_person', long: 'not_working.total', only: '2010' },
  ...'student disabled never_worked lost_unit lost_own lost_land retired housework other'
    .split(' ')
    .map((code) => ({
      name: `not_working_${code}`,
      unit: 'sample_person',
      long: `not_working.${code}`,
      only: '2010' as const,
    })),
];

const homes: readonly CensusColumn[] = [
  { name: 'households_housing', unit: 'household', long: 'housing.households' },
  { name: 'rooms_per_household', unit: 'room_per_household', long: 'housing.rooms_per_household' },
  {
    name: 'housing_area_per_person',
    unit: 'm2_per_person',
    county: 'housing_area_per_capita',
    long: 'housing.area_per_capita',
  },
  { name: 'households_sample', unit: 'sample_household', long: 'housing.households_sample' },
  ...'tap_water kitchen toilet bath lift car rented self_built purchased inherited other_tenure'
    .split(' ')
    .map((code) => ({
      name: `households_${code}`,
      unit: 'sample_household',
      long: `housing.${code}`,
      ...(['lift', 'car', 'inherited'].includes(code) ? { only: '2020' as const } : {}),
    })),
];

/** Columns of a census table, in order. */
export function censusColumns(year: string): readonly CensusColumn[] {
  return [...full, ...work, ...homes]
    .filter((column) => column.only === undefined || column.only === year)
    .map((column) => {
      if (year === '2010' || column.note === undefined) return column;
      const { note: _note, ...plain } = column;
      return plain;
    });
}

/** Whether the sum over areas is the value of their union. */
export function isCount(column: ColumnSpec): boolean {
  return ['person', 'household', 'sample_person', 'sample_household'].includes(column.unit);
}
