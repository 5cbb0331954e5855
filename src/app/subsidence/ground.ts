import { AfterlodeError } from '../../base/index.js';
import { placeName } from '../../files/index.js';
import { type Bowl, bowlsOf, type Motion, sinkingOf } from '../../locate/index.js';
import type { AccessCall } from '../access/call.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import type { Workspace } from '../workspace.js';
import type { SubsidenceAnswer } from './answer.js';
import { bowlSettings } from './bounds.js';
import type { SubsidenceCall } from './call.js';
import { exposureOf, knownCrs } from './exposure.js';
import type { NamedText } from './files.js';
import { groundPeriod, openGround } from './findings.js';
import { zoneCollection } from './geojson.js';
import type { Measured } from './measure.js';
import { type BuildingRow, buildingRow, exposureTables, pointSeries } from './tables.js';
import { type SubsidenceZone, zonesOf } from './zones.js';

/** Zones, the files that tell of them, and what opens their findings once the files are there. */
export interface GroundResult {
  readonly zones: readonly SubsidenceZone[];
  readonly texts: readonly NamedText[];
  /** null where no footprints were given. */
  readonly buildings: readonly BuildingRow[] | null;
  /** @param evidence names the file with the zones */
  readonly findings: (evidence: string) => Promise<SubsidenceAnswer['findings']>;
}

/**
 * From motion to zones, to what stands on them and to findings. Points have no neighbours to make a zone with.
 *
 * @throws AfterlodeError CALL_OPTION where points are asked for what needs cells, CITY_UNKNOWN, and the faults of `exposureOf`
 */
export async function zonesAndFiles(
  ws: Workspace,
  call: SubsidenceCall & { readonly stack: string; readonly access?: AccessCall },
  { points }: Measured,
  motion: Motion,
): Promise<GroundResult> {
  if (points !== null) {
    refuseForPoints(call);
    return { zones: [], texts: [], buildings: null, findings: () => Promise.resolve(null) };
  }
  const { series, rate } = motion;
  const settings = bowlSettings(ws);
  const bowls: readonly Bowl[] = bowlsOf(motion, settings);
  const sinking = sinkingOf(motion);
  const exposure = await exposureOf(call, bowls, sinking, series.tied, settings);
  const zones = await zonesOf(bowls, series, sinking.cosineAt, exposure);
  const texts = [
    { name: 'zones.geojson', text: await zoneCollection(ws, zones, bowls, series) },
    ...exposureTables(exposure),
    ...(call.point === undefined ? [] : [await pointSeries(call.point, series, rate, placeName(call.stack))]),
  ];
  const buildings = exposure.buildings && exposure.buildings.map(buildingRow);
  const { findings: city } = call;
  if (city === undefined) return { zones, texts, buildings, findings: () => Promise.resolve(null) };
  const period = groundPeriod(call.period, series.epochs.at(-1) as string);
  // Refused before anything is written.
  const access = mayOpenFindings(ws, city, call.access);
  knownCrs(series.grid, placeName(call.stack));
  return {
    zones,
    texts,
    buildings,
    findings: (evidence) => openGround(ws, { city, period, evidence, access }, zones, bowls, series.grid),
  };
}

function refuseForPoints(call: SubsidenceCall): void {
  for (const name of ['buildings', 'population', 'lines', 'point', 'findings'] as const)
    if (call[name] !== undefined)
      throw new AfterlodeError('CALL_OPTION', `--${name}`, {
        found: call[name],
        expected: { en: 'none: points are no zones', zh: '不适用：点数据不形成沉陷区' },
      });
}
