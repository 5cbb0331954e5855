import type { Command } from 'commander';
import { forestCarbon, legacyLand, type RestorationCall, restoration, treatment } from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { forestTables } from '../forest-tables.js';
import { legacyTables } from '../legacy-tables.js';
import type { Output } from '../output.js';
import { restorationTables } from '../restoration-tables.js';
import { treatmentTables } from '../treatment-tables.js';

interface Options extends CommonOptions, Omit<RestorationCall, 'ledger'> {
  readonly ledger?: string;
  readonly parcels?: string;
  readonly run?: string;
  readonly prices?: string;
  readonly legacy?: string;
  readonly paces?: string;
  readonly horizon?: string;
  readonly stands?: string;
  readonly factors?: string;
  readonly credit?: string;
}
type Context = Parameters<Parameters<typeof action<Options>>[0]>[0];

/** `restoration`: what restoring sunken and mined land costs and brings; how to treat it; what is left; carbon of forests. */
export function addRestoration(program: Command): void {
  program
    .command('restoration')
    .description(
      'restoration of sunken and mined land: costs and benefits (--ledger), treatment (--parcels, --run), legacy land (--legacy), carbon of forests (--stands)',
    )
    .option(
      '--ledger <L.csv>',
      'table: project,year,item,kind,amount,payer,area_mu,unit_price,claim[,duty] (yuan; yuan a mu)',
    )
    .option('--rate <share>', 'with --ledger: rate of discount; default the parameter restoration_rate')
    .option('--runs <n>', 'with --ledger: runs in which all turns out otherwise at once; default 2000')
    .option('--seed <n>', 'with --ledger: of these runs; default 1')
    .option(
      '--parcels <P.csv>',
      'sunken land: id[,area_mu][,depth_m][,settlement_mm][,rate_mm_yr][,rate_error][,stable_from][,high_water][,contaminated]',
    )
    .option('--run <id>', 'zones of a kept run of subsidence as parcels, or with --parcels completed by them')
    .option('--prices <C.csv>', 'with --parcels or --run: treatment,low[,high][,scope] (yuan a mu)')
    .option(
      '--legacy <Y.csv>',
      'legacy land: year,registered_mu,treated_total_mu[,new_mu][,treated_mu][,published_percent]',
    )
    .option(
      '--paces <S.csv>',
      'with --legacy: scenario,new_mu,treated_mu[,new_low][,new_high][,treated_low][,treated_high] a year',
    )
    .option('--horizon <year>', 'with --legacy: last year of the paths')
    .option('--stands <F.csv>', 'forests: forest,year,species,volume_m3[,area_ha][,age]')
    .option(
      '--factors <W.csv>',
      'with --stands: species[,density][,expansion][,roots][,carbon][,a][,b][,source]',
    )
    .option(
      '--credit <C.csv>',
      'with --stands: forest[,methodology][,additional][,baseline][,leakage][,buffer][,price]',
    )
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(action<Options>((context) => questionOf(context.options)(context)));
}

/** The one question that a call asks. @throws AfterlodeError CALL_OPTION where it asks none or several */
function questionOf({ ledger, parcels, run, legacy, stands }: Options) {
  const asked = [
    ...(ledger === undefined ? [] : [(context: Context) => askLedger(context, ledger)]),
    ...(parcels === undefined && run === undefined ? [] : [askTreatment]),
    ...(legacy === undefined ? [] : [(context: Context) => askLegacy(context, legacy)]),
    ...(stands === undefined ? [] : [(context: Context) => askForest(context, stands)]),
  ];
  const [only] = asked;
  if (only !== undefined && asked.length === 1) return only;
  throw new AfterlodeError('CALL_OPTION', '--ledger', {
    found:
      asked.length === 0
        ? phrases.nothing
        : { en: `${asked.length} questions`, zh: `${asked.length} 个问题` },
    expected: phrases.oneOf('--ledger, --parcels/--run, --legacy, --stands'),
  });
}

async function askLedger({ ws, out, options }: Context, ledger: string): Promise<void> {
  const answer = await restoration(ws, { ...options, ledger });
  tell(out, answer, () => restorationTables(answer, out.lang));
}

async function askTreatment({ ws, out, options }: Context): Promise<void> {
  const answer = await treatment(ws, options);
  tell(out, answer, () => treatmentTables(answer, out.lang));
}

async function askLegacy({ ws, out, options }: Context, legacy: string): Promise<void> {
  const answer = await legacyLand(ws, { ...options, legacy });
  tell(out, answer, () => legacyTables(answer, out.lang));
}

async function askForest({ ws, out, options }: Context, stands: string): Promise<void> {
  const answer = await forestCarbon(ws, { ...options, stands });
  tell(out, answer, () => forestTables(answer, out.lang));
}

function tell<Answer extends { readonly issues: Parameters<Output['issues']>[0] }>(
  out: Output,
  answer: Answer,
  inWords: () => string,
): void {
  out.issues(answer.issues);
  out.result(answer, inWords);
}
