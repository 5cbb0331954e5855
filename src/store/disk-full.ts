/** What PostgreSQL says where the disk has no room. */
const noRoom = '53100';
/** The same by a limit of the process or of the user, for which it has no code of its own. */
const limits = /: (File too large|Quota exceeded|Disk quota exceeded)$/;

/** Whether an error of a database says that nothing more can be written on its disk. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === noRoom || limits.test(error.message);
}
