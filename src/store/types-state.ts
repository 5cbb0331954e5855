/** Connections of a pool: those that are open, those of them that nobody uses, and callers who wait for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What the database says of itself. */
export interface StoreState {
  /** Version of the tables as they stand now; another program may have changed it meanwhile. */
  readonly schema: number;
  /** null for the embedded database. */
  readonly connections: Connections | null;
}

/** Rows restored. */
export interface RestoreCounts {
  readonly imports: number;
  /** Values in force. */
  readonly observations: number;
  /** Values that a revision replaced. */
  readonly earlier: number;
  readonly findings: number;
  readonly decisions: number;
  /** Answers of residents, earlier revisions included. */
  readonly answers: number;
  /** Events of the ledger of findings. */
  readonly events: number;
  /** Plan targets, earlier documents and revisions included. */
  readonly targets: number;
  readonly accounts: number;
  /** Lines of the audit log. */
  readonly audited: number;
  /** Rounds of the yearly reporting, with all that belongs to them. */
  readonly rounds: number;
}
