import type { Diversity, NewFactorIndex } from '../../assess/index.js';
import type { Issue, Text } from '../../base/index.js';
import type { PlaceRow } from './call.js';
import type { Edges } from './edges.js';
import type { UpgradingAnswer } from './upgrading.js';

type Edge = number | null;
type Ends = { readonly first: Edge; readonly last: Edge };

/** What the workspace says of the structure of a place and of its dependence; missing is null. */
export interface StructurePlace extends PlaceRow {
  /** Branches of employment, from the long form of the census. */
  readonly branches: readonly {
    readonly branch: string;
    readonly label: Text;
    readonly shareFirst: Edge;
    readonly shareLast: Edge;
    readonly quotientFirst: Edge;
    readonly quotientLast: Edge;
  }[];
  readonly dependence: {
    /** Mining in all employed. */
    readonly jobs: Ends;
    /** Mining in output of all sectors, and in industrial output. */
    readonly output: Ends;
    readonly industry: Ends;
    readonly quotient: Ends;
    readonly resourcePovertyIndex: Ends;
    readonly curseCoefficient: Ends;
    /** Grade of the coefficient at the last year; from memory, unverified. */
    readonly curseGrade: string | null;
  };
  /** Shares of value added; `tertiary` also where only the published share is known. */
  readonly valueAdded: {
    readonly primary: Ends;
    readonly secondary: Ends;
    readonly tertiary: Ends;
  };
  readonly rationalisation: Ends;
  /** From value added at prices of one year where a deflator is there, else at current prices; null without. */
  readonly upgrading: (UpgradingAnswer & { readonly prices: 'constant' | 'current' }) | null;
  /** From counts of the sample: a stand-in where value added is missing. */
  readonly upgradingOfJobs: UpgradingAnswer;
  readonly diversity: { readonly first: Edges<Diversity>; readonly last: Edges<Diversity> };
  readonly krugman: Ends;
  readonly lilien: Edge;
  readonly newFactors: {
    readonly index: Edge;
    readonly coverage: number;
    readonly ratios: readonly { readonly id: string; readonly ratio: Edge }[];
    readonly missing: NewFactorIndex['missing'];
  };
  readonly resilience: {
    /** The largest fall of the country's output between both years, and the recovery from it. */
    readonly resistance: Edge;
    readonly recovery: Edge;
    readonly priceBeta: Edge;
    readonly volatility: Edge;
  };
  readonly issues: readonly Issue[];
}
