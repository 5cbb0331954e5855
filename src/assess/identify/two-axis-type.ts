/** Types of the typing: the classes of the official list, computed here and never written over them. */
export type ComputedType = 'growing' | 'mature' | 'declining' | 'regenerating';

/** One input of an axis over the units of one level; `NaN` is missing. */
export interface AxisColumn {
  readonly id: string;
  readonly better: 'more' | 'less';
  readonly weight: number;
  readonly values: Float64Array;
}

export interface AxisOptions {
  /** Units that must have a value before an input puts anybody in order. */
  readonly minimumUnits: number;
  /** Share of the axis's weight whose inputs must have values. */
  readonly minimumWeight: number;
}

/** Scores of one axis, 0 (worst of the level) to 1 (best); `NaN` where too little is known. */
export interface AxisScores {
  readonly scores: Float64Array;
  /** By input: place of each unit, 0 to 1; `NaN` where the input is missing. */
  readonly places: readonly Float64Array[];
}

/**
 * Puts the units of one level in order on one axis: each input becomes the unit's place among those with a value (ties
 * share the middle), and the score is the weighted mean of the places there are. An input that too few units have is
 * missing for all, a unit whose inputs carry too little of the weight has no score. Ours (D).
 */
export function axisScores(inputs: readonly AxisColumn[], options: AxisOptions): AxisScores {
  const units = inputs[0]?.values.length ?? 0;
  const places = inputs.map(({ values, better }) => placesOf(values, better, options.minimumUnits));
  const all = inputs.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Float64Array(units).fill(Number.NaN);
  for (let unit = 0; unit < units; unit++) {
    let weight = 0;
    let sum = 0;
    inputs.forEach((input, at) => {
      const place = places[at]?.[unit] as number;
      if (Number.isNaN(place)) return;
      weight += input.weight;
      sum += input.weight * place;
    });
    if (weight > 0 && weight >= options.minimumWeight * all - 1e-12) scores[unit] = sum / weight;
  }
  return { scores, places };
}

/** Place of each value, 0 to 1, the better the higher. */
function placesOf(values: Float64Array, better: 'more' | 'less', minimum: number): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const places = new Float64Array(values.length).fill(Number.NaN);
  if (sorted.length < Math.max(2, minimum)) return places;
  const last = sorted.length - 1;
  values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const place = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / last;
    places[at] = better === 'more' ? place : 1 - place;
  });
  return places;
}

/** Where a unit stands on both axes. */
export interface AxisPoint {
  /** Resource security, 0 to 1. */
  readonly security: number;
  /** Sustainable development, 0 to 1. */
  readonly sustainability: number;
  /** Whether the resource's output rises; null: not known. */
  readonly rising: boolean | null;
}

export interface TypingRule {
  /** Score from which an axis is high. */
  readonly cut: number;
  /** Distance to a border within which a unit stands between two types; 0: none does. */
  readonly band: number;
}

/** A computed type with how near it is to another. */
export interface TypingResult {
  readonly type: ComputedType | null;
  /** The nearest border: its axis, the distance to it, and both types where the unit stands between them. */
  readonly border: {
    readonly axis: 'security' | 'sustainability';
    readonly distance: number;
    readonly between: readonly ComputedType[] | null;
  } | null;
  /** Why there is no type. */
  readonly reason: 'no-security' | 'no-sustainability' | 'no-axis' | 'no-growth' | null;
}

/**
 * Type by two axes: resource security (high or low) and sustainable development (high or low); where security is high,
 * rising output makes a unit growing. High on both and rising is "between growing and mature" in the framework and is
 * told so. Framework Yu et al. 2018 (V); cells, cut and band are ours (D).
 */
export function typeByAxes(point: AxisPoint, rule: TypingRule): TypingResult {
  const { security, sustainability, rising } = point;
  const noSecurity = Number.isNaN(security);
  const noSustainability = Number.isNaN(sustainability);
  if (noSecurity || noSustainability) {
    const reason =
      noSecurity && noSustainability ? 'no-axis' : noSecurity ? 'no-security' : 'no-sustainability';
    return { type: null, border: null, reason };
  }
  const high = security >= rule.cut;
  const able = sustainability >= rule.cut;
  const cell = cellOf(high, able, rising);
  if (cell.length === 0) return { type: null, border: null, reason: 'no-growth' };
  const border = borderOf(point, rule, cell);
  return { type: cell[0] as ComputedType, border, reason: null };
}

/** The types of a cell, the first the nearer; none where it hangs on growth that is not known. */
function cellOf(high: boolean, able: boolean, rising: boolean | null): readonly ComputedType[] {
  if (!high) return [able ? 'regenerating' : 'declining'];
  if (rising === null) return [];
  if (!rising) return ['mature'];
  return able ? ['growing', 'mature'] : ['growing'];
}

function borderOf(point: AxisPoint, rule: TypingRule, cell: readonly ComputedType[]): TypingResult['border'] {
  const { security, sustainability, rising } = point;
  const toSecurity = Math.abs(security - rule.cut);
  const toSustainability = Math.abs(sustainability - rule.cut);
  const axis = toSecurity <= toSustainability ? 'security' : 'sustainability';
  const distance = Math.min(toSecurity, toSustainability);
  const high = security >= rule.cut;
  const able = sustainability >= rule.cut;
  const over = axis === 'security' ? cellOf(!high, able, rising) : cellOf(high, !able, rising);
  const near = distance < rule.band ? over : [];
  const between = [...new Set([...cell, ...near])];
  return { axis, distance, between: between.length > 1 ? between : null };
}
