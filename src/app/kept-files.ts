import { createHash, randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AfterlodeError, phrases, type Text } from '../base/index.js';
import { exists, listFiles, openBytes, writeStreamAtomically } from '../files/index.js';
import { isKeptId } from './kept-id.js';
import { runsFolder } from './subsidence/kept/keep.js';
import { projectsFolder } from './vacant-land/kept/project.js';
import type { Workspace } from './workspace.js';

/** Bytes of a line of a backup before they are written as base64. */
const pieceBytes = 768 * 1024;

/** What is kept in folders of the workspace; runs came first, and their lines do not say what they are. */
const kinds = { run: runsFolder, project: projectsFolder } as const;
type Kind = keyof typeof kinds;

/**
 * Kept runs and labelling projects as the second part of a backup: a line that says how many files follow, for each its run or project
 * and name, and its bytes in lines of base64, and last the checksum of the lines before. Nothing where nothing is kept, and runs alone
 * as before there were projects, so that such backups are as they were.
 */
export async function* backupRuns(ws: Workspace): AsyncIterable<Uint8Array> {
  const files = await filesOf(ws);
  if (files.length === 0) return;
  yield* Readable.from(linesOf(files)).pipe(createGzip()) as AsyncIterable<Uint8Array>;
}

interface KeptFile {
  readonly kind: Kind;
  /** Of the run or project. */
  readonly id: string;
  /** With `/` where it lies in a folder below. */
  readonly name: string;
  readonly path: string;
}

async function filesOf(ws: Workspace): Promise<readonly KeptFile[]> {
  const found: KeptFile[] = [];
  for (const kind of Object.keys(kinds) as Kind[]) {
    const folder = kinds[kind](ws);
    const ids = (await exists(folder)) ? (await readdir(folder)).filter(isKeptId).toSorted() : [];
    for (const id of ids)
      for (const path of await listFiles(join(folder, id)))
        found.push({ kind, id, path, name: relative(join(folder, id), path).replaceAll(sep, '/') });
  }
  return found.filter(({ name }) => isFileName(name));
}

function isFileName(name: string): boolean {
  return /^([\w-]{1,60}\/)?[\w-][\w.-]{0,99}$/.test(name);
}

async function* linesOf(files: readonly KeptFile[]): AsyncIterable<string> {
  const hash = createHash('sha256');
  const line = (content: string) => {
    hash.update(`${content}\n`);
    return `${content}\n`;
  };
  // An older program would take projects for runs.
  const version = files.some(({ kind }) => kind !== 'run') ? 2 : 1;
  yield line(JSON.stringify({ afterlode_files: version, files: files.length }));
  for (const { kind, id, name, path } of files) {
    yield line(JSON.stringify({ [kind]: id, name }));
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

/** Runs and projects that a backup brought, lying aside until its checksum is known to be right. */
export interface RestoredRuns {
  /** Reads the second part of a backup. @throws AfterlodeError STORE_BACKUP_DAMAGED */
  readonly read: (lines: AsyncIterable<string>) => Promise<void>;
  /** Puts them in their place; one that is there already is left as it is. Returns how many the backup had. */
  readonly settle: () => Promise<number>;
  /** Removes what was not settled. */
  readonly clear: () => Promise<void>;
}

/** Takes runs and projects out of a backup, all of them or none. */
export function restoreRuns(ws: Workspace): RestoredRuns {
  const part = `.restore.${randomUUID()}.part`;
  const aside = (kind: Kind) => join(kinds[kind](ws), part);
  const all = Object.keys(kinds) as Kind[];
  return {
    read: (lines) => readFiles(lines, aside),
    async settle() {
      let count = 0;
      for (const kind of all) {
        const folder = kinds[kind](ws);
        const ids = (await exists(aside(kind))) ? await readdir(aside(kind)) : [];
        for (const one of ids)
          if (!(await exists(join(folder, one)))) await rename(join(aside(kind), one), join(folder, one));
        count += ids.length;
      }
      return count;
    },
    async clear() {
      // A fault here would stand for the one that led here; folders of such names are never read.
      for (const kind of all) await rm(aside(kind), { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

async function readFiles(lines: AsyncIterable<string>, aside: (kind: Kind) => string): Promise<void> {
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
  if ((head.afterlode_files !== 1 && head.afterlode_files !== 2) || !Number.isSafeInteger(head.files))
    throw damaged(JSON.stringify(head).slice(0, 80), {
      en: 'the header of kept files',
      zh: '保存文件的文件头',
    });
  for (let file = 0; file < Number(head.files); file++) {
    const { kind, id, name } = placeIn(objectIn(await hashed()));
    await writeStreamAtomically(join(aside(kind), id, name), bytesOf(hashed));
  }
  const expected = hash.digest('hex');
  const { sha256 } = objectIn(await next());
  if (sha256 !== expected) throw damaged(typeof sha256 === 'string' ? sha256 : phrases.absent, expected);
  if ((await source.next()).done !== true) throw damaged({ en: 'more lines', zh: '多余的行' }, phrases.none);
}

function placeIn(line: Readonly<Record<string, unknown>>): Pick<KeptFile, 'kind' | 'id' | 'name'> {
  const kind: Kind = 'project' in line ? 'project' : 'run';
  const { [kind]: id, name } = line;
  if (typeof id === 'string' && typeof name === 'string' && isKeptId(id) && isFileName(name))
    return { kind, id, name };
  const expected = { en: 'run or project, and file', zh: '计算或项目，以及文件名' };
  throw damaged(JSON.stringify([id, name]).slice(0, 80), expected);
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
  const where = { en: 'its kept runs and projects', zh: '保存的计算与项目' };
  return new AfterlodeError('STORE_BACKUP_DAMAGED', where, { found, expected });
}
