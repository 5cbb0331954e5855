import { parse } from 'yaml';
import { field, numberOf, parseCsv } from './csv.js';
import type { Cell, Check, Files, SourceRow } from './types.js';

/** A shipped table as read back from its file: rows by `code/period`. */
export type ShippedTable = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** The parts of a shipped sidecar that checks and tests look at. */
export interface Sidecar {
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly codes: string;
  readonly source: { readonly repository: string; readonly licence: string; readonly licence_file: string };
  readonly columns?: Readonly<Record<string, { readonly indicator: string; readonly unit: string }>>;
  readonly checks: readonly Check[];
}

/** The pack read back from its bytes; what is counted here is what users get. */
export class Shipped {
  readonly #files: Files;
  readonly #tables = new Map<string, ShippedTable>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** Bytes of a file below `data/`. */
  bytes(path: string): Uint8Array {
    const found = this.#files.get(path);
    if (found === undefined) throw new Error(`no file ${path}`);
    return found;
  }

  /** Rows of a CSV file. */
  rows(path: string): readonly SourceRow[] {
    return parseCsv(this.bytes(path));
  }

  /** A parsed YAML file. */
  yaml(path: string): unknown {
    return parse(Buffer.from(this.bytes(path)).toString('utf8'));
  }

  /** Ids of all tables with a sidecar. */
  tableIds(): readonly string[] {
    return [...this.#files.keys()].flatMap((path) => /^tables\/(.+)\.yaml$/.exec(path)?.[1] ?? []).sort();
  }

  /** A table's sidecar. */
  sidecar(id: string): Sidecar {
    return this.yaml(`tables/${id}.yaml`) as Sidecar;
  }

  /** A wide table by `code/period` and column. */
  table(id: string): ShippedTable {
    const known = this.#tables.get(id);
    if (known !== undefined) return known;
    const path = [`tables/${id}.csv.gz`, `tables/${id}.csv`].find((one) => this.#files.has(one));
    const read = new Map(
      this.rows(path ?? id).map((row) => [
        `${field(row, 'code')}/${field(row, 'period')}`,
        new Map(
          Object.entries(row)
            .filter(([name]) => name !== 'code' && name !== 'period')
            .map(([name, text]) => [name, numberOf(text)]),
        ),
      ]),
    );
    this.#tables.set(id, read);
    return read;
  }
}
