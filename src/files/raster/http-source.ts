import { setTimeout as wait } from 'node:timers/promises';
import { AfterlodeError, foreignReason } from '../../base/index.js';
import { systemCode } from '../failure.js';
import { type ByteSource, insideFile } from './byte-source.js';

/** Small reads (directories, tables of offsets) come in pieces of this size, so that opening costs few requests. */
const pieceBytes = 65_536;
/** Pieces kept: a directory with its tables. */
const piecesKept = 64;
/** A server that does not begin to answer in this time is taken for gone. */
const patienceMs = 30_000;
/** Waiting times before the second and third try of a request that failed on the way. */
const pausesMs = [200, 1000];

/**
 * Opens a file on a server that answers ranges (RFC 9110, section 14), for example any object store.
 *
 * @param url http or https
 * @throws AfterlodeError `RASTER_ADDRESS`, `RASTER_NO_RANGES`, `RASTER_EMPTY`
 */
export async function openHttp(url: string): Promise<ByteSource> {
  const name = plainName(url);
  const first = await fetchRange(url, name, 0, pieceBytes);
  const { size } = first;
  const pieces = new Map<number, Promise<Uint8Array>>([[0, Promise.resolve(first.bytes)]]);

  const direct = async (offset: number, length: number) => {
    const part = await fetchRange(url, name, offset, length);
    if (part.size !== size) throw changed(name, part.size, size);
    return part.bytes;
  };
  const piece = (at: number): Promise<Uint8Array> => {
    const known = pieces.get(at);
    if (known !== undefined) return known;
    const asked = direct(at * pieceBytes, Math.min(pieceBytes, size - at * pieceBytes));
    asked.catch(() => pieces.delete(at));
    pieces.set(at, asked);
    const oldest = pieces.keys().next().value;
    if (pieces.size > piecesKept && oldest !== undefined) pieces.delete(oldest);
    return asked;
  };
  const read = async (offset: number, length: number) => {
    insideFile(name, size, offset, length);
    if (length >= pieceBytes) return direct(offset, length);
    const bytes = new Uint8Array(length);
    for (let at = Math.floor(offset / pieceBytes); at * pieceBytes < offset + length; at++) {
      const start = at * pieceBytes;
      const from = Math.max(offset, start);
      const to = Math.min(offset + length, start + pieceBytes);
      bytes.set((await piece(at)).subarray(from - start, to - start), from - offset);
    }
    return bytes;
  };
  return { name, size, read, close: () => Promise.resolve(pieces.clear()) };
}

interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly version: string;
}

/** Answers of servers where nothing stands; object stores say 403 where the list of names is not open to all. */
const notThere: readonly number[] = [401, 403, 404, 410];

/**
 * Size and version of a file on a server.
 *
 * @returns null where the server has nothing there; `version` is its ETag, else the day of the last change, else empty
 * @throws AfterlodeError as `openHttp`
 */
export async function httpFacts(
  url: string,
): Promise<{ readonly size: number; readonly version: string } | null> {
  try {
    const { size, version } = await fetchRange(url, plainName(url), 0, 1);
    return { size, version };
  } catch (error) {
    const status = error instanceof AfterlodeError && error.cause instanceof Refusal ? error.cause.status : 0;
    if (notThere.includes(status)) return null;
    throw error;
  }
}

/** What a server answered instead of bytes. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

async function fetchRange(url: string, name: string, offset: number, length: number): Promise<Part> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchOnce(url, name, offset, length);
    } catch (error) {
      const pause = pausesMs[attempt];
      if (error instanceof AfterlodeError) throw error;
      if (pause === undefined || nobodyThere(error)) throw unreachable(name, error);
      await wait(pause);
    }
  }
}

async function fetchOnce(url: string, name: string, offset: number, length: number): Promise<Part> {
  const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) });
  if (response.status === 206) {
    const size = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]);
    if (!Number.isSafeInteger(size)) throw new AfterlodeError('RASTER_NO_RANGES', name);
    const version = response.headers.get('etag') ?? response.headers.get('last-modified') ?? '';
    const bytes = new Uint8Array(await response.arrayBuffer());
    const expected = Math.min(length, size - offset);
    if (bytes.length === expected) return { bytes, size, version };
    const found = {
      en: `the server sent ${bytes.length} of ${expected} bytes`,
      zh: `服务器只发送了 ${expected} 字节中的 ${bytes.length} 字节`,
    };
    throw new Error('cut short', { cause: new AfterlodeError('RASTER_ADDRESS', name, { found }) });
  }
  await response.body?.cancel();
  if (response.status === 416 && offset === 0) throw new AfterlodeError('RASTER_EMPTY', name);
  if (response.ok) throw new AfterlodeError('RASTER_NO_RANGES', name);
  const { status } = response;
  const found = { en: `the server answers ${status}`, zh: `服务器返回 ${status}` };
  const refused = new AfterlodeError('RASTER_ADDRESS', name, { found }, new Refusal(status));
  // A plain error is tried again.
  throw status >= 500 || status === 429 ? new Error('busy', { cause: refused }) : refused;
}

/** Asking again does not help where no server listens or no machine has the name. */
function nobodyThere(error: unknown): boolean {
  const code = systemCode(error instanceof Error ? error.cause : null);
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND';
}

/** What lies below a failed fetch says more than "fetch failed". */
function unreachable(name: string, error: unknown): AfterlodeError {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof AfterlodeError) return cause;
  return new AfterlodeError(
    'RASTER_ADDRESS',
    name,
    { found: systemCode(cause) ?? foreignReason(cause) },
    error,
  );
}

function changed(name: string, found: number, expected: number): AfterlodeError {
  const reason = {
    en: `the file changed while it was read (${expected} bytes before, ${found} now)`,
    zh: `读取期间文件发生变化（原 ${expected} 字节，现 ${found} 字节）`,
  };
  return new AfterlodeError('RASTER_ADDRESS', name, { found: reason });
}

/** Addresses of object stores carry keys behind the question mark; those stay out of messages. */
export function plainName(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
