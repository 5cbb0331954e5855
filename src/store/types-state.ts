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
