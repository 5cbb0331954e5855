import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { AfterlodeError, phrases, type Text } from '../../../base/index.js';
import { copyInto, sha256File, writeAtomically, writeFolderAtomically } from '../../../files/index.js';
import type { HazardGrade } from '../../../locate/index.js';
import { slugOf } from '../../kept-id.js';
import type { Workspace } from '../../workspace.js';
import type { NamedFile } from '../../zonal/zonal.js';
import type { SubsidenceAnswer } from '../answer.js';

/** File of the results that holds the answer. */
export const answerName = 'subsidence.json';
/** File of a kept run that says what it is. */
export const runName = 'run.json';

/** A run in the workspace, as lists show it. */
export interface KeptRun {
  /** Made of the label and the content: an equal run under an equal label is the same. */
  readonly id: string;
  readonly label: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Name of the folder or file that was measured. */
  readonly stack: string;
  /** Version of the program. */
  readonly version: string;
  /** First and last date. */
  readonly from: string;
  readonly to: string;
  readonly zones: number;
  /** Of the worst zone; null where there is none. */
  readonly hazard: HazardGrade | null;
  /** Deepest sinking, mm, positive down; null without zones. */
  readonly depthMm: number | null;
  /** On zones; null where no footprints were given. */
  readonly buildings: number | null;
}

/** Folder of the kept runs. It lies on this machine even where the database is a server's, since rasters are too large for that. */
export function runsFolder(ws: Pick<Workspace, 'options'>): string {
  return join(resolve(ws.options.folder), 'subsidence');
}

/**
 * Refuses a label that nobody could read.
 *
 * @param option that gave it, for messages
 * @throws AfterlodeError CALL_OPTION
 */
export function checkLabel(label: string, option = '--keep'): void {
  if (label.trim() !== '' && label.length <= 80 && !/\p{Cc}/u.test(label)) return;
  const expected: Text = { en: 'a name of one line, up to 80 characters', zh: '单行名称，不超过 80 个字符' };
  const found = label.trim() === '' ? phrases.nothing : label.slice(0, 100);
  throw new AfterlodeError('CALL_OPTION', option, { found, expected });
}

/** The answer as JSON, with the names of its files: where they lie is no part of it. */
export function answerText(answer: SubsidenceAnswer): string {
  const files = answer.files.map(({ path, bytes }) => ({ path: basename(path), bytes }));
  return `${JSON.stringify({ ...answer, files })}\n`;
}

/**
 * Copies the files of an answer into the workspace, whole or not at all. A run that is there already is left as it is.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function keepRun(
  ws: Pick<Workspace, 'options'>,
  label: string,
  stack: NamedFile,
  answer: SubsidenceAnswer,
): Promise<KeptRun> {
  const hash = createHash('sha256').update(label.trim());
  // A workbook holds the hour at which its archive was packed.
  for (const { path } of answer.files.filter(({ path: one }) => !one.endsWith('.xlsx')))
    hash.update(`\n${basename(path)} ${await sha256File(path)}`);
  const run = runOf(
    `${slugOf(label, 'run')}-${hash.digest('hex').slice(0, 8)}`,
    label.trim(),
    ws,
    stack.name,
    answer,
  );
  await writeFolderAtomically(join(runsFolder(ws), run.id), async (folder) => {
    await copyInto(
      folder,
      answer.files.map(({ path }) => path),
    );
    await writeRun(folder, run, stack.path, answer);
  });
  return run;
}

/** Writes what a folder of results lacks to be a run. */
export async function writeRun(
  folder: string,
  run: KeptRun,
  stack: string,
  answer: SubsidenceAnswer,
): Promise<void> {
  // Where the stack lay on somebody's disk is nobody else's business.
  const text = answerText(answer).replaceAll(JSON.stringify(stack).slice(1, -1), run.stack);
  await writeAtomically(join(folder, answerName), text);
  await writeAtomically(join(folder, runName), `${JSON.stringify(run)}\n`);
}

/** What is told of a run. */
export function runOf(
  id: string,
  label: string,
  ws: Pick<Workspace, 'options'>,
  stack: string,
  { dates, zones }: SubsidenceAnswer,
): KeptRun {
  const grades: readonly HazardGrade[] = ['severe', 'high', 'moderate', 'low'];
  const buildings = zones.map((zone) => zone.buildings).filter((count) => count !== null);
  return {
    id,
    label,
    at: new Date().toISOString(),
    stack,
    version: ws.options.version,
    from: dates[0] as string,
    to: dates.at(-1) as string,
    zones: zones.length,
    hazard: grades.find((grade) => zones.some(({ hazard }) => hazard === grade)) ?? null,
    depthMm: zones.length === 0 ? null : Math.max(...zones.map(({ depthMm }) => depthMm)),
    buildings: buildings.length === 0 ? null : buildings.reduce((sum, count) => sum + count, 0),
  };
}
