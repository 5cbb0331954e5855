import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AfterlodeError, type Text } from '../../base/index.js';
import { sha256Bytes, writeAtomically } from '../../files/index.js';
import { codeVersion } from '../../jobs/index.js';
import { cityOf } from '../../register/index.js';
import { checkupsOf } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import { periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import { readIndex, standsAs, writeIndex } from './batch-index.js';
import { openPrinters } from './in-thread.js';
import type { PrintQuestion } from './printed.js';
import { questionOf, type ReportCall } from './report.js';

/** Which reports, of whom, and where to. */
export interface ReportsCall extends Omit<ReportCall, 'city' | 'plan'> {
  /** Codes, ids or names; of nobody: all assessed cities. */
  readonly cities: readonly string[];
  readonly folder: string;
  /** Threads that print, 1 or more; the files do not depend on them. */
  readonly threads: number;
}

/** What became of the reports. */
export interface ReportsDone {
  readonly folder: string;
  /** The list of files with their checksums, `index.csv`. */
  readonly index: string;
  readonly written: number;
  /** Files that stood there already, made of the same. */
  readonly kept: number;
  readonly failed: readonly ReportFault[];
}

/** A city whose report was not made, and why. */
export interface ReportFault {
  readonly city: string;
  readonly code: string;
  readonly message: Text;
}

/** Documents that wait for a thread, so that none waits for a document; memory holds no more of them. */
const ahead = 1;
/** The list is written anew after so many files, so that a call that was cut off can go on from there. */
const listed = 20;

/**
 * Reports of many cities as files of one folder, each whole or not at all, with a list of them. A file that stands
 * there with the checksum of the list, made of the same content, is kept. A fault of one city is told, the others go on.
 *
 * @param progress name of the report that is done and the share of all, 0–1
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, PERIOD_UNKNOWN, FILE_…, PRINT_PDF_PLATFORM: these stop all
 */
export async function saveReports(
  ws: Workspace,
  call: ReportsCall,
  progress: (name: string, share: number) => void = () => undefined,
): Promise<ReportsDone> {
  const register = await registerOf(ws);
  const asked = call.cities.map((query) => String(cityOf(register, query).id));
  const period = periodOf(ws.catalog, call.to ?? call.period);
  const cities = asked.length > 0 ? asked : [...(await checkupsOf(ws, period)).keys()];
  const index = join(call.folder, 'index.csv');
  const before = await readIndex(index);
  const rows = new Map(before);
  const failed: ReportFault[] = [];
  const counts = { written: 0, kept: 0 };
  const printers = openPrinters(call.threads);
  const one = async (city: string): Promise<void> => {
    const question = await questionOf(ws, { ...call, city });
    const file = `${question.name}.${question.format}`;
    const made = madeOf(question);
    const { name } = register.byId.get(city as never) ?? { name: { en: city, zh: city } };
    if (await standsAs(join(call.folder, file), before.get(file), made)) counts.kept += 1;
    else {
      const { bytes } = await printers.answer(question);
      await writeAtomically(join(call.folder, file), bytes);
      rows.set(file, { file, city, name, bytes: bytes.length, sha256: sha256Bytes(bytes), made });
      counts.written += 1;
      if (counts.written % listed === 0) await writeIndex(index, rows.values());
    }
  };
  const queue = cities.entries();
  const lane = async () => {
    for (const [, city] of queue) {
      await one(city).catch((error: unknown) => failed.push(faultOfCity(city, error)));
      progress(city, (counts.written + counts.kept + failed.length) / cities.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: call.threads + ahead }, lane));
  } finally {
    await printers.close();
    await writeIndex(
      index,
      [...rows.values()].filter(({ file }) => existsSync(join(call.folder, file))),
    );
  }
  return { folder: call.folder, index, ...counts, failed };
}

/** Checksum of all that a file is made of: its content, its form, and the program that makes it. */
function madeOf(question: PrintQuestion): string {
  // Only office files carry a day.
  const on = question.format === 'docx' || question.format === 'xlsx' ? question.on : '';
  return sha256Bytes(new TextEncoder().encode(JSON.stringify([codeVersion(), { ...question, on }])));
}

/** @throws what is no fault of one city: a folder that cannot be written to, and faults of the program */
function faultOfCity(city: string, error: unknown): ReportFault {
  if (!(error instanceof AfterlodeError) || error.code.startsWith('FILE_')) throw error;
  if (error.code === 'PRINT_PDF_PLATFORM') throw error;
  return { city, code: error.code, message: error.text };
}
