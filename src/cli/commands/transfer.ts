import type { Command } from 'commander';
import { type TransferAnswer, transfer } from '../../app/index.js';
import { AfterlodeError, type Language } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly budget: string;
  readonly period: string;
  readonly units?: string;
  readonly formula?: string;
  readonly fixed?: string[];
  readonly performance: boolean;
  readonly pool?: string;
}

/** `transfer`: a budget divided by the formula of the transfer payment, to the fen. */
export function addTransfer(program: Command): void {
  program
    .command('transfer')
    .description('divide a transfer budget among exhausted cities by the formula of the catalog, to the fen')
    .requiredOption('--budget <yuan>', 'yuan to be divided')
    .requiredOption('--period <year>', 'year of the allocation')
    .option(
      '--units <F.csv>',
      'city, grade or fixed, population, a column for each coefficient, phase and base (or start, successful), performance or performance_amount',
    )
    .option('--formula <id>', 'formula of the catalog; default the latest in force that is filled')
    .option('--fixed <grade=yuan...>', 'fixed amounts by grade')
    .option('--no-performance', 'no performance adjustment')
    .option('--pool <share>', 'share of the total that the adjustment moves; default of the catalog')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const { units, formula, fixed, pool } = options;
        const answer = await transfer(ws, {
          budget: numberOf('--budget', options.budget),
          period: options.period,
          performance: options.performance,
          ...(units !== undefined && { units }),
          ...(formula !== undefined && { formula }),
          ...(fixed !== undefined && { fixed: amountsOf(fixed) }),
          ...(pool !== undefined && { pool: numberOf('--pool', pool) }),
        });
        out.issues(answer.issues);
        out.result(answer, () => transferTable(answer, out.lang));
      }),
    );
}

function transferTable(answer: TransferAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const judged = answer.rows.some(({ performance }) => performance !== null);
  const head = answer.shapeOnly ? say('shape only, not an allocation', '仅示意公式形状，不是分配方案') : '';
  const table = printTable(answer.rows, [
    { title: say('city', '城市'), of: (row) => (row.name ? `${row.city} ${row.name.zh}` : row.city) },
    { title: say('fixed', '定额'), of: (row) => yuan(row.fixed), right: true },
    { title: say('by factors', '因素'), of: (row) => yuan(row.factor), right: true },
    ...(judged
      ? [
          {
            title: say('performance', '绩效'),
            of: (row: TransferAnswer['rows'][number]) => yuan(row.performance ?? 0),
            right: true,
          },
        ]
      : []),
    { title: say('phase-out', '退坡'), of: (row) => yuan(row.phaseOut), right: true },
    { title: say('amount, yuan', '合计（元）'), of: (row) => yuan(row.amount), right: true },
  ]);
  const perHead = answer.perHead === null ? '—' : String(Number(answer.perHead.toPrecision(6)));
  const foot = say(
    `total ${yuan(answer.total)} yuan; ${perHead} yuan a weighted person; formula ${answer.formula}`,
    `合计 ${yuan(answer.total)} 元；每加权人 ${perHead} 元；公式 ${answer.formula}`,
  );
  return [head, table, foot].filter((part) => part !== '').join('\n');
}

function yuan(value: number): string {
  return value.toFixed(2);
}

function amountsOf(written: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    written.map((one) => {
      const [grade = '', amount = ''] = one.split('=');
      return [grade, numberOf('--fixed', amount)];
    }),
  );
}

function numberOf(option: string, written: string): number {
  const value = Number(written);
  if (written.trim() !== '' && Number.isFinite(value)) return value;
  throw new AfterlodeError('CALL_OPTION', option, { found: written, expected: 'a number' });
}
