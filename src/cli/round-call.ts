import type { Command } from 'commander';
import { actorOfAccount, type ChangeCall, operator, type Seen, type Workspace } from '../app/index.js';
import { AfterlodeError, phrases } from '../base/index.js';
import type { CommonOptions } from './call.js';

/** Options of the commands of `round`. */
export interface RoundOptions extends CommonOptions {
  readonly as?: string;
  readonly why?: string;
  readonly key?: string;
  readonly seen?: string;
  readonly day?: string;
  readonly changes?: boolean;
  readonly set?: readonly string[];
  readonly level?: string;
  readonly grant?: boolean;
  readonly leaveOut?: boolean;
  readonly figures?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly indicator?: string;
  readonly fetch?: string;
}

/** Lets a command act as an account. */
export function acting(command: Command): Command {
  return command.option('--as <account>', 'act as this account; default whoever sits at this machine');
}

/** Options of a command that changes something. */
export function changing(command: Command): Command {
  return acting(command)
    .option('--why <words>', 'reason, question or answer; the other side and the audit log have it')
    .option('--key <key>', 'a repeated call under the same key is applied once')
    .option('--seen <revision>', 'refuse where somebody changed it since this revision');
}

/** Who calls, as the options say it: whoever sits at the machine may act as any account. */
export async function callOf(ws: Workspace, options: RoundOptions): Promise<ChangeCall & Seen> {
  const { as, why, key, seen } = options;
  return {
    actor: as === undefined ? operator() : await actorOfAccount(ws, as),
    ...(why !== undefined && { why }),
    ...(key !== undefined && { key }),
    ...(seen !== undefined && { seen: revisionOf(seen) }),
  };
}

function revisionOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new AfterlodeError('CALL_OPTION', '--seen', { found: text, expected: phrases.wholeFrom(0) });
}
