import type { Access } from './access.js';
import { keepBytes, readBytes } from './blobs.js';
import { changeRound, defineRound } from './campaign-change.js';
import { readEvents, readFiles, readRound, readRounds, readValues } from './campaign-read.js';
import type { CampaignStore } from './types-campaign.js';

/** Rounds over an opened database. */
export function campaignStore(access: Access): CampaignStore {
  return {
    rounds: async () => readRounds(access.db),
    round: async (name) => readRound(access.db, name),
    define: (definition, signed) => access.write((db) => defineRound(db, definition, signed)),
    events: async (round, unit) => readEvents(access.db, round, unit === undefined ? null : [unit ?? '']),
    values: async (round, unit) => readValues(access.db, round, unit),
    files: async (round, unit) => readFiles(access.db, round, unit),
    change: (request, make) => changeRound(access, request, make),
    keepBytes: async (address, bytes) => keepBytes(access.db, address, bytes),
    bytes: async (address) => readBytes(access.db, address),
  };
}
