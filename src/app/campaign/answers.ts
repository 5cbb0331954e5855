import type { CityId, IndicatorId, IsoDate, Text, Unit } from '../../base/index.js';
import type {
  CampaignEvent,
  Comparison,
  LateUnit,
  ReturnIssue,
  ReturnKind,
  ReturnValue,
  ReturnView,
  RoundDefinition,
  RoundKind,
  RoundResults,
  RoundView,
  ValueChange,
} from '../../campaign/index.js';
import type { AttachedFile } from '../../store/index.js';

/** A round as lists show it. */
export interface RoundRow extends RoundDefinition, RoundView {
  /** Returns by state, states that none has left out. */
  readonly returns: Readonly<Partial<Record<ReturnView['state'], number>>>;
  /** Address of its snapshot; null: it is not published. */
  readonly snapshot: string | null;
}

/** A unit of a round with the state of its return; no figures. */
export interface RoundUnit extends ReturnView {
  readonly name: Text;
  readonly province: Text;
}

/** A round with its units; no figures. */
export interface RoundAnswer extends RoundRow {
  readonly unitStates: readonly RoundUnit[];
  readonly late: readonly LateUnit[];
  /** What happened to the round itself, the oldest first. */
  readonly history: readonly CampaignEvent[];
  /** Steps of the round that the caller may take now. */
  readonly steps: readonly RoundKind[];
}

/** A line of a form with what the unit has handed in. */
export interface FormLine {
  readonly indicator: IndicatorId;
  readonly label: Text;
  readonly unit: Unit;
  readonly unitLabel: Text;
  readonly required: boolean;
  readonly whole: boolean;
  readonly asks: 'nothing' | 'source' | 'evidence';
  readonly note: Text | null;
  /** Bounds in `unit`; null is open. */
  readonly valid: readonly [low: number | null, high: number | null];
  /** Null: nothing was handed in. */
  readonly value: ReturnValue | null;
  /** Of the year before, in `unit`; null: not known. */
  readonly lastYear: { readonly period: string; readonly value: number } | null;
  readonly issues: readonly ReturnIssue[];
}

/** The return of a unit: its forms with values, what the checks say, who did what. */
export interface ReturnAnswer {
  readonly round: string;
  readonly label: Text;
  readonly period: string;
  readonly name: Text;
  readonly view: ReturnView;
  readonly forms: readonly {
    readonly id: string;
    readonly label: Text;
    readonly instructions: Text;
    readonly sections: readonly {
      readonly id: string;
      readonly label: Text;
      readonly lines: readonly FormLine[];
    }[];
  }[];
  /** All of them, in the order of the forms. */
  readonly issues: readonly ReturnIssue[];
  readonly files: readonly AttachedFile[];
  /** Every change of a value, the oldest first. */
  readonly changes: readonly ValueChange[];
  /** What happened to the return, the oldest first. */
  readonly history: readonly CampaignEvent[];
  /** Steps that the caller may take now. */
  readonly steps: readonly ReturnKind[];
}

/** What saving came to. Where `saved` is false nothing was changed: `issues` say which entries cannot be read. */
export interface SaveAnswer {
  readonly saved: boolean;
  /** Values that differ from what was there. */
  readonly changed: number;
  readonly revision: number;
  /** What could not be read; after saving, all that the checks say of the return. */
  readonly issues: readonly ReturnIssue[];
}

/** What a step of a return came to. */
export interface StepAnswer {
  readonly round: string;
  readonly unit: CityId;
  readonly kind: ReturnKind;
  readonly state: ReturnView['state'];
  readonly revision: number;
}

/** What locking came to. */
export interface LockAnswer {
  readonly round: string;
  readonly locked: number;
  readonly leftOut: number;
}

/** What a computation came to; the results only where the caller may see them. */
export interface ComputationAnswer {
  readonly by: string;
  readonly at: string;
  /** SHA-256 of what it was computed from. */
  readonly inputs: string;
  /** Null: not yours to see before a second person has computed. */
  readonly results: RoundResults | null;
}

/** What the second computation came to. */
export interface RecomputationAnswer {
  readonly how: 'program' | 'figures';
  readonly sample: {
    readonly count: number;
    readonly seed: number;
    readonly units: readonly CityId[];
  } | null;
  readonly comparison: Comparison;
  readonly first: { readonly by: string; readonly at: string };
}

/** A published snapshot. */
export interface SnapshotRow {
  /** SHA-256 of its canonical JSON: its address. */
  readonly hash: string;
  readonly round: string;
  readonly label: Text;
  readonly period: string;
  readonly at: string;
  readonly by: string;
}

/** What computing a snapshot again came to. */
export interface SnapshotCheck {
  readonly hash: string;
  readonly round: string;
  /** Everything is as it was. */
  readonly equal: boolean;
  readonly comparison: Comparison;
  /** Ranks and findings that differ. */
  readonly ranksDiffer: number;
  readonly findingsDiffer: number;
  /** Version of the program that published, and of this one. */
  readonly program: { readonly then: string; readonly now: string };
  /** Day on which the catalog inside was resolved. */
  readonly catalogOn: IsoDate;
  /** The log of who changed what still leads through the line that stood last on publication. */
  readonly auditWhole: boolean;
}
