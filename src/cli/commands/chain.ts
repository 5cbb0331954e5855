import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type ChainCall, chain, saveChainReport } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { chainReportKinds } from '../../report/index.js';
import { action, type CommonOptions } from '../call.js';
import { chainTable } from '../chain-table.js';

interface Options extends CommonOptions, Omit<ChainCall, 'lang'> {
  readonly report?: string;
  readonly format?: string;
  readonly whole?: boolean;
}

/** `chain`: where an industry chain is to be strengthened, filled, extended or given up. */
export function addChain(program: Command): void {
  program
    .command('chain')
    .description('nodes of an industry chain: strengthen, fill, extend, give up, and why; maps and reports')
    .requiredOption(
      '--nodes <N.csv>',
      'table: node,name,stage,unit_value,carbon[,quotient,density,productivity,local_share,scale,market,present]',
    )
    .requiredOption('--edges <E.csv>', 'table: from,to,share (of what "to" needs)')
    .option('--firms <F.csv>', 'table: firm,node,output,jobs[,lead]')
    .option('--records <R.csv>', 'who stands for the chain: role,name[,node,contact,source,since]')
    .option('--pools <P.csv>', 'clients, projects, capital, talent: pool,name[,node,state,amount,source]')
    .option('--partners <C.csv>', 'partner cities: place,node[,output,quotient,distance in km]')
    .option('--title <text>', 'name of the chain on maps and reports')
    .option('--out <dir>', 'folder for CSV files, a workbook and two maps (SVG); with --report the file')
    .option('--report <kind>', 'analysis or promotion: write a report instead')
    .option('--format <format>', 'of the report: html or xlsx; default html')
    .option('--whole', 'with --json: edges, records, pools and files around the rows')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const { report, out: path, whole, ...tables } = options;
        if (report !== undefined) {
          const words = { ...reportWords(options), lang: out.lang };
          const to = path === undefined ? {} : { path: resolve(path) };
          const written = await saveChainReport(ws, tables, { ...tables, ...words, ...to });
          return out.result(written, () => written.path);
        }
        if (options.format !== undefined)
          throw wrong('--format', options.format, { en: '--report beside it', zh: '与 --report 同用' });
        const answer = await chain(ws, { ...options, lang: out.lang });
        const label = (id: string) => classLabel(ws.catalog, 'chain_action', id)[out.lang];
        out.result(whole === true ? answer : answer.rows, () => chainTable(answer, out.lang, label));
      }),
    );
}

/** @throws AfterlodeError CALL_OPTION */
function reportWords({ report, format = 'html' }: Options) {
  const kind = chainReportKinds.find((one) => one === report);
  if (kind === undefined) throw wrong('--report', report ?? '', phrases.oneOf(chainReportKinds.join(', ')));
  if (format === 'html' || format === 'xlsx') return { kind, format } as const;
  throw wrong('--format', format, phrases.oneOf('html, xlsx'));
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
