import { sql } from 'kysely';
import type { Access } from './access.js';
import { accountStore, auditStore } from './account-store.js';
import { backup } from './backup.js';
import { campaignStore } from './campaign.js';
import { readDecisions, saveDecision } from './decisions.js';
import { markDoubtful, readDoubts } from './doubts.js';
import { readFindingHistory, readFindings, saveFindings, settleFindings } from './findings.js';
import { readHistory } from './history.js';
import { identityStore } from './identity-store.js';
import { readImports } from './imports.js';
import { addToLedger, readLedger } from './ledger.js';
import { readLedgerFile } from './ledger-files.js';
import { schemaVersion } from './migrate.js';
import { newestSchema } from './migrations/index.js';
import { readObservations } from './read-observations.js';
import { restore } from './restore.js';
import { countingWrites, readRevision } from './revision.js';
import { saveImport } from './save-import.js';
import { readSurveys, saveSurvey } from './survey.js';
import { readTargets, saveTargets } from './targets.js';
import type { Store } from './types.js';
import { webhookStore } from './webhooks.js';

/** The store over an opened database whose tables are of this program's version. */
export function makeStore(plain: Access): Store {
  // Signing in, returns of a round and telling webhooks change nothing that stands in an answer that is kept.
  const access = countingWrites(plain);
  let closing: Promise<void> | null = null;
  return {
    engine: access.engine,
    schema: newestSchema,
    state: async () => ({ schema: await schemaVersion(access.db), connections: access.connections() }),
    saveImport: (source, batches, options = {}) => saveImport(access, source, batches, options),
    observations: (filter = {}) => access.snapshot((db) => readObservations(db, filter)),
    history: async (city, indicator, period) => readHistory(access.db, city, indicator, period),
    imports: async () => readImports(access.db),
    markDoubtful: (keys, reason) => access.write((db) => markDoubtful(db, keys, reason)),
    doubts: async () => readDoubts(access.db),
    saveFindings: (findings, at, signed) => access.write((db) => saveFindings(db, findings, at, signed)),
    settleFindings: (ids, at) => access.write((db) => settleFindings(db, ids, at)),
    findings: async (filter = {}) => readFindings(access.db, filter),
    findingHistory: async (id) => readFindingHistory(access.db, id),
    saveDecision: (decision, signed) => access.write((db) => saveDecision(db, decision, signed)),
    decisions: async (about) => readDecisions(access.db, about),
    saveSurvey: (source, answers, signed) => access.write((db) => saveSurvey(db, source, answers, signed)),
    surveys: async (filter = {}) => readSurveys(access.db, filter),
    saveTargets: (source, targets, signed) => access.write((db) => saveTargets(db, source, targets, signed)),
    targets: async () => readTargets(access.db),
    ledgerEvents: async (finding) => readLedger(access.db, finding),
    addToLedger: (make, addition) => access.write((db) => addToLedger(db, make, addition)),
    ledgerFile: async (sha256) => readLedgerFile(access.db, sha256),
    accounts: accountStore(plain),
    identities: identityStore(plain),
    audit: auditStore(access),
    campaign: campaignStore(plain),
    webhooks: webhookStore(plain),
    revision: () => readRevision(access),
    backup: () => backup(access),
    async restore(bytes, rest, signed) {
      const counts = await restore(access, bytes, rest, signed);
      if (access.engine === 'pglite') await sql`vacuum (analyze) observations`.execute(access.db);
      return counts;
    },
    close() {
      closing ??= access.close();
      return closing;
    },
  };
}
