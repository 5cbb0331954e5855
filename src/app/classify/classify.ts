import {
  exhaustionVerdict,
  type ListSignals,
  listSignals,
  locationQuotients,
  resourceDecoupling,
  type SignalContext,
  type ThresholdTester,
  thresholdTester,
  type UnitTyper,
  unitTyper,
} from '../../assess/index.js';
import { AfterlodeError, type CityId, id, type Period, toEdge } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';
import { type City, cityOf, isAssessed, labelOf } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { resultPrefix } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import type { Classification } from './answer.js';
import { legacyJudge } from './legacy.js';
import { decouplingIndicators, identifyPanel } from './panel.js';
import { noReserves, type Reserves, readReserves } from './reserves.js';

/** What `classify` is asked. */
export interface ClassifyCall {
  /** Codes or names; listed or not. Default: all assessed units. */
  readonly cities?: readonly string[];
  /** Year of the data; the latest value not after it counts. Default: the latest with a test. */
  readonly period?: string;
  /** Code of the set whose tests count for a signal to enter the list; default T4. */
  readonly set?: string;
  /** CSV of reserves and output. */
  readonly reserves?: string;
}

/** Everything one classification needs, made once. */
interface Context {
  readonly ws: Workspace;
  readonly call: ClassifyCall;
  readonly panel: Panel;
  readonly period: Period;
  readonly set: string;
  readonly reserves: Reserves;
  readonly tester: ThresholdTester;
  readonly typer: UnitTyper;
  readonly signals: SignalContext;
}

/**
 * Tests, computed type, exhaustion, quotients, decoupling and signals of units, on the list or off it, beside their official
 * labels. Register order, or the order of the call.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, IDENTIFY_LEVEL, IDENTIFY_SET, PERIOD_UNKNOWN and those of
 *   `readReserves`
 */
export async function classify(ws: Workspace, call: ClassifyCall = {}): Promise<readonly Classification[]> {
  const register = await registerOf(ws);
  const asked = (call.cities ?? []).map((query) => cityOf(ws.register, query).id);
  const context = await contextOf(ws, call);
  const cities =
    asked.length > 0
      ? asked.map((one) => register.byId.get(one) as City)
      : register.cities.filter((city) => isAssessed(city));
  return cities.map((city) => classifyOne(context, checkLevel(city)));
}

async function contextOf(ws: Workspace, call: ClassifyCall): Promise<Context> {
  const panel = await identifyPanel(ws);
  const period = periodIn(ws, panel, call.period);
  const set = setOf(ws, call.set);
  // Pages and reports ask for one city after another: what all of them share is worth keeping.
  if (call.reserves === undefined) {
    const judges = await ws.derived('identify/judges', () => judgesOf(ws, panel, noReserves));
    return { ws, call, panel, period, set, reserves: noReserves, ...judges };
  }
  const reserves = await readReserves(ws, call.reserves);
  return { ws, call, panel, period, set, reserves, ...(await judgesOf(ws, panel, reserves)) };
}

/** What judges any unit in any period. */
async function judgesOf(
  ws: Workspace,
  panel: Panel,
  reserves: Reserves,
): Promise<Pick<Context, 'tester' | 'typer' | 'signals'>> {
  const { catalog } = ws;
  const register = await registerOf(ws);
  const tester = thresholdTester({ panel, catalog, register });
  const typer = unitTyper({ panel, catalog, register, reserves: reserves.inputs });
  const country = register.cities.find(({ level }) => level === 'country')?.id ?? null;
  const legacySettled = await legacyJudge(ws, panel);
  return { tester, typer, signals: { panel, catalog, tester, typer, country, legacySettled } };
}

function classifyOne(context: Context, city: City): Classification {
  const { call, period, set, reserves, tester, typer, signals } = context;
  const { tests, sets, passed, decided, of } = tester(city.id, period);
  const { type, border, reason, security, sustainability } = typer.typeOf(city.id, period);
  const clocks = reserves.clocks(city.id);
  return {
    explain: resultPrefix('classify', city.id, period, { set: call.set, reserves: call.reserves }),
    city: city.id,
    adcode: city.adcode,
    name: city.name,
    level: city.level,
    listed: city.listed,
    period,
    official: { type: city.type, batch: city.batch?.number ?? null },
    computed: { type, border, reason, security, sustainability },
    tests,
    sets: { passed, decided, of, each: sets },
    quotients: quotientsOf(context, city.id),
    decoupling: decouplingOf(context, city.id),
    exhaustion: { ...exhaustionVerdict(clocks, city.resources[0] ?? null), clocks },
    signals: signalsOf(signals, city.id, set, period),
  };
}

