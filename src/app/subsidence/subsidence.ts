import { basename, join } from 'node:path';
import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, issue, type Language, type Text } from '../../base/index.js';
import { expectWritable, writeAtomically, writeStreamAtomically } from '../../files/index.js';
import { type Fit, fitSeries, rereference, type Series, stabilityOf } from '../../locate/index.js';
import type { Workspace } from '../workspace.js';
import { answerOf, movesFacts, type SubsidenceAnswer, tieIssues } from './answer.js';
import { type SubsidenceCall, type SubsidenceOptions, subsidenceOptions } from './call.js';
import { engineFor } from './engine.js';
import { saveSubsidence } from './files.js';
import { type GroundResult, zonesAndFiles } from './ground.js';
import { answerName, answerText, checkLabel, keepRun } from './kept/keep.js';
import { type Measured, measureStack } from './measure.js';
import { productFile, readProduct } from './product.js';
import { namedPlace } from './reference.js';
import { openStack } from './stack.js';
import { buildingWorkbook } from './workbook.js';

/** What a call says besides its options. */
export interface SubsidenceCalled {
  /** Folder with a stack of pairs, or file of a finished series. */
  readonly stack: string;
  /** What results call the stack; the last part of its path. */
  readonly name?: string;
  readonly progress?: (share: number) => void;
  /** Keeps the results in the workspace under this label. */
  readonly keep?: string;
  /** Of the workbook of buildings; English. */
  readonly language?: Language;
  /** Told of what the call waits for. */
  readonly note?: (text: Text) => void;
  /** Ends the work; the promise is rejected with its reason and nothing is written. */
  readonly signal?: AbortSignal;
}

/**
 * Measures displacement from a stack of unwrapped radar pairs, or takes a finished series, and writes series, rates and zones to
 * a folder.
 *
 * A named reference that seems to move is told as an issue; an automatic one is refused then, as nobody has vouched for it.
 *
 * @throws AfterlodeError CALL_OPTION, FILE_NOT_WRITABLE, DISPLACEMENT_REFERENCE_MOVES and the faults of `openStack`,
 *   `measureStack` and `readProduct`; nothing is written then
 */
export async function subsidence(
  ws: Workspace,
  call: SubsidenceCall & SubsidenceCalled,
): Promise<SubsidenceAnswer> {
  const options = subsidenceOptions(call);
  if (call.keep !== undefined) checkLabel(call.keep);
  const limit = parameterValue(ws.catalog, 'subsidence_still_rate') * 1000;
  await expectWritable(call.out);
  const product = await productFile(call.stack);
  const measured =
    product === null ? await measureFolder(call, options) : await takeProduct(product, options);
  const { series } = measured;
  const all = fitSeries(series, options);
  const fit = options.keepUntied ? all : withoutUntied(all, series);
  const stability = stabilityOf(series, fit, limit);
  // Where nothing is tied there is nothing to test with; that is told in its own words.
  const untested = Number.isNaN(stability.medianSpeedMmPerYear);
  const moving = stability.stable || untested ? null : movesFacts(measured, stability, limit);
  // Somebody has chosen the reference of a finished series.
  if (moving && product === null && options.reference.kind === 'auto')
    throw new AfterlodeError('DISPLACEMENT_REFERENCE_MOVES', moving.where, moving.facts);
  const { zones, texts, buildings, findings } = await zonesAndFiles(ws, call, measured, {
    // The middle of a bowl is often not tied: its least-norm rates, which are too small, belong to the zone all the same.
    series,
    rate: all,
    incidenceDegrees: options.incidenceDegrees,
    referenceDoubtful: moving !== null,
  });
  const issues = [
    ...(moving ? [issue('DISPLACEMENT_REFERENCE_MOVES', 'warning', moving.where, moving.facts)] : []),
    ...tieIssues(measured, call.stack),
  ];
  const files = await saveSubsidence(call.out, { measured, fit, texts, options });
  const found = answerOf({ measured, fit, stability, zones, files, issues });
  return finish(ws, call, found, buildings, findings);
}

