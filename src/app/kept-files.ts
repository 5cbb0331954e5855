import { createHash, randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AfterlodeError, phrases, type Text } from '../base/index.js';
import { exists, listFiles, openBytes, writeStreamAtomically } from '../files/index.js';
import { runsFolder } from './subsidence/kept/keep.js';
import { isRunId } from './subsidence/kept/runs.js';
import type { Workspace } from './workspace.js';

/** Bytes of a line of a backup before they are written as base64. */
const pieceBytes = 768 * 1024;

/**
 * Kept runs as the second part of a backup: a line that says how many files follow, for each its run, name and size and its bytes in
 * lines of base64, and last the checksum of the lines before. Nothing where no run is kept, so that such a backup is as it was before
 * there were runs.
 */
export async function* backupRuns(ws: Workspace): AsyncIterable<Uint8Array> {
  const files = await filesOf(ws);
  if (files.length === 0) return;
  yield* Readable.from(linesOf(files)).pipe(createGzip()) as AsyncIterable<Uint8Array>;
}

interface RunFile {
  readonly run: string;
  readonly name: string;
  readonly path: string;
}

async function filesOf(ws: Workspace): Promise<readonly RunFile[]> {
  const folder = runsFolder(ws);
  const runs = (await exists(folder)) ? (await readdir(folder)).filter(isRunId).toSorted() : [];
  const found: RunFile[] = [];
  for (const run of runs)
    for (const path of await listFiles(join(folder, run)))
      found.push({ run, path, name: path.slice(join(folder, run).length + 1) });
  return found.filter(({ name }) => isFileName(name));
}

function isFileName(name: string): boolean {
  return /^[\w-][\w.-]{0,99}$/.test(name);
}

async function* linesOf(files: readonly RunFile[]): AsyncIterable<string> {
  const hash = createHash('sha256');
  const line = (content: string) => {
    hash.update(`${content}\n`);
    return `${content}\n`;
  };
  yield line(JSON.stringify({ afterlode_files: 1, files: files.length }));
  for (const { run, name, path } of files) {
    yield line(JSON.stringify({ run, name }));
    for await (const piece of inPieces(openBytes(path))) yield line(Buffer.from(piece).toString('base64'));
    yield line('');
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

/** Pieces of one size, so that base64 has no filling within a file. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= pieceBytes) {
      yield held.subarray(0, pieceBytes);
      held = held.subarray(pieceBytes);
    }
  }
  if (held.length > 0) yield held;
}

/** Runs that a backup brought, lying aside until its checksum is known to be right. */
export interface RestoredRuns {
  /** Reads the second part of a backup. @throws AfterlodeError STORE_BACKUP_DAMAGED */
  readonly read: (lines: AsyncIterable<string>) => Promise<void>;
  /** Puts the runs in their place; one that is there already is left as it is. Returns how many the backup had. */
  readonly settle: () => Promise<number>;
  /** Removes what was not settled. */
  readonly clear: () => Promise<void>;
}

/** Takes runs out of a backup, all of them or none. */
export function restoreRuns(ws: Workspace): RestoredRuns {
  const folder = runsFolder(ws);
  const aside = join(folder, `.restore.${randomUUID()}.part`);
  return {
    read: (lines) => readFiles(lines, aside),
    async settle() {
      const runs = (await exists(aside)) ? await readdir(aside) : [];
      for (const run of runs)
        if (!(await exists(join(folder, run)))) await rename(join(aside, run), join(folder, run));
      return runs.length;
    },
    clear: () => rm(aside, { recursive: true, force: true }),
  };
}

async function readFiles(lines: AsyncIterable<string>, aside: string): Promise<void> {
  const hash = createHash('sha256');
  const source = lines[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const step = await source.next();
    if (step.done === true) throw damaged({ en: 'the end', zh: '末尾' }, { en: 'a checksum', zh: '校验和' });
    return step.value;
  };
  const hashed = async () => {
    const line = await next();
    hash.update(`${line}\n`);
    return line;
  };
  const head = objectIn(await hashed());
  if (head.afterlode_files !== 1 || !Number.isSafeInteger(head.files))
    throw damaged(JSON.stringify(head).slice(0, 80), {
      en: 'the header of kept files',
      zh: '保存文件的文件头',
    });
  for (let file = 0; file < Number(head.files); file++) {
    const { run, name } = objectIn(await hashed());
    if (typeof run !== 'string' || typeof name !== 'string' || !isRunId(run) || !isFileName(name))
      throw damaged(JSON.stringify([run, name]).slice(0, 80), {
        en: 'run and file',
        zh: '计算与文件名',
      });
    await writeStreamAtomically(join(aside, run, name), bytesOf(hashed));
  }
  const expected = hash.digest('hex');
  const { sha256 } = objectIn(await next());
  if (sha256 !== expected) throw damaged(typeof sha256 === 'string' ? sha256 : phrases.absent, expected);
  if ((await source.next()).done !== true) throw damaged({ en: 'more lines', zh: '多余的行' }, phrases.none);
}

async function* bytesOf(next: () => Promise<string>): AsyncIterable<Uint8Array> {
  for (let line = await next(); line !== ''; line = await next()) yield Buffer.from(line, 'base64');
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(line);
    if (found !== null && typeof found === 'object') return found as Readonly<Record<string, unknown>>;
  } catch {
    // told below, with the line
  }
  throw damaged(line.slice(0, 40), 'JSON');
}

function damaged(found: string | Text, expected: string | Text): AfterlodeError {
  const where = { en: 'its kept runs', zh: '保存的沉陷计算' };
  return new AfterlodeError('STORE_BACKUP_DAMAGED', where, { found, expected });
}
