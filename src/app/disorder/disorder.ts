import { join } from 'node:path';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { expectWritable, readTextFile } from '../../files/index.js';
import { cityOf } from '../../register/index.js';
import type { AccessCall } from '../access/call.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import type { Workspace } from '../workspace.js';
import type { DisorderAnswer, DisorderShown } from './answer.js';
import { answered, type DisorderGiven } from './answered.js';
import { type DisorderWords, disorderOptions } from './call.js';
import { disorderPeriod, openDisorder, type SegmentPlace } from './findings.js';
import { type CutBy, segmentFolder } from './images.js';
import type { ReadStreets } from './streets.js';
import { geojson, segmentMap, segmentTable, shareTable, writeTexts } from './write.js';

/** Options of the command `disorder`, as written. */
export interface DisorderCall extends DisorderWords {
  /** Who calls; must be named where findings are opened or something is kept. */
  readonly access?: AccessCall;
  readonly scores?: string;
  readonly shares?: string;
  readonly ratings?: string;
  readonly lengths?: string;
  readonly reference?: string;
  readonly streets?: string;
  /** Folder of pictures that are cut into classes. */
  readonly images?: string;
  /** safetensors of the street network that cuts them. */
  readonly weights?: string;
  /** Manifest of a model of the user that cuts them instead. */
  readonly model?: string;
  /** `image,segment` of the pictures. */
  readonly places?: string;
  /** Folder for the results. */
  readonly out?: string;
  /** City in whose ledger each segment above the reference becomes a finding. */
  readonly findings?: string;
  readonly period?: string;
}

/**
 * Disorder of streets from tables and pictures (docs/methods/disorder/).
 *
 * @throws AfterlodeError CALL_OPTION, DISORDER_…, STREET_…, MODEL_…, FILE_…; nothing is written then
 */
export async function disorder(
  ws: Workspace,
  call: DisorderCall,
  progress: (share: number) => void = () => undefined,
): Promise<DisorderAnswer> {
  disorderOptions(call);
  checkCall(ws, call);
  const streets =
    call.streets === undefined ? null : { name: call.streets, text: await readTextFile(call.streets) };
  const access = call.findings === undefined ? null : mayOpenFindings(ws, call.findings, call.access);
  if (call.out !== undefined) await expectWritable(call.out);
  const { images, places } = call;
  const by = cutBy(call);
  const cut =
    images === undefined || by === null || places === undefined
      ? null
      : await segmentFolder({ images, by, places }, progress);
  const { streets: _, ...tables } = call;
  const given = { ...tables, ...(streets !== null && { streets }) };
  const { answer, read, list } = await answered(ws, given, call, cut?.shares ?? []);
  const labels = new Map(list.elements.map(({ id, label }) => [id, label]));
  const texts = [
    ...(answer.segments.length > 0 ? [segmentTable(answer.segments, list)] : []),
    ...(cut === null ? [] : [shareTable(cut.shares)]),
    ...(read === null ? [] : [geojson('segments.geojson', segmentMap(answer.segments, read, labels))]),
  ];
  const period = call.findings === undefined ? '' : disorderPeriod(call.period, answer.city.years);
  const files = call.out === undefined ? [] : await writeTexts(call.out, texts);
  const findings =
    call.findings === undefined || access === null
      ? null
      : await openDisorder(
          ws,
          { city: call.findings, period, evidence: join(call.out as string, 'segments.csv'), access },
          answer.segments,
          labels,
          placesOf(read),
        );
  return { ...answer, findings, files, issues: [...(cut?.issues ?? []), ...answer.issues] };
}

/** As `disorder`, from tables that came with a request; writes nothing, and gives words and map too. */
export async function disorderOf(
  ws: Workspace,
  given: DisorderGiven,
  words: DisorderWords,
): Promise<DisorderAnswer & DisorderShown> {
  const { answer, read, list } = await answered(ws, given, words, []);
  const labels = new Map(list.elements.map(({ id, label }) => [id, label]));
  return {
    ...answer,
    words: {
      label: list.label,
      dimensions: list.dimensions.map(({ id, label }) => ({ id, label })),
      elements: list.elements.map(({ id, dimension, label }) => ({ id, dimension, label })),
    },
    map: read && segmentMap(answer.segments, read, labels),
  };
}

/** Refuses what cannot be done before anything is read. */
function checkCall(ws: Workspace, call: DisorderCall): void {
  const lacks = (option: string, expected: Text) =>
    new AfterlodeError('CALL_OPTION', `--${option}`, { found: phrases.nothing, expected });
  const needs = (option: keyof DisorderCall, other: keyof DisorderCall) => {
    if (call[option] === undefined || call[other] !== undefined) return;
    throw lacks(other, { en: `a value, as --${option} needs it`, zh: `取值（--${option} 需要）` });
  };
  if (call.images !== undefined && cutBy(call) === null)
    throw lacks('weights', {
      en: 'a value, or --model, as --images needs it',
      zh: '取值，或 --model（--images 需要）',
    });
  needs('images', 'places');
  needs('weights', 'images');
  needs('model', 'images');
  needs('findings', 'reference');
  needs('findings', 'out');
  if (call.findings !== undefined) cityOf(ws.register, call.findings);
}

/** @throws AfterlodeError CALL_OPTION where both are named */
function cutBy({ weights, model }: DisorderCall): CutBy | null {
  if (model === undefined) return weights === undefined ? null : { weights };
  if (weights === undefined) return { model };
  const expected = { en: '--weights or --model, not both', zh: '--weights 与 --model 只能用一个' };
  throw new AfterlodeError('CALL_OPTION', '--model', { found: model, expected });
}

/** Where a segment has its middle point. */
function placesOf(read: ReadStreets | null): SegmentPlace {
  const streets = new Map(read?.streets.map((street) => [street.id, street]));
  return (segment) => {
    const [line] = streets.get(segment)?.lines ?? [];
    if (line === undefined || read === null) return null;
    const middle = 2 * Math.floor(line.length / 4);
    return read.degrees(line[middle] as number, line[middle + 1] as number);
  };
}
