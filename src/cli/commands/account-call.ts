import type { Command } from 'commander';
import { type AccessCall, operator } from '../../app/index.js';
import type { CommonOptions } from '../call.js';

/** What all commands of accounts take. */
export interface AccountWords extends CommonOptions {
  readonly why?: string;
}

/** With the reason for the audit log. */
export function reasoned(command: Command): Command {
  return command.option('--why <words>', 'reason, for the audit log');
}

/** Whoever runs a command here holds the database. */
export function callOf({ why }: AccountWords): AccessCall {
  return { actor: operator(), ...(why !== undefined && { why }) };
}
