import { phrases } from '../../base/index.js';
import type { CarbonScenario, JobLevers, JobScenario, SuccessorSector, YearSteps } from '../../plan/index.js';
import type { WrittenScenario } from './scenarios.js';
import { entriesOf, growthWords, isGrowth, numberAt, type Place, stepsAt, wrongWord } from './words.js';

/** The entries of one kind for a place: those of all places, and over them its own. */
function joined(
  { all, places }: WrittenScenario,
  place: string,
  part: string,
  known?: readonly string[],
): ReadonlyMap<string, Place> {
  const written = [all.get(part), places.get(place)?.get(part)];
  return new Map(written.flatMap((one) => (one === undefined ? [] : [...entriesOf(one, known)])));
}

function single({ all, places }: WrittenScenario, place: string, part: string): Place | undefined {
  return places.get(place)?.get(part) ?? all.get(part);
}

/** Where an entry that is missing should stand. */
function lacking({ scenario }: WrittenScenario, file: string, part: string): Place {
  return { value: undefined, where: `${file}: scenarios.${scenario}.${part}` };
}

/**
 * What a scenario assumes of the carbon of a place.
 *
 * @param columns that must have a growth
 * @param first year after the data
 * @throws AfterlodeError ROADMAP_SCENARIOS
 */
export function carbonAssumed(
  written: WrittenScenario,
  place: string,
  {
    file,
    columns,
    first,
  }: { readonly file: string; readonly columns: readonly string[]; readonly first: number },
): CarbonScenario {
  const growth = joined(written, place, 'growth', [...columns, 'labour_force']);
  const stated = single(written, place, 'carbon_intensity');
  const sinks = single(written, place, 'sinks');
  return {
    growth: new Map(
      columns.map((column) => [
        column,
        stepsAt(
          growth.get(column) ?? lacking(written, file, `growth.${column}`),
          first,
          growthWords,
          isGrowth,
        ),
      ]),
    ),
    carbonIntensity: stated === undefined ? null : stepsAt(stated, first, growthWords, isGrowth),
    sinks: sinks === undefined ? null : stepsAt(sinks, first, phrases.numberFrom0, (value) => value >= 0),
  };
}

/**
 * What a scenario assumes of the jobs of a place.
 *
 * @throws AfterlodeError ROADMAP_SCENARIOS
 */
export function jobsAssumed(
  written: WrittenScenario,
  place: string,
  {
    file,
    successors,
    known,
    first,
  }: {
    readonly file: string;
    /** Of this place. */
    readonly successors: readonly SuccessorSector[];
    /** Sectors of any place. */
    readonly known: readonly string[];
    readonly first: number;
  },
): JobScenario {
  const output = joined(written, place, 'output', known);
  const labour = joined(written, place, 'growth').get('labour_force');
  return {
    growth: new Map(
      successors.map(({ sector }): [string, YearSteps] => [
        sector,
        stepsAt(
          output.get(sector) ?? lacking(written, file, `output.${sector}`),
          first,
          growthWords,
          isGrowth,
        ),
      ]),
    ),
    levers: leversOf(joined(written, place, 'levers', ['growth_floor', 'elasticity', 'training'])),
    labourForce: labour === undefined ? null : stepsAt(labour, first, growthWords, isGrowth),
  };
}

function leversOf(parts: ReadonlyMap<string, Place>): JobLevers {
  const [floor, elasticity, training] = ['growth_floor', 'elasticity', 'training'].map((name) =>
    parts.get(name),
  );
  const added = { en: 'a number that is added', zh: '所增加的数值' };
  const points = { en: 'a number from -1 to 1 that is added to shares', zh: '加在比例上的数，-1 到 1 之间' };
  return {
    growthFloor: floor === undefined ? Number.NaN : numberAt(floor, growthWords, isGrowth),
    elasticity: elasticity === undefined ? 0 : numberAt(elasticity, added, () => true),
    training: training === undefined ? 0 : numberAt(training, points, (value) => Math.abs(value) <= 1),
  };
}

/**
 * Refuses places that the table has not: a slip of the pen would leave a city with the rates of others.
 *
 * @throws AfterlodeError ROADMAP_SCENARIOS
 */
export function refuseStrangers(
  file: string,
  scenarios: readonly WrittenScenario[],
  places: readonly string[],
): void {
  for (const { scenario, places: own } of scenarios)
    for (const name of own.keys())
      if (!places.includes(name))
        throw wrongWord(
          { value: name, where: `${file}: scenarios.${scenario}.places` },
          phrases.oneOf(places.slice(0, 30).join(', ')),
        );
}