function signalsOf(context: SignalContext, city: CityId, set: string, period: Period): ListSignals {
  return listSignals(context, city, set, period);
}

/** Location quotients of all sections of employment in the latest year that has them. */
function quotientsOf({ ws, panel, period }: Context, city: CityId): Classification['quotients'] {
  const employed = id<'indicator'>('employed');
  const sections = ws.catalog.indicators.get(employed)?.parts ?? [];
  const country = ws.register.cities.find(({ level }) => level === 'country')?.id;
  const rows = [panel.cities.indexOf(city), country ? panel.cities.indexOf(country) : -1] as const;
  const at = panel.periods.findLastIndex(
    (one, place) =>
      one <= period && rows.every((row) => !Number.isNaN(valueAt(panel, 'employed', row, place))),
  );
  if (at < 0) return { period: null, values: [] };
  const [own, whole] = rows.map((row) => sections.map((name) => valueAt(panel, name, row, at)));
  const quotients = locationQuotients(
    own ?? [],
    valueAt(panel, 'employed', rows[0], at),
    whole ?? [],
    valueAt(panel, 'employed', rows[1], at),
  );
  return {
    period: panel.periods[at] ?? null,
    values: sections.map((indicator, place) => ({
      indicator,
      value: toEdge(quotients[place] ?? Number.NaN),
    })),
  };
}

/** Growth of manufacturing and mining between the latest two years that have both. */
function decouplingOf({ panel, period }: Context, city: CityId): Classification['decoupling'] {
  const row = panel.cities.indexOf(city);
  const years = panel.periods.flatMap((one, at) => {
    const values = decouplingIndicators.map((name) => valueAt(panel, name, row, at));
    return one <= period && values.every((value) => value > 0) ? [{ period: one, values }] : [];
  });
  const [before, now] = [years.at(-2), years.at(-1)];
  if (!before || !now) return null;
  const [manufacturing = Number.NaN, mining = Number.NaN] = now.values.map(
    (value, at) => value / (before.values[at] as number) - 1,
  );
  const found = resourceDecoupling(manufacturing, mining);
  return found && { ...found, from: before.period, to: now.period, manufacturing, mining };
}

function valueAt(panel: Panel, name: string, row: number, at: number): number {
  if (row < 0) return Number.NaN;
  return panel.columns.get(id<'indicator'>(name))?.values[row * panel.periods.length + at] ?? Number.NaN;
}

/** @throws AfterlodeError IDENTIFY_LEVEL for a country or province */
function checkLevel(city: City): City {
  if (city.level !== 'country' && city.level !== 'province') return city;
  const found = city.level === 'country' ? { en: 'country', zh: '国家' } : { en: 'province', zh: '省级单位' };
  throw new AfterlodeError('IDENTIFY_LEVEL', labelOf(city), { found });
}

/**
 * The period a call means; default the latest in which a measure of a test has a value.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN
 */
export function periodIn(ws: Workspace, panel: Panel, asked: string | undefined): Period {
  const measured = periodsWithTests(ws, panel);
  const found = asked === undefined ? measured.at(-1) : panel.periods.find((one) => one === asked);
  if (found && measured.some((one) => one <= found)) return found;
  throw new AfterlodeError('PERIOD_UNKNOWN', 'period', {
    found: asked ?? '',
    expected: panel.periods.join(', '),
  });
}

/** Periods in which a measure of a test has a value. */
export function periodsWithTests(ws: Workspace, panel: Panel): readonly Period[] {
  const measures = new Set(
    [...ws.catalog.thresholdSets.values()].flatMap(({ tests }) => tests.flatMap((test) => test.measures)),
  );
  return panel.periods.filter((_, at) =>
    [...measures].some((name) => {
      const column = panel.columns.get(name)?.values;
      return panel.cities.some(
        (_city, row) => !Number.isNaN(column?.[row * panel.periods.length + at] ?? Number.NaN),
      );
    }),
  );
}

function setOf(ws: Workspace, asked: string | undefined): string {
  const codes = [...ws.catalog.thresholdSets.values()].map(({ code }) => code).sort();
  const found = codes.find((code) => code === (asked ?? 'T4').toUpperCase());
  if (found) return found;
  throw new AfterlodeError('IDENTIFY_SET', '--set', { found: asked ?? 'T4', expected: codes.join(', ') });
}
