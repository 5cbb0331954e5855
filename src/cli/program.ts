import { Command } from 'commander';
import { addAccount } from './commands/account.js';
import { addAnalyse } from './commands/analyse.js';
import { addAnnual } from './commands/annual.js';
import { addAudit } from './commands/audit.js';
import { addBackup } from './commands/backup.js';
import { addCatalog } from './commands/catalog.js';
import { addChain } from './commands/chain.js';
import { addCheckup } from './commands/checkup.js';
import { addCities } from './commands/cities.js';
import { addClaims } from './commands/claims.js';
import { addClassify } from './commands/classify.js';
import { addCompare } from './commands/compare.js';
import { addComplexity } from './commands/complexity.js';
import { addDecide } from './commands/decide.js';
import { addDisorder } from './commands/disorder.js';
import { addDistress } from './commands/distress.js';
import { addEvaluate } from './commands/evaluate.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addFindings } from './commands/findings.js';
import { addGround } from './commands/ground.js';
import { addHealth } from './commands/health.js';
import { addImport } from './commands/import.js';
import { addIndex } from './commands/index-tables.js';
import { addInefficientLand } from './commands/inefficient-land.js';
import { addLinkages } from './commands/linkages.js';
import { addMatch } from './commands/match.js';
import { addMcda } from './commands/mcda.js';
import { addPlan } from './commands/plan.js';
import { addRenewal } from './commands/renewal.js';
import { addReport } from './commands/report.js';
import { addRestoration } from './commands/restoration.js';
import { addRoadmap } from './commands/roadmap.js';
import { addServe } from './commands/serve.js';
import { addSubsidence } from './commands/subsidence.js';
import { addSuccessors } from './commands/successors.js';
import { addSurvey } from './commands/survey.js';
import { addTargets } from './commands/targets.js';
import { addTransfer } from './commands/transfer.js';
import { addVacancy } from './commands/vacancy.js';
import { addVacantLand } from './commands/vacant-land.js';
import { addWorker } from './commands/worker.js';
import { addZonal } from './commands/zonal.js';

/** The command line, one file per command. Names and shapes are a contract: see docs/reference/cli.md. */
export function buildProgram(version: string): Command {
  const program = new Command('afterlode')
    .description('Decision support for cities whose mines, oil fields or forests are running out')
    .version(version)
    .option('--json', 'one JSON document on standard output, nothing else there')
    .option('--lang <zh|en>', 'language; default zh where LANG begins with zh, else en')
    .option('--workspace <dir>', 'folder of what people add; default $AFTERLODE_WORKSPACE, else .afterlode')
    .option('--database <url>', 'PostgreSQL instead of the embedded database')
    .option('--pack <dir>', 'data pack; default $AFTERLODE_PACK, else the one shipped')
    .option('--overlay <name...>', 'overlays of the catalog to apply, in order')
    .option('--as-of <date>', 'day on which the catalog is resolved; default today')
    .option('--quiet', 'no progress and no remarks')
    .showHelpAfterError(false)
    .showSuggestionAfterError(true);
  for (const add of [
    addServe,
    addImport,
    addCities,
    addCheckup,
    addAnnual,
    addSurvey,
    addTargets,
    addFindings,
    addIndex,
    addMcda,
    addCompare,
    addClaims,
    addAnalyse,
    addClassify,
    addDistress,
    addTransfer,
    addSubsidence,
    addEvaluate,
    addDisorder,
    addZonal,
    addGround,
    addInefficientLand,
    addVacancy,
    addVacantLand,
    addComplexity,
    addSuccessors,
    addLinkages,
    addMatch,
    addChain,
    addRestoration,
    addRenewal,
    addRoadmap,
    addPlan,
    addWorker,
    addHealth,
    addCatalog,
    addExplain,
    addReport,
    addDecide,
    addExport,
    addBackup,
    addAccount,
    addAudit,
  ]) {
    add(program);
  }
  return program;
}
