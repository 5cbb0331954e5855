import { findingId, type Opened, readContent } from '../../assess/index.js';
import { AfterlodeError, id, type Text } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { FoundCall } from '../ledger/findings-in.js';
import { entriesOf } from '../ledger/ledger.js';
import { addStep } from '../ledger/steps.js';
import type { Workspace } from '../workspace.js';
import type { DisorderFindings, SegmentAnswer } from './answer.js';

/** Where a finding lies: degrees, where the streets were given. */
export type SegmentPlace = (segment: string) => readonly [lon: number, lat: number] | null;

/**
 * Opens a finding in the ledger of a city for each segment above the threshold of the reference city. A segment that has one in
 * the period is known and changes nothing.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CALL_OPTION
 */
export async function openDisorder(
  ws: Workspace,
  call: FoundCall,
  segments: readonly SegmentAnswer[],
  labels: ReadonlyMap<string, Text>,
  place: SegmentPlace,
): Promise<DisorderFindings> {
  const city = cityOf(ws.register, call.city);
  const before = new Map(
    [...(await entriesOf(ws)).values()]
      .filter(({ opened }) => opened.subject === 'ground' && opened.about === 'disorder')
      .filter(({ opened }) => opened.city === city.id && opened.period === call.period)
      .map((one) => [one.opened.place, one.id]),
  );
  const [opened, known]: [string[], string[]] = [[], []];
  for (const one of segments) {
    if (one.above !== true) continue;
    const there = before.get(one.segment);
    if (there !== undefined) {
      known.push(there);
      continue;
    }
    const [lon, lat] = place(one.segment) ?? [null, null];
    const given = {
      city: city.id,
      period: id<'period'>(call.period),
      subject: 'ground',
      about: 'disorder',
      level: 'block',
      place: one.segment,
      lon,
      lat,
      problemType: '',
      // Above a quantile of another city is a reason to look, no limit that was broken.
      light: 'yellow',
      mismatch: null,
      value: one.score,
      evidence: [`${call.evidence}#${one.segment}`],
      note: noteOf(one, labels),
    };
    const content = readContent('opened', given, 'opened') as unknown as Opened;
    const name = findingId(content);
    await addStep(ws, name, { kind: 'opened', content }, {}, call.access);
    opened.push(name);
  }
  return { opened, known };
}

/**
 * The period of findings: the year that a call names, else the last of the pictures.
 *
 * @throws AfterlodeError CALL_OPTION where neither says one
 */
export function disorderPeriod(asked: string | undefined, years: readonly [number, number] | null): string {
  const period = asked ?? String(years?.[1] ?? '');
  if (/^\d{4}$/.test(period)) return period;
  const found: string | Text = period === '' ? { en: 'no year of the pictures', zh: '图片没有年份' } : period;
  throw new AfterlodeError('CALL_OPTION', '--period', {
    found,
    expected: { en: 'a year such as 2025', zh: '年份，如 2025' },
  });
}

/** The worst elements in both languages, as a note is one text. */
function noteOf({ score, images, elements }: SegmentAnswer, labels: ReadonlyMap<string, Text>): string {
  const worst = Object.entries(elements)
    .filter((one): one is [string, number] => one[1] !== null && one[1] > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3);
  const list = (lang: 'en' | 'zh') =>
    worst.map(([name, share]) => `${labels.get(name)?.[lang] ?? name} ${share.toFixed(2)}`);
  return [
    `街道失序得分 ${score?.toFixed(2)}，图片 ${images} 张；出现率最高：${list('zh').join('、')}。`,
    `Street disorder ${score?.toFixed(2)} from ${images} pictures; seen most: ${list('en').join(', ')}.`,
  ].join('\n');
}
