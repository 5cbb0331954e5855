import { readFileSync } from 'node:fs';

/** What the system tells of a process. */
export interface ProcessState {
  /** Boot of the machine and clock ticks since then: differs between two processes that had the same number. */
  readonly started: string;
  /** It has ended and only waits for its parent to notice. */
  readonly ended: boolean;
}

/** State of a process; null where the system does not tell (other than Linux) or there is no such process. */
export function processState(pid: number): ProcessState | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks and brackets itself.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const started = fields[19];
    if (started === undefined) return null;
    return { started: `${boot}:${started}`, ended: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}
