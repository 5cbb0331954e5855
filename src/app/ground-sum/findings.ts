import { findingId, type Opened, readContent } from '../../assess/index.js';
import { id } from '../../base/index.js';
import { holds } from '../../locate/index.js';
import { cityOf } from '../../register/index.js';
import type { FoundCall } from '../ledger/findings-in.js';
import { entriesOf } from '../ledger/ledger.js';
import type { OpenedPlaces } from '../ledger/open-places.js';
import { addStep } from '../ledger/steps.js';
import type { Workspace } from '../workspace.js';
import type { GroundZone } from './answer.js';
import { doubleHighName } from './counted.js';
import { placedPoints } from './projects.js';
import type { GroundResult } from './result.js';

/**
 * Opens a finding in the ledger of a city for each double-high zone. A zone in which the period already has one is known and changes
 * nothing, so that other layers or cells never double a finding.
 *
 * @throws AfterlodeError CITY_UNKNOWN, LEDGER_VALUE
 */
export async function openDoubleHigh(
  ws: Workspace,
  call: FoundCall,
  { zones, answer, measuring }: GroundResult,
): Promise<OpenedPlaces> {
  const city = cityOf(ws.register, call.city);
  const present = [...(await entriesOf(ws)).values()]
    .filter(({ opened: one }) => one.subject === 'ground' && one.about === doubleHighName)
    .filter(({ opened: one }) => one.city === city.id && one.period === call.period);
  const degrees = present.flatMap(({ opened: { lon, lat } }) => [lon ?? Number.NaN, lat ?? Number.NaN]);
  const there = await placedPoints(Float64Array.from(degrees), measuring);
  const [opened, known]: [string[], string[]] = [[], []];
  for (const [at, { shape, anchor }] of zones?.zones.entries() ?? []) {
    const { x, y } = zones?.corner ?? { x: 0, y: 0 };
    const zone = answer.doubleHigh?.zones[at] as GroundZone;
    const before = present.find((_, place) =>
      holds(shape, (there[2 * place] as number) - x, (there[2 * place + 1] as number) - y),
    );
    if (before !== undefined) {
      known.push(before.id);
      continue;
    }
    const given = {
      city: city.id,
      period: id<'period'>(call.period),
      subject: 'ground',
      about: doubleHighName,
      level: 'block',
      place: anchor,
      lon: zone.lon,
      lat: zone.lat,
      problemType: '',
      // Above a quantile of the city itself: a reason to look first, no limit that was broken.
      light: 'yellow',
      mismatch: null,
      value: zone.complaints,
      evidence: [`${call.evidence}#${zone.zone}`],
      note: noteOf(zone),
    };
    const content = readContent('opened', given, 'opened') as unknown as Opened;
    const name = findingId(content);
    await addStep(ws, name, { kind: 'opened', content }, {}, call.access);
    opened.push(name);
  }
  return { opened, known };
}

/** What a reader of the ledger needs without the file, in both languages, as a note is one text. */
function noteOf({ areaM2, cells, findings, complaints, kinds, projects, worst }: GroundZone): string {
  const area = (areaM2 / 1e6).toFixed(2);
  const most = (join: string) => kinds.map(({ kind, complaints: count }) => `${kind} ${count}`).join(join);
  const about = kinds.length === 0 ? ['', ''] : [`（${most('、')}）`, ` (${most(', ')})`];
  const inside =
    projects === null ? ['', ''] : [`更新项目 ${projects} 个。`, ` ${projects} renewal projects.`];
  const ground =
    worst === null
      ? ['', '']
      : [
          `五类叠加最高 ${worst.final.toFixed(2)}（${worst.cell}）。`,
          ` Highest sum of the five kinds ${worst.final.toFixed(2)} (${worst.cell}).`,
        ];
  return [
    `“双高”区：面积 ${area} 平方千米，双高网格 ${cells} 个；问题 ${findings} 处，诉求 ${complaints} 件${about[0]}。${inside[0]}${ground[0]}`,
    `Double-high zone of ${area} km², ${cells} cells; ${findings} findings, ${complaints} complaints${about[1]}.${inside[1]}${ground[1]}`,
  ].join('\n');
}
