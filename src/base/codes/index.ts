import { accessCodes } from './access.js';
import { analysisCodes } from './analysis.js';
import { apiCodes } from './api.js';
import { assessCodes } from './assess.js';
import { callCodes } from './call.js';
import { campaignCodes } from './campaign.js';
import { catalogCodes } from './catalog.js';
import { checkupCodes } from './checkup.js';
import { claimCodes } from './claims.js';
import { compositeCodes } from './composite.js';
import { decisionCodes } from './decision.js';
import type { CodeDefinition } from './definition.js';
import { disorderCodes } from './disorder.js';
import { displacementCodes } from './displacement.js';
import { evaluateCodes } from './evaluate.js';
import { groundCodes } from './ground.js';
import { groundSumCodes } from './ground-sum.js';
import { identifyCodes } from './identify.js';
import { identityCodes } from './identity.js';
import { jobCodes } from './jobs.js';
import { landCodes } from './land.js';
import { layerCodes } from './layers.js';
import { modelCodes } from './model.js';
import { observeCodes } from './observe.js';
import { planCodes } from './plan.js';
import { successorCodes } from './plan-successors.js';
import { printCodes } from './print.js';
import { qualityCodes } from './quality.js';
import { rasterCodes } from './raster.js';
import { returnWorkbookCodes } from './return-workbook.js';
import { runningCodes } from './running.js';
import { storeCodes } from './store.js';
import { transferCodes } from './transfer.js';
import { vacancyCodes } from './vacancy.js';
import { vacantCodes } from './vacant.js';
import { vacantProjectCodes } from './vacant-projects.js';
import { webhookCodes } from './webhooks.js';
import { zonalCodes } from './zonal.js';

const all = {
  ...apiCodes,
  ...callCodes,
  ...catalogCodes,
  ...observeCodes,
  ...qualityCodes,
  ...assessCodes,
  ...checkupCodes,
  ...compositeCodes,
  ...decisionCodes,
  ...analysisCodes,
  ...claimCodes,
  ...storeCodes,
  ...transferCodes,
  ...jobCodes,
  ...returnWorkbookCodes,
  ...runningCodes,
  ...printCodes,
  ...identifyCodes,
  ...evaluateCodes,
  ...displacementCodes,
  ...groundCodes,
  ...groundSumCodes,
  ...rasterCodes,
  ...zonalCodes,
  ...disorderCodes,
  ...landCodes,
  ...layerCodes,
  ...modelCodes,
  ...vacancyCodes,
  ...vacantCodes,
  ...vacantProjectCodes,
  ...planCodes,
  ...accessCodes,
  ...identityCodes,
  ...campaignCodes,
  ...successorCodes,
  ...webhookCodes,
};

/** Names of all error and issue codes. */
export type Code = keyof typeof all;

/** All error and issue codes; `docs/reference/errors.md` is written from this table. */
export const codes: Readonly<Record<Code, CodeDefinition>> = all;

export type { CodeDefinition };
