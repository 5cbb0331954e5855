import { belongsTo, breaksBetween, likeClasses, parameterValue } from '../../assess/index.js';
import { type CityId, yearOf } from '../../base/index.js';
import type { City, Register } from '../../register/index.js';
import { analysePopulation } from '../analyse/population.js';
import { registerOf } from '../cities/register.js';
import { indexPeriods } from '../periods.js';
import type { Workspace } from '../workspace.js';
import type { PlacesComparison } from './answer.js';
import { type Asked, type AskedGroup, askedOf, emptyGroup, type PlacesCall } from './asked.js';
import { unitFigures } from './figures.js';
import { type ComparedUnits, compareMeasure } from './one-measure.js';

/**
 * Any places and groups side by side: values over the periods, ranks, medians and quartiles (docs/methods/groups.md).
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function comparePlaces(ws: Workspace, call: PlacesCall): Promise<PlacesComparison> {
  const register = await registerOf(ws);
  const asked = askedOf(ws, register, call);
  const groups = await groupsOf(ws, register, asked);
  const ranked = asked.places.length > 0 ? register.cities.filter((city) => city.listed) : [];
  const units = [...new Set([...asked.places, ...groups.flatMap(({ units }) => units), ...ranked])];
  const rows = new Map(units.map((city, row) => [city, row] as const));
  const compared: ComparedUnits = {
    ws,
    units,
    places: asked.places.map((city) => ({ city, row: rows.get(city) as number })),
    groups: groups.map(({ group, units: members }) => ({
      key: group.choice.key,
      rows: members.map((city) => rows.get(city) as number),
      place: group.place,
      classes: group.place === null ? null : likeClasses(group.place, units, ws.catalog),
    })),
    figures: await unitFigures(ws, register, units),
    minimum: parameterValue(ws.catalog, 'peers_minimum'),
    breaksIn: (city, from, to) => breaksBetween(register, city, yearOf(from), yearOf(to)),
  };
  return {
    catalog: ws.catalog.hash,
    places: asked.places.map(({ id, adcode, name, province, level, listed }) => {
      return { id, adcode, name, province, level, listed };
    }),
    groups: groups.map(({ group, units: members }) => {
      return { group: group.choice.key, label: group.label, units: members.length };
    }),
    measures: await Promise.all(asked.measures.map((measure) => compareMeasure(compared, measure))),
  };
}

/** The groups with their units; of `like` all listed units, among which its classes are found. */
async function groupsOf(ws: Workspace, register: Register, { groups }: Asked) {
  const courses = groups.some(({ choice }) => choice.kind === 'course') ? await coursesOf(ws) : new Map();
  return groups.map((group) => {
    const units = unitsOf(ws, register, group, courses);
    return units.length === 0 ? emptyGroup(group.choice) : { group, units };
  });
}

function unitsOf(
  { catalog }: Workspace,
  register: Register,
  { choice, named }: AskedGroup,
  courses: ReadonlyMap<CityId, string>,
): readonly City[] {
  return register.cities.filter((city) => belongsTo(city, choice, { catalog, courses, named }));
}

/** Course of the population of the listed units over the last two periods that an index covers. */
async function coursesOf(ws: Workspace): Promise<ReadonlyMap<CityId, string>> {
  const [from, to] = indexPeriods(ws.catalog)
    .slice(-2)
    .map(({ period }) => period);
  if (from === undefined || to === undefined) return new Map();
  const rows = await ws.derived(`courses/${from}/${to}`, () =>
    analysePopulation(ws, { cities: [], from, to }),
  );
  return new Map(
    rows.flatMap((row) =>
      'course' in row && row.course !== null ? [[row.place as CityId, row.course as string] as const] : [],
    ),
  );
}
