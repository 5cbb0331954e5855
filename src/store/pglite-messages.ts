/** What the main thread asks of the thread that runs PGlite. */
export type PgliteRequest =
  | { readonly id: number; readonly kind: 'open'; readonly folder: string }
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'close' };

export interface PgliteResult {
  readonly rows: readonly Record<string, unknown>[];
  /** Rows inserted, changed or deleted. */
  readonly affected: number | null;
  /** `SELECT`, `COMMIT`, `ROLLBACK`… */
  readonly command: string;
}

/** A database error without its prototype, which does not survive the way between threads. */
export interface PgliteFault {
  readonly message: string;
  /** SQLSTATE where the database raised it. */
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;
  /** Whether the engine must not be asked anything after it: it ended itself, or stopped in the middle of something. */
  readonly isLast: boolean;
}

export type PgliteReply =
  | { readonly id: number; readonly result: PgliteResult }
  | { readonly id: number; readonly fault: PgliteFault };
