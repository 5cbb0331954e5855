import type { Command } from 'commander';
import { auditHead, auditLines, operator, verifyAudit } from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { auditTable } from '../access-tables.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly target?: string;
  readonly before?: string;
  readonly most: string;
  readonly head?: string;
}

/** `audit`: the log of who changed what, and whether it is whole. */
export function addAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('the log of who changed what, each line chained to the one before');
  audit
    .command('list')
    .description('the newest lines, the newest first')
    .option('--target <target>', 'only of this one, such as account/li')
    .option('--before <number>', 'only lines with a smaller number, as after a list that ends with it')
    .option('--most <number>', 'so many lines at most', '50')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const filter = {
          most: wholeOf('--most', options.most),
          ...(options.target && { target: options.target }),
          ...(options.before !== undefined && { before: wholeOf('--before', options.before) }),
        };
        const rows = await auditLines(ws, filter, { actor: operator() });
        out.result(rows, () => auditTable(rows, out.lang));
      }),
    );
  audit
    .command('head')
    .description('number and hash of the newest line: keep it elsewhere, for a later check')
    .action(
      action<Options>(async ({ ws, out }) => {
        const head = await auditHead(ws, { actor: operator() });
        out.result({ head }, () => head ?? (out.lang === 'zh' ? '日志为空' : 'the log is empty'));
      }),
    );
  audit
    .command('verify')
    .description('check that no line was changed, taken out, put in or moved; status 1 where one was')
    .option('--head <number:hash>', 'a head from before: shows also that lines were cut off or all made anew')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const done = await verifyAudit(ws, options.head ?? null, { actor: operator() });
        const head = done.head ?? '';
        out.result(done, () =>
          out.lang === 'zh' ? `${done.events} 行，完整 ${head}` : `${done.events} lines, whole ${head}`,
        );
      }),
    );
}

function wholeOf(option: string, text: string): number {
  const whole = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (whole > 0) return whole;
  throw new AfterlodeError('CALL_OPTION', option, { found: text, expected: phrases.wholeFrom(1) });
}
