import { afterAll, beforeAll, describe } from 'vitest';
import type { StorePlace } from '../../src/store/index.js';
import type { Ground } from './ground.js';
import { accessSuite } from './suite-access.js';
import { auditSuite } from './suite-audit.js';
import { backupSuite } from './suite-backup.js';
import { campaignSuite } from './suite-campaign.js';
import { checkupSuite } from './suite-checkup.js';
import { engineSuite } from './suite-engine.js';
import { identitySuite } from './suite-identity.js';
import { importSuite } from './suite-import.js';
import { ledgerSuite } from './suite-ledger.js';
import { migrationSuite } from './suite-migration.js';
import { sharedFindingsSuite } from './suite-shared-findings.js';
import { targetSuite } from './suite-targets.js';
import { underLoadSuite } from './suite-under-load.js';

/** What every engine must pass, word for word the same. */
export function storeSuite(name: string, start: () => Promise<Ground>): void {
  describe(`store on ${name}`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    });
    afterAll(() => ground?.end());
    const fresh = (): Promise<StorePlace> => ground.fresh();
    importSuite(fresh);
    ledgerSuite(fresh);
    checkupSuite(fresh);
    targetSuite(fresh);
    sharedFindingsSuite(fresh);
    accessSuite(fresh);
    identitySuite(fresh);
    auditSuite(fresh);
    campaignSuite(fresh);
    backupSuite(fresh);
    underLoadSuite(fresh);
    migrationSuite(fresh);
    engineSuite(fresh);
  });
}
