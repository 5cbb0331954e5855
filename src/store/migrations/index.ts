import type { Migration } from '../migrate.js';
import { importsAndObservations } from './0001-imports-and-observations.js';
import { findingsAndDecisions } from './0002-findings-and-decisions.js';
import { registerDecisions } from './0003-register-decisions.js';
import { surveyAndLedger } from './0004-survey-and-ledger.js';
import { planTargets } from './0005-plan-targets.js';
import { accountsAndAudit } from './0006-accounts-and-audit.js';
import { identities } from './0007-identities.js';
import { reportingRounds } from './0008-reporting-rounds.js';
import { sharedFindings } from './0009-shared-findings.js';
import { revisionAndWebhooks } from './0010-revision-and-webhooks.js';

/** All migrations in their order; `version` counts from 1 without gaps. */
export const migrations: readonly Migration[] = [
  importsAndObservations,
  findingsAndDecisions,
  registerDecisions,
  surveyAndLedger,
  planTargets,
  accountsAndAudit,
  identities,
  reportingRounds,
  sharedFindings,
  revisionAndWebhooks,
];

/** The version this program writes. */
export const newestSchema = migrations.length;
