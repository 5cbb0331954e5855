import { computeIndicators } from '../assess/index.js';
import type { Checked, CityId, Period } from '../base/index.js';
import { acceptValues, buildPanel, excludeValues, type Imported, type Panel } from '../observe/index.js';
import { type City, isAssessed } from '../register/index.js';
import { type CheckedImports, checkImports, type DoubtReasons } from './checkup/quality.js';
import { registerOf } from './cities/register.js';
import { acceptances, exclusions } from './ledger/decide.js';
import type { Workspace } from './workspace.js';

/** Panel of the assessed cities (on the list, or beside it by decision) and the country, all indicators, all periods. */
export function listedPanel(ws: Workspace): Promise<Checked<Panel>> {
  return ws.derived('panel/listed', async () => {
    const { cities } = await registerOf(ws);
    return makePanel(
      ws,
      cities.filter((city) => isAssessed(city) || city.level === 'country'),
    );
  });
}

/** Panel of all units of one level, listed or not, and the country: what groups are compared on. */
export function levelPanel(ws: Workspace, level: string): Promise<Checked<Panel>> {
  const cities = ws.register.cities.filter((city) => city.level === level || city.level === 'country');
  return ws.derived(`panel/level/${level}`, () => makePanel(ws, cities));
}

/** Panel of the assessed cities, the provinces they are held against, and the country. */
export function regionPanel(ws: Workspace): Promise<Checked<Panel>> {
  return ws.derived('panel/regions', async () => {
    const { cities } = await registerOf(ws);
    const levels = new Set<string>(['country', 'province']);
    return makePanel(
      ws,
      cities.filter((city) => isAssessed(city) || levels.has(city.level)),
    );
  });
}

/** Panel of some units, by id, under a name that stands for exactly these. */
export async function unitsPanel(ws: Workspace, name: string, units: readonly CityId[]): Promise<Panel> {
  const built = await ws.derived(`panel/units/${name}`, async () => {
    const wanted = new Set(units);
    return makePanel(
      ws,
      ws.register.cities.filter((city) => wanted.has(city.id)),
    );
  });
  return built.value;
}

/** Imports as the panel takes them, doubtful values marked; null where no store exists. */
export async function imported(ws: Workspace): Promise<Imported | null> {
  return (await checkedImports(ws))?.imported ?? null;
}

/** Why imported values are doubtful, by address. */
export async function doubtReasons(ws: Workspace): Promise<DoubtReasons> {
  return (await checkedImports(ws))?.reasons ?? new Map();
}

function checkedImports(ws: Workspace): Promise<CheckedImports | null> {
  return ws.derived('imported', async () => {
    const store = await ws.existingStore();
    if (store === null) return null;
    return checkImports(ws, { observations: await store.observations(), imports: await store.imports() });
  });
}

async function makePanel(ws: Workspace, cities: readonly City[]): Promise<Checked<Panel>> {
  const tables = await ws.tables();
  const people = await imported(ws);
  const observed = [...ws.catalog.indicators.values()].filter((indicator) => indicator.formula === null);
  const built = buildPanel({
    cities,
    periods: periodsOf(
      tables.map((table) => table.rowPeriods),
      people?.observations.periods ?? [],
    ),
    indicators: observed.map((indicator) => indicator.id),
    tables,
    imported: people,
    catalog: ws.catalog,
  });
  const country = cities.find((city) => city.level === 'country')?.id ?? null;
  const kept = acceptValues(excludeValues(built.value, await exclusions(ws)), await acceptances(ws));
  return { value: computeIndicators(kept, ws.catalog, { country }), issues: built.issues };
}

function periodsOf(tables: readonly (readonly Period[])[], people: readonly Period[]): Period[] {
  const all = new Set<Period>(people);
  for (const periods of tables) for (const period of periods) all.add(period);
  return [...all].sort();
}
