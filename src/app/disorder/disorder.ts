import { join } from 'node:path';
import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import { expectWritable, readTextFile } from '../../files/index.js';
import { streetLength } from '../../locate/index.js';
import { cityOf } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import { agreementOf } from './agreement.js';
import type { DisorderAnswer, ElementAgreement } from './answer.js';
import { type DisorderWords, disorderOptions } from './call.js';
import { disorderPeriod, openDisorder, type SegmentPlace } from './findings.js';
import { segmentFolder } from './images.js';
import { judgeByRatings } from './judge.js';
import { disorderList, elementFinder } from './list.js';
import { scoreStreets } from './scored.js';
import { type ReadStreets, readStreets } from './streets.js';
import {
  type DisorderTable,
  type ImageShares,
  readLengths,
  readShares,
  readSightings,
  tableFault,
} from './tables.js';
import { segmentMap, segmentTable, shareTable, writeTexts } from './write.js';

/** What is known of the streets. */
export interface DisorderGiven {
  /** `image,segment,element,present[,auditor][,year]`: auditors' sightings, or with ratings numbers of a model from 0 to 1. */
  readonly scores?: DisorderTable;
  /** `image,segment,<classes…>`: shares of classes. */
  readonly shares?: DisorderTable;
  /** `image,element,present[,auditor]`: people's sightings of some of the pictures, to calibrate the numbers with. */
  readonly ratings?: DisorderTable;
  /** `segment,length_m`. */
  readonly lengths?: DisorderTable;
  /** Sightings in a reference city, as `scores`. */
  readonly reference?: DisorderTable;
  /** GeoJSON of streets with its name: lengths and map. */
  readonly streets?: { readonly name: string; readonly text: string };
}

/** Options of the command `disorder`, as written. */
export interface DisorderCall extends DisorderWords {
  readonly scores?: string;
  readonly shares?: string;
  readonly ratings?: string;
  readonly lengths?: string;
  readonly reference?: string;
  readonly streets?: string;
  /** Folder of pictures that the street network cuts into classes. */
  readonly images?: string;
  /** safetensors of the network. */
  readonly weights?: string;
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
 * @throws AfterlodeError CALL_OPTION, DISORDER_…, STREET_…, FILE_…; nothing is written then
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
  if (call.out !== undefined) await expectWritable(call.out);
  const { images, weights, places } = call;
  const cut =
    images === undefined || weights === undefined || places === undefined
      ? null
      : await segmentFolder({ images, weights, places }, progress);
  const { streets: _, ...tables } = call;
  const given = { ...tables, ...(streets !== null && { streets }) };
  const { answer, read, list } = await answered(ws, given, call, cut?.shares ?? []);
  const labels = new Map(list.elements.map(({ id, label }) => [id, label]));
  const texts = [
    ...(answer.segments.length > 0 ? [segmentTable(answer.segments, list)] : []),
    ...(cut === null ? [] : [shareTable(cut.shares)]),
    ...(read === null ? [] : [segmentMap(answer.segments, read, labels)]),
  ];
  const period = call.findings === undefined ? '' : disorderPeriod(call.period, answer.city.years);
  const files = call.out === undefined ? [] : await writeTexts(call.out, texts);
  const findings =
    call.findings === undefined
      ? null
      : await openDisorder(
          ws,
          { city: call.findings, period, evidence: join(call.out as string, 'segments.csv') },
          answer.segments,
          labels,
          placesOf(read),
        );
  return { ...answer, findings, files, issues: [...(cut?.issues ?? []), ...answer.issues] };
}

/** As `disorder`, from tables that came with a request; writes nothing. */
export async function disorderOf(
  ws: Workspace,
  given: DisorderGiven,
  words: DisorderWords,
): Promise<DisorderAnswer> {
  return (await answered(ws, given, words, [])).answer;
}

/** Refuses what cannot be done before anything is read. */
function checkCall(ws: Workspace, call: DisorderCall): void {
  const needs = (option: keyof DisorderCall, other: keyof DisorderCall) => {
    if (call[option] === undefined || call[other] !== undefined) return;
    throw new AfterlodeError('CALL_OPTION', `--${other}`, {
      found: phrases.nothing,
      expected: { en: `a value, as --${option} needs it`, zh: `取值（--${option} 需要）` },
    });
  };
  needs('images', 'weights');
  needs('images', 'places');
  needs('weights', 'images');
  needs('findings', 'reference');
  needs('findings', 'out');
  if (call.findings !== undefined) cityOf(ws.register, call.findings);
}

