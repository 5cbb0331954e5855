/** Output or jobs of the three sectors. */
export type ThreeSectors = readonly [primary: number, secondary: number, tertiary: number];

/** Upgrading at one time. */
export interface Upgrading {
  /** Tertiary ÷ secondary; missing without a secondary sector. */
  readonly a: number;
  /** 1 · s₁ + 2 · s₂ + 3 · s₃, 1 to 3. */
  readonly b: number;
}

/** Upgrading over a period, with what it rests on. */
export interface UpgradingChange {
  readonly first: Upgrading;
  readonly last: Upgrading;
  /** Absolute change of the secondary and the tertiary sector, in the unit given. */
  readonly secondaryChange: number;
  readonly tertiaryChange: number;
  /** Growth of both as shares of their beginning. */
  readonly secondaryGrowth: number;
  readonly tertiaryGrowth: number;
  /**
   * FALSE UPGRADING: A or B rose although services did not grow, because the rest fell. `partly` where services grew but
   * industry fell, so that part of the rise is decline. Null where a value is missing or neither index rose.
   */
  readonly falseUpgrading: 'false upgrading' | 'partly by decline' | 'by growth' | null;
}

/**
 * Upgrading A (tertiary ÷ secondary) and B (layer coefficient) at both ends, and whether a rise is decline disguised.
 * Values of both times must be in one unit, prices of one year for output.
 *
 * Source: A and B Gan et al. 2011 (V); the flag ours (D).
 */
export function upgradingChange(first: ThreeSectors, last: ThreeSectors): UpgradingChange {
  const [before, after] = [upgradingOf(first), upgradingOf(last)];
  const growth = (at: 1 | 2) => (first[at] > 0 ? (last[at] - first[at]) / first[at] : Number.NaN);
  const secondaryChange = last[1] - first[1];
  const tertiaryChange = last[2] - first[2];
  const rose = after.a > before.a || after.b > before.b;
  const known = !Number.isNaN(secondaryChange) && !Number.isNaN(tertiaryChange);
  return {
    first: before,
    last: after,
    secondaryChange,
    tertiaryChange,
    secondaryGrowth: growth(1),
    tertiaryGrowth: growth(2),
    falseUpgrading: known && rose ? causeOf(secondaryChange, tertiaryChange) : null,
  };
}

function causeOf(secondary: number, tertiary: number): UpgradingChange['falseUpgrading'] {
  if (tertiary <= 0) return 'false upgrading';
  return secondary < 0 ? 'partly by decline' : 'by growth';
}

/** Upgrading A and B of one time. */
export function upgradingOf([primary, secondary, tertiary]: ThreeSectors): Upgrading {
  const all = primary + secondary + tertiary;
  return {
    a: secondary > 0 ? tertiary / secondary : Number.NaN,
    b: all > 0 ? (primary + 2 * secondary + 3 * tertiary) / all : Number.NaN,
  };
}
