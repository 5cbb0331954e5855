import type { StorePlace } from '../../src/store/index.js';

/** Where a suite gets its databases. */
export interface Ground {
  /** An empty database with no tables of ours or with empty ones. */
  fresh(): Promise<StorePlace>;
  /** Removes everything. */
  end(): Promise<void>;
}
