import { sql } from 'kysely';
import type { Access } from './access.js';
import { accountStore, auditStore } from './account-store.js';
import { backup } from './backup.js';
import { campaignStore } from './campaign.js';
import { readDecisions, saveDecision } from './decisions.js';
import { markDoubtful, readDoubts } from './doubts.js';
import { readFindingHistory, readFindings, saveFindings, settleFindings } from './findings.js';
import { readHistory } from './history.js';
import { readImports } from './imports.js';
import { addToLedger, readLedger } from './ledger.js';
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
  // Signing in and telling webhooks change nothing that anybody reads in an answer.
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
    saveFindings: (findings, at) => access.write((db) => saveFindings(db, findings, at)),
    settleFindings: (ids, at) => access.write((db) => settleFindings(db, ids, at)),
    findings: async (filter = {}) => readFindings(access.db, filter),
    findingHistory: async (id) => readFindingHistory(access.db, id),
    saveDecision: (decision) => access.write((db) => saveDecision(db, decision)),
    decisions: async (about) => readDecisions(access.db, about),
    saveSurvey: (source, answers) => access.write((db) => saveSurvey(db, source, answers)),
    surveys: async (filter = {}) => readSurveys(access.db, filter),
    saveTargets: (source, targets) => access.write((db) => saveTargets(db, source, targets)),
    targets: async () => readTargets(access.db),
    ledgerEvents: async (finding) => readLedger(access.db, finding),
    addToLedger: (make) => access.write((db) => addToLedger(db, make)),
    accounts: accountStore(plain),
    audit: auditStore(access),
    campaign: campaignStore(access),
    webhooks: webhookStore(plain),
    revision: () => readRevision(access),
    backup: () => backup(access),
    async restore(bytes, rest) {
      const counts = await restore(access, bytes, rest);
      if (access.engine === 'pglite') await sql`vacuum (analyze) observations`.execute(access.db);
      return counts;
    },
    close() {
      closing ??= access.close();
      return closing;
    },
  };
}