async function answered(
  ws: Workspace,
  given: DisorderGiven,
  words: DisorderWords,
  cut: readonly ImageShares[],
) {
  const options = disorderOptions(words);
  const list = disorderList(ws, words.list);
  const find = elementFinder(list);
  const names = list.elements.map(({ id }) => id).join(', ');
  const read = given.streets === undefined ? null : await readStreets(given.streets.text, given.streets.name);
  const where = nameOf(given);
  const scores = given.scores === undefined ? null : await readSightings(given.scores, find, names);
  const shares = [...cut, ...(given.shares === undefined ? [] : await readShares(given.shares))];
  const segmentOf = new Map([
    ...(scores?.segmentOf ?? []),
    ...shares.map(({ image, segment }) => [image, segment] as const),
  ]);
  const ratings =
    given.ratings === undefined ? null : await readSightings(given.ratings, find, names, segmentOf);
  const judged =
    ratings === null
      ? null
      : judgeByRatings({
          list,
          scores: scores?.sightings ?? [],
          shares,
          ratings: ratings.sightings,
          form: options.form,
          minimum: parameterValue(ws.catalog, 'disorder_calibration_minimum'),
          where,
        });
  const sightings = judged?.sightings ?? scores?.sightings ?? [];
  const reference =
    given.reference === undefined ? null : (await readSightings(given.reference, find, names)).sightings;
  const lengths = await lengthsOf(given, read);
  const scored = scoreStreets(ws, list, options, {
    sightings,
    years: scores?.years ?? [],
    lengths,
    reference,
    where,
  });
  const agreement = agreementOf(
    ratings?.sightings ?? scores?.sightings ?? [],
    list.elements.map(({ id }) => id),
  );
  const answer: DisorderAnswer = {
    list: list.id,
    segments: scored.segments,
    city: scored.city,
    agreement,
    calibration: judged?.calibration ?? null,
    shares: meanShares(shares),
    findings: null,
    files: [],
    issues: [
      ...scored.issues,
      ...(judged?.issues ?? []),
      ...(shares.length > 0 && ratings === null ? [issue('DISORDER_UNCALIBRATED', 'warning', where)] : []),
      ...lowAgreement(ws, agreement, where),
    ],
  };
  return { answer, read, list };
}

/** @throws AfterlodeError DISORDER_TABLE where nothing tells of the streets */
function nameOf({ scores, shares, ...rest }: DisorderGiven): string {
  const given = scores ?? shares;
  if (given === undefined) {
    if ('images' in rest) return String(rest.images);
    throw tableFault('disorder', phrases.nothing, {
      en: '--scores, --shares or --images',
      zh: '--scores、--shares 或 --images',
    });
  }
  return typeof given === 'string' ? given : given.name;
}

async function lengthsOf(
  { lengths }: DisorderGiven,
  read: ReadStreets | null,
): Promise<ReadonlyMap<string, number> | null> {
  if (lengths !== undefined) return readLengths(lengths);
  return read && new Map(read.streets.map((street) => [street.id, streetLength(street, read.metric)]));
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

function meanShares(images: readonly ImageShares[]): DisorderAnswer['shares'] {
  const [first] = images;
  if (first === undefined) return null;
  const classes = [...first.shares.keys()].map((name) => {
    const known = images
      .map(({ shares }) => shares.get(name) ?? Number.NaN)
      .filter((one) => !Number.isNaN(one));
    return [name, known.reduce((sum, one) => sum + one, 0) / known.length] as const;
  });
  return {
    images: images.length,
    classes: Object.fromEntries(classes.filter(([, mean]) => !Number.isNaN(mean))),
  };
}

function lowAgreement(ws: Workspace, agreement: readonly ElementAgreement[] | null, where: string): Issue[] {
  const least = parameterValue(ws.catalog, 'disorder_kappa_minimum');
  const all = agreement?.find(({ element }) => element === 'all');
  const [name, value] = [
    ['Cohen', all?.kappa],
    ['Fleiss', all?.fleissKappa],
    ['Krippendorff', all?.alphaNominal],
  ].find(([, one]) => one !== null && one !== undefined) ?? ['', null];
  if (typeof value !== 'number' || value >= least) return [];
  return [
    issue('DISORDER_AGREEMENT', 'warning', where, {
      found: value.toFixed(2),
      method: String(name),
      expected: least,
    }),
  ];
}
