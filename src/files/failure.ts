import { AfterlodeError } from '../base/index.js';

/** The system's code of a failed file operation (`ENOENT`, `EACCES`…), else null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * What a failed read means to the caller.
 *
 * @returns `CALL_FILE_MISSING` or `FILE_NOT_READABLE`; errors of this program and unknown ones come back as they are
 */
export function readFailure(path: string, error: unknown): unknown {
  if (error instanceof AfterlodeError) return error;
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AfterlodeError('CALL_FILE_MISSING', path, {}, error);
  if (code !== null && /^(EACCES|EPERM|EISDIR|ELOOP|EMFILE|EIO|ENAMETOOLONG)$/.test(code)) {
    return new AfterlodeError('FILE_NOT_READABLE', path, { found: code }, error);
  }
  return error;
}

/** What a failed write means to the caller: `FILE_NOT_WRITABLE` with the system's code. */
export function writeFailure(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (error instanceof AfterlodeError || code === null || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new AfterlodeError('FILE_NOT_WRITABLE', path, { found: code }, error);
}
