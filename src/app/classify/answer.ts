import type {
  ExhaustionClock,
  ExhaustionVerdict,
  ListSignals,
  ResourceDecoupling,
  UnitSet,
  UnitTest,
  UnitTyping,
} from '../../assess/index.js';
import type { CityId, IndicatorId, Period, Text } from '../../base/index.js';
import type { Addressed } from '../explained/prefix.js';

/** One unit classified; missing is null. The official label and the computed one are two fields and stay so. */
export interface Classification extends Addressed {
  readonly city: CityId;
  readonly adcode: string;
  readonly name: Text;
  readonly level: string;
  /** On the list in force. */
  readonly listed: boolean;
  /** The year that was asked for; each value carries its own. */
  readonly period: Period;
  readonly official: { readonly type: string | null; readonly batch: number | null };
  /** Type by two axes, the border it stands near, and both axes behind it. */
  readonly computed: UnitTyping;
  readonly tests: readonly UnitTest[];
  /** How many sets the unit passes of those that could be decided. */
  readonly sets: {
    readonly passed: number;
    readonly decided: number;
    readonly of: number;
    readonly each: readonly UnitSet[];
  };
  /** More or less of a section than the country has; 1 is as much. */
  readonly quotients: {
    readonly period: Period | null;
    readonly values: readonly { readonly indicator: IndicatorId; readonly value: number | null }[];
  };
  /** Null where growth of manufacturing or mining is not known. */
  readonly decoupling:
    | (ResourceDecoupling & {
        readonly from: Period;
        readonly to: Period;
        readonly manufacturing: number;
        readonly mining: number;
      })
    | null;
  readonly exhaustion: ExhaustionVerdict & { readonly clocks: readonly ExhaustionClock[] };
  /** Recommendations; the register changes only by a recorded decision. */
  readonly signals: ListSignals;
}
