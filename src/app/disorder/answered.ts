import { parameterValue } from '../../assess/index.js';
import { type Issue, issue, phrases } from '../../base/index.js';
import type { DisorderList } from '../../catalog/index.js';
import { streetLength } from '../../locate/index.js';
import type { Workspace } from '../workspace.js';
import { agreementOf } from './agreement.js';
import type { DisorderAnswer, ElementAgreement } from './answer.js';
import { type DisorderWords, disorderOptions } from './call.js';
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

/** An answer without files and findings, and what they are made of. */
export interface Answered {
  readonly answer: DisorderAnswer;
  readonly read: ReadStreets | null;
  readonly list: DisorderList;
}

/**
 * Scores, agreement and calibration from what is known of the streets.
 *
 * @param cut shares of classes of pictures that were cut into classes by this call
 * @throws AfterlodeError CALL_OPTION, DISORDER_…, FILE_…
 */
export async function answered(
  ws: Workspace,
  given: DisorderGiven,
  words: DisorderWords,
  cut: readonly ImageShares[],
): Promise<Answered> {
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
