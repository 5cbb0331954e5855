import type { FlagNote, WireInput } from '../assess/index.js';
import type { Text } from '../base/index.js';

/** An index of the workspace as the engine runs it, so that the Laboratory can vary it where it is shown. */
export interface LaboratoryAnswer {
  readonly index: string;
  readonly label: Text;
  readonly catalog: string;
  /** Periods of the index; a row of the table is one city in one of them, its time the year. */
  readonly periods: readonly string[];
  /** By id of the unit in the table. */
  readonly cities: Readonly<
    Record<
      string,
      {
        readonly name: Text;
        readonly point: readonly [number, number] | null;
        readonly type: string;
        readonly population: number | null;
      }
    >
  >;
  /** By code of a node: its name, and for an indicator its unit as shown and the indicator's id. */
  readonly nodes: Readonly<
    Record<string, { readonly label: Text; readonly indicator: string | null; readonly unit: string | null }>
  >;
  readonly input: WireInput;
  /** What must stand beside a score: flags by unit, period and code of a node, as ids of `flagNotes`. */
  readonly flags: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
  >;
  readonly flagNotes: readonly FlagNote[];
}
