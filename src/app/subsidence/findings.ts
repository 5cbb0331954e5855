import { classLabel, findingId, type Light, type Opened, readContent } from '../../assess/index.js';
import { AfterlodeError, id, type Text } from '../../base/index.js';
import { type Bowl, cellAt, type Grid, type HazardGrade, transformer } from '../../locate/index.js';
import { cityOf } from '../../register/index.js';
import type { FoundCall } from '../ledger/findings-in.js';
import { entriesOf } from '../ledger/ledger.js';
import { addStep } from '../ledger/steps.js';
import type { Workspace } from '../workspace.js';
import { knownCrs } from './exposure.js';
import type { SubsidenceZone } from './zones.js';

const lights: Readonly<Record<HazardGrade, Light>> = {
  low: 'green',
  moderate: 'yellow',
  high: 'red',
  severe: 'red',
};

/** Ids of findings that a measurement opened, of those that were there, and the number of zones that rest on guesses alone. */
export interface GroundFindings {
  readonly opened: readonly string[];
  readonly known: readonly string[];
  readonly guessed: number;
}

/**
 * Opens a finding in the ledger of a city for each zone. A zone in which the period already has one, at any cell, is known and
 * changes nothing, so that the same stack measured again, or by other options, never doubles a finding. A zone without any tied
 * cell rests on guesses and becomes none.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CALL_OPTION for a period that is no year, RASTER_CRS_MISSING where positions are not known
 */
export async function openGround(
  ws: Workspace,
  call: FoundCall,
  zones: readonly SubsidenceZone[],
  bowls: readonly Bowl[],
  grid: Grid,
): Promise<GroundFindings> {
  const city = cityOf(ws.register, call.city);
  const way = await transformer('EPSG:4326', knownCrs(grid, call.evidence), call.evidence);
  const present = [...(await entriesOf(ws)).values()]
    .filter(({ opened: one }) => one.subject === 'ground' && one.about === 'subsidence')
    .filter(({ opened: one }) => one.city === city.id && one.period === call.period);
  const cells = present.map(({ opened: { lon, lat } }) => {
    const place = lon === null || lat === null ? null : cellAt(grid, ...way(lon, lat));
    return place === null ? -1 : place.row * grid.width + place.column;
  });
  const [opened, known]: [string[], string[]] = [[], []];
  let guessed = 0;
  for (const [at, zone] of zones.entries()) {
    if (zone.tied === 0) {
      guessed += 1;
      continue;
    }
    const inside = new Set(bowls[at]?.cells);
    const before = present.find((_, place) => inside.has(cells[place] as number));
    if (before !== undefined) {
      known.push(before.id);
      continue;
    }
    const given = {
      city: city.id,
      period: id<'period'>(call.period),
      subject: 'ground',
      about: 'subsidence',
      level: 'urban_area',
      place: '',
      lon: zone.lon,
      lat: zone.lat,
      problemType: '',
      light: lights[zone.hazard],
      mismatch: null,
      value: zone.fastestMmPerYear / 1000,
      evidence: [`${call.evidence}#${zone.zone}`],
      note: noteOf(ws, zone),
    };
    const content = readContent('opened', given, 'opened') as unknown as Opened;
    const name = findingId(content);
    await addStep(ws, name, { kind: 'opened', content }, {}, call.access);
    opened.push(name);
  }
  return { opened, known, guessed };
}

/** The period of findings: the year that a call names, else that of the last date. */
export function groundPeriod(asked: string | undefined, last: string): string {
  const period = asked ?? last.slice(0, 4);
  if (/^\d{4}$/.test(period)) return period;
  const expected: Text = { en: 'a year such as 2025', zh: '年份，如 2025' };
  throw new AfterlodeError('CALL_OPTION', '--period', { found: period, expected });
}

/** What a reader of the ledger needs without the file, in both languages, as a note is one text. */
function noteOf(ws: Workspace, zone: SubsidenceZone): string {
  const hazard = classLabel(ws.catalog, 'subsidence_grade', zone.hazard);
  const trend = classLabel(ws.catalog, 'subsidence_trend', zone.trend);
  const area = zone.areaHa?.toFixed(1) ?? '–';
  const [depth, rate] = [zone.depthMm.toFixed(0), zone.rateMmPerYear.toFixed(1)];
  const damage = zone.damageClass ?? '–';
  return [
    `危险等级${hazard.zh}，趋势：${trend.zh}；面积 ${area} 公顷，最大下沉 ${depth} 毫米，最快 ${rate} 毫米/年，砖混建筑物损坏等级 ${damage}。${zone.remarks.map(({ text }) => text.zh).join('')}`,
    `Hazard ${hazard.en}, trend: ${trend.en}; ${area} ha, sunk by up to ${depth} mm, fastest ${rate} mm a year, damage class of brick buildings ${damage}. ${zone.remarks.map(({ text }) => text.en).join(' ')}`,
  ].join('\n');
}
