import type { Checked, Issue, Trace } from '../base/index.js';
import { type Catalog, expectCatalog } from '../catalog/index.js';
import type { Table } from '../observe/index.js';
import type { Register } from '../register/index.js';
import type { Store } from '../store/index.js';
import { once } from './once.js';
import { type CatalogCall, openPack, type Pack, readCatalog } from './pack.js';
import { watchRevision } from './revision.js';
import { readTables } from './tables/tables.js';

/** What a call says about pack, workspace, database and day. */
export interface WorkspaceOptions extends CatalogCall {
  /** Folder of what people add; made when something is first added. */
  readonly folder: string;
  /** URL of a PostgreSQL database; null: the embedded one in `folder`. */
  readonly database: string | null;
  /** Version of the program, for reports. */
  readonly version: string;
  /** Told of transactions and of what is derived; default nobody. */
  readonly trace?: Trace | undefined;
  /** Networks (CIDR) beside the public ones in which webhooks may be told, over plain http too; default none. */
  readonly webhookNetworks?: readonly string[];
}

/** A pack, its catalog and what people added, each loaded when first needed. */
export interface Workspace {
  readonly options: WorkspaceOptions;
  readonly pack: Pack;
  readonly register: Register;
  readonly catalog: Catalog;
  /** Doubts about the catalog in force; errors would not have let it open. */
  readonly catalogIssues: readonly Issue[];
  tables(): Promise<readonly Table[]>;
  /** Opens the store, making it where there is none. */
  store(): Promise<Store>;
  /** The store if one exists already, else null: reading makes nothing. */
  existingStore(): Promise<Store | null>;
  /** A value derived from catalog, tables and store under a name, forgotten when the store changes. */
  derived<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** To be called after every change of the store. */
  changed(): void;
  /**
   * Asks a shared database whether another process has changed it since the last time, and then does as `changed`. What is asked of the
   * workspace after that is at least as new as this call. A database that does not answer soon changes nothing.
   */
  refresh(): Promise<void>;
  /** Counts changes; part of the state's name for caches. */
  readonly revision: () => number;
  close(): Promise<void>;
}

/**
 * Opens a workspace; the store stays closed until something needs it.
 *
 * @throws AfterlodeError PACK_INVALID, CATALOG_INVALID, CALL_OPTION (unknown overlay)
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { register, ...pack } = await openPack(options.pack);
  const resolved = await readCatalog(options);
  const catalog = expectCatalog(resolved);
  const place = options.database === null ? { folder: options.folder } : { url: options.database };
  const tables = once(() => readTables(pack.folder));
  // The database's code is loaded when something needs it: most calls only read the pack.
  const rooms = once(() => import('../store/index.js'));
  const store = once(async () => (await rooms()).openStore(place, { trace: options.trace }));
  let revision = 0;
  const derivations = keptDerivations(options.trace);
  const changed = () => {
    revision += 1;
    derivations.forget();
  };
  const refresh = watchRevision(async () => (await store.made())?.revision() ?? null, changed);
  return {
    options,
    pack,
    register,
    catalog,
    catalogIssues: resolved.issues,
    tables,
    store,
    derived: derivations.derived,
    async existingStore() {
      return store.made() ?? ((await (await rooms()).storeExists(place)) ? store() : null);
    },
    changed,
    refresh,
    revision: () => revision,
    async close() {
      const opened = store.made();
      store.forget();
      // A store that could not be opened has told so to whoever asked for it.
      await opened?.then(
        (one) => one.close(),
        () => {},
      );
    },
  };
}

/**
 * The same workspace under another catalog, for what-if comparisons: tables and store are shared and stay open, what is
 * derived from the catalog is not.
 *
 * @throws AfterlodeError CATALOG_INVALID
 */
export function withCatalog(ws: Workspace, resolved: Checked<Catalog>): Workspace {
  return {
    ...ws,
    catalog: expectCatalog(resolved),
    catalogIssues: resolved.issues,
    derived: keptDerivations(ws.options.trace).derived,
    close: () => Promise.resolve(),
  };
}

function keptDerivations(trace?: Trace): Pick<Workspace, 'derived'> & { forget(): void } {
  const kept = new Map<string, Promise<unknown>>();
  return {
    derived<T>(name: string, make: () => Promise<T>): Promise<T> {
      const present = kept.get(name) as Promise<T> | undefined;
      if (present) return present;
      const making = trace ? trace.span(`derive: ${name.split('/')[0]}`, make) : make();
      kept.set(name, making);
      making.catch(() => kept.delete(name));
      return making;
    },
    forget: () => kept.clear(),
  };
}
