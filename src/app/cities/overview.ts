import {
  type Checkup,
  type FlagNote,
  formatAddress,
  indicatorsByNode,
  type Light,
} from '../../assess/index.js';
import { id, type Period, toEdge, yearOf } from '../../base/index.js';
import type { Index } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import type { OverviewAnswer, OverviewRow } from '../answers.js';
import { checkupsOf } from '../checkup/checkup.js';
import { listedFlags } from '../checkup/flags.js';
import { listedPanel } from '../panel.js';
import { indexOf, periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import { registerOf } from './register.js';

/**
 * One row per listed city with its place, score and lights: what the first page shows.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN, CALL_OPTION (index without the period)
 */
export async function overview(
  ws: Workspace,
  call: { readonly period?: string; readonly index?: string },
): Promise<OverviewAnswer> {
  const period = periodOf(ws.catalog, call.period);
  const index = indexOf(ws.catalog, period, call.index);
  const checkups = await checkupsOf(ws, period);
  const { value: panel } = await listedPanel(ws);
  const flags = await listedFlags(ws);
  const leaves = indicatorsByNode(index).get(index.id) ?? [];
  const flagsIn = (city: City) => flags.besideAny(city.id, period, leaves);
  const used = new Map<string, FlagNote>();
  const rows = (await registerOf(ws)).cities.flatMap((city) => {
    const found = checkups.get(city.id);
    if (!found || !city.point) return [];
    const own = flagsIn(city);
    for (const one of own) used.set(one.id, one);
    const row = rowOf(city, city.point, found, index, sizeOf(ws, panel, city, period));
    return [{ ...row, flags: own.map((one) => one.id) }];
  });
  return {
    period,
    index: index.id,
    label: index.label,
    catalog: ws.catalog.hash,
    flags: [...used.values()],
    rows,
  };
}

function rowOf(
  city: City,
  point: readonly [number, number],
  found: Checkup,
  index: Index,
  size: { value: number | null; id: string },
): Omit<OverviewRow, 'flags'> {
  const standing = found.standing[index.id];
  return {
    id: city.id,
    adcode: city.adcode,
    name: city.name,
    pinyin: city.pinyin,
    province: city.province,
    level: city.level,
    type: city.type ?? '',
    batch: city.batch?.number ?? null,
    resources: city.resources,
    point,
    population: size.value,
    score: standing?.score ?? null,
    rank: standing?.rank ?? null,
    rankInterval: standing?.rankInterval ?? null,
    coverage: standing?.coverage ?? 0,
    lights: countLights(found),
    scoreId: formatAddress({ kind: 'score', city: city.id, period: found.period, node: index.id }),
    populationId: size.id,
  };
}

function countLights(found: Checkup): Record<Light, number> {
  const counts: Record<Light, number> = { green: 0, yellow: 0, red: 0, none: 0 };
  for (const { final } of Object.values(found.lights)) counts[final] += 1;
  return counts;
}

/** Size of the symbol: the pack's size indicator in the period, else in the nearest period that has it. */
export function sizeOf(
  ws: Workspace,
  panel: Panel,
  city: City,
  period: Period,
): { value: number | null; id: string } {
  const indicator = id<'indicator'>(ws.pack.sizeIndicator);
  const values = panel.columns.get(indicator)?.values;
  const row = panel.cities.indexOf(city.id) * panel.periods.length;
  const near = panel.periods
    .map((other, at) => ({ other, value: values?.[row + at] ?? Number.NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => distance(a.other, period) - distance(b.other, period))[0];
  const shown = near?.other ?? period;
  return {
    value: toEdge(near?.value ?? Number.NaN),
    id: formatAddress({ kind: 'value', city: city.id, period: shown, indicator }),
  };
}

function distance(a: Period, b: Period): number {
  return Math.abs(yearOf(a) - yearOf(b));
}
