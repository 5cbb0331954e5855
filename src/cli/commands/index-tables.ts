import type { Command } from 'commander';
import { indexTables } from '../../app/index.js';
import { type CommonOptions, outputFor, programVersion } from '../call.js';
import { type IndexOptions, indexCall } from '../index-call.js';
import { indexTablesText } from '../index-text.js';
import { slowProgress } from '../slow-progress.js';

/** `index`: a composite index from two tables, its uncertainty, and the export of every step. */
export function addIndex(program: Command): void {
  const command = program
    .command('index')
    .description('compute a composite index from two tables, with rank intervals and sensitivity')
    .requiredOption(
      '--data <file>',
      'units in rows, indicators in columns, uCode first; CSV, XLSX, Parquet, or a workbook with both tables (iData and iMeta, or a COIN Tool)',
    )
    .option('--meta <file>', 'iCode, Level, Parent, Direction, Weight, Type, goalposts, Target, Denominator');
  addSteps(command);
  addVariation(command);
  // The tables are all it needs: no workspace is opened.
  command
    .option('--export <path>', 'every step as FILE.xlsx, or as CSV files in a folder')
    .action(async (_options: unknown, called: Command) => {
      const options = called.optsWithGlobals<CommonOptions & IndexOptions>();
      const out = outputFor(options);
      const onProgress = slowProgress(out, { en: 'replications', zh: '重复计算' });
      const { answer, written } = await indexTables(indexCall(options, programVersion()), { onProgress });
      out.issues(answer.issues);
      for (const { path } of written ?? []) out.say({ en: `written: ${path}`, zh: `已写入：${path}` });
      out.result(answer, () => indexTablesText(answer, out.lang));
    });
}

function addSteps(command: Command): void {
  command
    .option('--denominate', 'divide by the columns that iMeta names as Denominator')
    .option(
      '--impute <rule>',
      'none, mean, median, group-mean:COLUMN, group-median:COLUMN, row-mean, row-median, latest, constant, linear, linear-constant (these four with :LARGEST-GAP)',
      'none',
    )
    .option(
      '--screen <share>',
      'leave out units with a smaller share of values; 0.9, or 0.9:zeros, 0.9:either',
      'none',
    )
    .option('--treat <rule>', 'outliers: none, winsor', 'none')
    .option('--treat-skew <number>', 'limit of |skewness|', '2')
    .option('--treat-kurtosis <number>', 'limit of excess kurtosis', '3.5')
    .option('--treat-points <count>', 'most values to winsorise', '5')
    .option(
      '--treat-fallback <transform>',
      'where winsorising does not suffice: log, log-plus, log-original, box-cox:LAMBDA, none',
      'log',
    )
    .option('--treat-combined', 'the fallback starts from the winsorised values')
    .option('--treat-forced <list>', 'without asking: CODE=winsorise:3,CODE=log,CODE=leave')
    .option(
      '--normalise <method>',
      'minmax[:LOW:HIGH[:TRIM]], zscore[:MEAN:DEVIATION], rank, borda, percentile, goalposts, scaled:FROM:SPAN, distance-to-max, distance-to-reference:UNIT[:capped], distance-to-target[:capped], fraction-of-max, none',
      'minmax',
    )
    .option('--normalise-one <list>', 'otherwise for some: CODE=METHOD,CODE=METHOD')
    .option('--scale <scope>', 'over which rows scales are taken: each time, whole table, or a time', 'whole')
    .option(
      '--weights <weights>',
      'meta, equal, pca, entropy, critic, std, merec, gini (these with :leaves, :levels, :whole), ahp, rank-sum, rank-reciprocal, rank-order-centroid, correlation:LEVEL[:given]',
      'meta',
    )
    .option('--judgements <file>', 'for ahp: parent, row, column, value and, of several people, judge')
    .option(
      '--aggregate <rules>',
      'amean, gmean, hmean, power:EXPONENT, copeland, wroclaw, mpi[:plus], ampi[:plus], owa-best:COUNT, owa-worst:COUNT, owa:W:W…, bod[:LOW:HIGH]; one, or one per level from below, by commas',
      'amean',
    )
    .option('--minimum-coverage <share>', 'available children / children at each level; default none');
}

function addVariation(command: Command): void {
  command
    .option('--uncertainty <file>', 'YAML or JSON: what varies (docs/guide/uncertainty.md)')
    .option('--runs <count>', 'replications for rank intervals; default 1000')
    .option('--seed <number>', 'whole number; equal seeds give equal answers; default 1')
    .option('--threshold <score>', 'adds how often each unit reaches it')
    .option('--time <time>', 'of a table with times: whose ranks; default the last')
    .option('--acceptability', 'adds how often each unit has each rank')
    .option('--sobol', 'adds which choice moves the ranks, on average and of each unit')
    .option('--samples <count>', 'of the sensitivity design, best a power of two; default 512')
    .option('--workers <count>', 'threads; default as many as the work is worth. The answer stays the same');
}