/** Writes the workbook, keeps the run, opens the findings, and last writes down what was answered. */
async function finish(
  ws: Workspace,
  call: SubsidenceCall & SubsidenceCalled,
  found: SubsidenceAnswer,
  buildings: GroundResult['buildings'],
  findings: GroundResult['findings'],
): Promise<SubsidenceAnswer> {
  const files = [...found.files];
  const title = call.name ?? basename(call.stack);
  if (buildings !== null) {
    const path = join(call.out, 'buildings.xlsx');
    const book = buildingWorkbook(ws, { rows: buildings, answer: found, title }, call.language ?? 'en');
    files.push({ path, bytes: await writeStreamAtomically(path, book) });
  }
  const answer = { ...found, files };
  const kept =
    call.keep === undefined ? null : await keepRun(ws, call.keep, { path: call.stack, name: title }, answer);
  // The run is in the workspace before the ledger rests on it.
  const opened = await findings(
    kept === null ? join(call.out, 'zones.geojson') : `subsidence/${kept.id}/zones.geojson`,
  );
  const whole = { ...answer, kept, findings: opened };
  const path = join(call.out, answerName);
  const text = answerText(whole);
  await writeAtomically(path, text);
  return { ...whole, files: [...files, { path, bytes: Buffer.byteLength(text) }] };
}

async function measureFolder(
  call: SubsidenceCall & SubsidenceCalled,
  options: SubsidenceOptions,
): Promise<Measured> {
  const open = await openStack(call.stack, options.wavelengthM, options.inversion.weights === 'coherence');
  try {
    const engine = await engineFor(options.engine, open, call);
    try {
      const { tileCells } = options.engine;
      return await measureStack(open, options, {
        engine,
        tileCells,
        progress: call.progress ?? (() => undefined),
      });
    } finally {
      await engine.close();
    }
  } finally {
    await open.close();
  }
}

/** A finished series as it is, or told against another reference where the call names one. */
async function takeProduct(file: string, options: SubsidenceOptions): Promise<Measured> {
  refusePairOptions(options);
  const { series, reference, points } = await readProduct(file, options.unit);
  const found = { points, network: null, quality: null, closure: null };
  if (options.reference.kind === 'auto') {
    const { row, col } = reference ?? { row: null, col: null };
    return { ...found, series, reference: { row, col, half: null } };
  }
  if (points !== null) {
    const expected = { en: 'auto: points keep their own reference', zh: 'auto：点数据沿用其自身参考' };
    throw new AfterlodeError('CALL_OPTION', '--reference', { found: options.reference.kind, expected });
  }
  const { row, col, half, cells } = await namedPlace(series.grid, options.reference);
  return { ...found, series: rereference(series, cells), reference: { row, col, half } };
}

/** A finished series has no pairs any more; options that speak of pairs would be silently without effect. */
function refusePairOptions({ inversion, closure, ramp }: SubsidenceOptions): void {
  const wrong = [
    ['--weights', inversion.weights, 'equal'],
    ['--robust', String(inversion.robust), 'false'],
    ['--closure', closure, 'none'],
    ['--ramp', ramp, 'none'],
  ].find(([, found, usual]) => found !== usual);
  if (wrong === undefined) return;
  throw new AfterlodeError('CALL_OPTION', wrong[0] as string, {
    found: wrong[1] as string,
    expected: { en: 'a stack of pairs for this option', zh: '用于干涉对数据的选项，成品序列不适用' },
  });
}

/** Rates of cells that are not tied are guesses. */
function withoutUntied(fit: Fit, series: Series): Fit {
  const masked = (values: Float64Array) =>
    values.map((value, cell) => (series.tied[cell] === 1 ? value : Number.NaN));
  return {
    ...fit,
    mmPerYear: masked(fit.mmPerYear),
    standardErrorMmPerYear: masked(fit.standardErrorMmPerYear),
    accelerationMmPerYear2: fit.accelerationMmPerYear2 && masked(fit.accelerationMmPerYear2),
    seasonMm: fit.seasonMm && masked(fit.seasonMm),
  };
}
