import type * as app from '../app/index.js';

/** What the server asks of the yearly reporting. */
export type RoundUseCases = Pick<
  typeof app,
  | 'rounds'
  | 'round'
  | 'defineRound'
  | 'openRound'
  | 'closeRound'
  | 'lockRound'
  | 'computeRound'
  | 'recomputeRound'
  | 'roundResults'
  | 'publishRound'
  | 'returnOf'
  | 'saveValues'
  | 'submitReturn'
  | 'reviewReturn'
  | 'fileAppeal'
  | 'answerAppeal'
  | 'returnWorkbook'
  | 'uploadReturn'
  | 'addEvidence'
  | 'evidenceFile'
  | 'snapshots'
  | 'snapshot'
  | 'snapshotSummary'
  | 'verifySnapshot'
>;
