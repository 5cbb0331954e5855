import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { columnsOfDriver, type DrawSettings, type StirpatSettings } from '../../plan/index.js';
import { entriesOf, numberAt, type Place, textAt, wrongWord } from './words.js';

/** A scenario as its file writes it; what it assumes of a place is read when the years of its data are known. */
export interface WrittenScenario {
  readonly scenario: string;
  readonly label: Text | null;
  /** Why these values were taken, and how sure they are. */
  readonly assumptions: Text | null;
  readonly mark: string | null;
  /** For all places. */
  readonly all: ReadonlyMap<string, Place>;
  /** What differs for single places. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, Place>>;
}

/** A scenario file. */
export interface ScenarioFile {
  readonly name: string;
  readonly horizon: number;
  readonly model: StirpatSettings;
  /** `block` null: the cube root of the number of years, rounded up. */
  readonly draws: Omit<DrawSettings, 'block'> & { readonly block: number | null };
  /** Columns of the table that are needed besides place, year and co2. */
  readonly columns: readonly string[];
  readonly scenarios: readonly WrittenScenario[];
}

const assumed = ['growth', 'carbon_intensity', 'sinks', 'output', 'levers'];
/** Columns that tell which row it is and what is to be explained. */
const notDrivers = ['', 'place', 'year', 'co2'];
const whole = (least: number) => (value: number) => Number.isSafeInteger(value) && value >= least;
/** More draws than these fill the memory and change nothing. */
const mostDraws = 10_000;

/**
 * Reads a scenario file that YAML or JSON has parsed.
 *
 * @throws AfterlodeError ROADMAP_SCENARIOS naming the place in the file
 */
export function readScenarios(name: string, value: unknown, catalog: Catalog): ScenarioFile {
  const root = { value, where: `${name}:` };
  const parts = entriesOf(root, ['title', 'note', 'horizon', 'model', 'scenarios']);
  const model = modelOf(parts.get('model') ?? { value: null, where: `${name}: model` }, catalog);
  const scenarios = Array.from(entriesOf(needed(root, parts, 'scenarios')), ([scenario, place]) =>
    scenarioOf(scenario, place),
  );
  if (scenarios.length === 0) throw wrongWord(needed(root, parts, 'scenarios'), phrases.atLeastOne);
  const horizon = needed(root, parts, 'horizon');
  const columns = new Set(['population', 'gdp', ...model.settings.drivers.flatMap(columnsOfDriver)]);
  return {
    name,
    horizon: numberAt(
      horizon,
      { en: 'a year such as 2060', zh: '年份，如 2060' },
      (year) => whole(1000)(year) && year < 10_000,
    ),
    model: model.settings,
    draws: model.draws,
    columns: [...columns],
    scenarios,
  };
}

function needed({ where }: Place, parts: ReadonlyMap<string, Place>, name: string): Place {
  const found = parts.get(name);
  if (found !== undefined) return found;
  throw new AfterlodeError('ROADMAP_SCENARIOS', where.slice(0, -1), {
    found: phrases.nothing,
    expected: { en: `an entry ${name}`, zh: `${name} 一项` },
  });
}

function modelOf(place: Place, catalog: Catalog) {
  const parts = entriesOf(place, [
    'drivers',
    'squared',
    'ridge',
    'leave_out',
    'draws',
    'seed',
    'block',
    'confidence',
  ]);
  const number = (name: string, usual: number, expected: Text, holds: (value: number) => boolean) => {
    const own = parts.get(name);
    return own === undefined ? usual : numberAt(own, expected, holds);
  };
  const usual = (name: string) => parameterValue(catalog, name);
  const squared = parts.get('squared');
  if (squared !== undefined && typeof squared.value !== 'boolean')
    throw wrongWord(squared, { en: 'true or false', zh: 'true 或 false' });
  const drivers = driversOf(parts.get('drivers'));
  if (squared?.value === true && !drivers.includes('gdp_per_head'))
    throw wrongWord(squared, { en: 'gdp_per_head among the drivers', zh: '驱动因素中含 gdp_per_head' });
  const ridge = parts.get('ridge');
  const draws = { en: `a whole number from 1 to ${mostDraws}`, zh: `1 至 ${mostDraws} 的整数` };
  return {
    settings: {
      drivers,
      squared: squared?.value === true,
      ridge:
        ridge === undefined || ridge.value === 'auto'
          ? null
          : numberAt(ridge, { en: 'auto or a number from 0', zh: 'auto 或不小于 0 的数' }, (k) => k >= 0),
      leaveOut: number('leave_out', usual('roadmap_leave_out'), phrases.wholeFrom(0), whole(0)),
    },
    draws: {
      draws: number('draws', usual('roadmap_draws'), draws, (n) => whole(1)(n) && n <= mostDraws),
      seed: number('seed', 1, phrases.wholeFrom(0), whole(0)),
      block: parts.has('block') ? number('block', 1, phrases.wholeFrom(1), whole(1)) : null,
      confidence: number(
        'confidence',
        usual('roadmap_confidence'),
        { en: 'above 0.5 and below 1', zh: '大于 0.5 且小于 1' },
        (share) => share > 0.5 && share < 1,
      ),
    },
  };
}

function driversOf(place: Place | undefined): readonly string[] {
  if (place === undefined) return ['population', 'gdp_per_head'];
  const { value } = place;
  const names = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const words = names.filter(
    (name): name is string => typeof name === 'string' && !notDrivers.includes(name),
  );
  if (words.length > 0 && words.length === names.length && new Set(words).size === words.length) return words;
  throw wrongWord(place, { en: 'a list of columns, each once', zh: '不重复的列名列表' });
}

function scenarioOf(scenario: string, place: Place): WrittenScenario {
  const parts = entriesOf(place, ['label', 'assumptions', 'mark', ...assumed, 'places']);
  const mark = parts.get('mark');
  if (mark !== undefined && !['V', 'S', 'M', 'D'].includes(String(mark.value)))
    throw wrongWord(mark, phrases.oneOf('V, S, M, D'));
  const own = parts.get('places');
  return {
    scenario,
    label: textAt(parts.get('label')),
    assumptions: textAt(parts.get('assumptions')),
    mark: mark === undefined ? null : String(mark.value),
    all: new Map([...parts].filter(([name]) => assumed.includes(name))),
    places: new Map(
      Array.from(own === undefined ? [] : entriesOf(own), ([name, one]) => [name, entriesOf(one, assumed)]),
    ),
  };
}
