/** Choices of a step; `own` is what the index says itself. The words are those of the command line. */
export const choices = {
  normalise: [
    'own',
    'minmax',
    'zscore',
    'zscore-100',
    'rank',
    'borda',
    'percentile',
    'fraction-of-max',
    'goalposts',
  ],
  treat: ['own', 'none', 'winsor'],
  impute: ['own', 'none', 'mean', 'median', 'row-mean', 'row-median', 'latest', 'linear'],
  weigh: ['own', 'moved', 'equal', 'entropy', 'critic', 'std', 'pca', 'merec', 'gini'],
  scope: ['levels', 'leaves', 'whole'],
  aggregate: ['own', 'amean', 'gmean', 'hmean', 'mpi', 'ampi', 'copeland', 'bod'],
  coverage: ['own', '0', '0.5', '0.66', '0.75', '0.9', '1'],
  scale: ['own', 'whole', 'each'],
} as const;

export type Step = keyof typeof choices;
export type ChoiceOf<S extends Step> = (typeof choices)[S][number];

/** What else than the weights may vary. */
export const alternatives = ['normalise', 'aggregate', 'leave-out'] as const;
export type Alternative = (typeof alternatives)[number];

/** How the map is coloured. */
export const colourings = ['score', 'change'] as const;
export type Colouring = (typeof colourings)[number];

/** The whole state of the Laboratory; everything on screen follows from it and from the table. */
export interface Settings {
  /** Id of an index of the catalog, or `own` for tables of the reader's own; null: the first one. */
  readonly index: string | null;
  readonly period: string | null;
  readonly steps: { readonly [S in Step]: ChoiceOf<S> };
  /** By code: share among siblings, 0–1, of the groups that were moved. */
  readonly weights: ReadonlyMap<string, number>;
  /** Codes whose share stays while siblings move. */
  readonly locked: ReadonlySet<string>;
  /** Weights vary by this share up and down, 0–1. */
  readonly spread: number;
  readonly vary: ReadonlySet<Alternative>;
  readonly runs: number;
  readonly seed: number;
  /** Size of the leading group whose probability is told. */
  readonly top: number;
  /** Unit whose details are open. */
  readonly chosen: string | null;
  readonly colour: Colouring;
  /** Whether the share of every choice in the uncertainty is asked for. */
  readonly influence: boolean;
}

/** Where nothing is said: the index as it stands, the rank interval of the overview. */
export const usualSettings: Settings = {
  index: null,
  period: null,
  steps: {
    normalise: 'own',
    treat: 'own',
    impute: 'own',
    weigh: 'own',
    scope: 'levels',
    aggregate: 'own',
    coverage: 'own',
    scale: 'own',
  },
  weights: new Map(),
  locked: new Set(),
  spread: 0.25,
  vary: new Set(),
  runs: 1000,
  seed: 20260115,
  top: 10,
  chosen: null,
  colour: 'score',
  influence: false,
};

/** Whether the index is computed otherwise than it says itself; what varies around it does not count. */
export function isChanged({ steps, weights }: Pick<Settings, 'steps' | 'weights'>): boolean {
  const isOther = ([step, choice]: readonly [string, string]) =>
    step !== 'scope' && choice !== 'own' && choice !== 'moved';
  return (steps.weigh === 'moved' && weights.size > 0) || Object.entries(steps).some(isOther);
}

const numbers = {
  spread: [0, 1],
  runs: [0, 20_000],
  seed: [0, 4_294_967_295],
  top: [1, 10_000],
} as const;

/** Reads the state from the query of an address; what it does not know keeps its usual value. */
export function settingsOf(query: URLSearchParams): Settings {
  const steps = Object.fromEntries(
    Object.entries(choices).map(([step, words]) => [
      step,
      (words as readonly string[]).find((word) => word === query.get(step)) ??
        usualSettings.steps[step as Step],
    ]),
  ) as Settings['steps'];
  return {
    index: query.get('index'),
    period: query.get('period'),
    steps,
    weights: weightsOf(query.get('w') ?? ''),
    locked: new Set(words(query.get('lock')).map(plainOf)),
    ...(Object.fromEntries(
      Object.entries(numbers).map(([key, ends]) => [
        key,
        numberOf(query.get(key), key as keyof typeof numbers, ends),
      ]),
    ) as Record<keyof typeof numbers, number>),
    vary: new Set(alternatives.filter((one) => words(query.get('vary')).includes(one))),
    chosen: query.get('city'),
    colour: colourings.find((one) => one === query.get('colour')) ?? usualSettings.colour,
    influence: query.get('influence') === 'yes',
  };
}

function words(text: string | null): string[] {
  return (text ?? '').split(',').filter((word) => word !== '');
}

function numberOf(
  text: string | null,
  key: keyof typeof numbers,
  [least, most]: readonly [number, number],
): number {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) return usualSettings[key];
  const held = Math.min(most, Math.max(least, value));
  return key === 'spread' ? held : Math.round(held);
}

/** `code:share` with commas between; what is no share is passed over. */
function weightsOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words(text)) {
    const at = word.lastIndexOf(':');
    const share = at > 0 ? Number(word.slice(at + 1)) : Number.NaN;
    if (share >= 0 && share <= 1) found.set(plainOf(word.slice(0, at)), share);
  }
  return found;
}

/** The state as query values, null where it is the usual one; `settingsOf` gives it back. */
export function queryOf(settings: Settings): Record<string, string | null> {
  const usual = usualSettings;
  const other = (value: string | number, as: string | number) => (value === as ? null : String(value));
  const list = (values: Iterable<string>) => [...values].join(',') || null;
  return {
    index: settings.index,
    period: settings.period,
    ...Object.fromEntries(
      Object.entries(settings.steps).map(([step, word]) => [step, other(word, usual.steps[step as Step])]),
    ),
    w: list(Array.from(settings.weights, ([code, share]) => `${safe(code)}:${share}`)),
    lock: list([...settings.locked].map(safe)),
    spread: other(settings.spread, usual.spread),
    vary: list(settings.vary),
    runs: other(settings.runs, usual.runs),
    seed: other(settings.seed, usual.seed),
    top: other(settings.top, usual.top),
    city: settings.chosen,
    colour: other(settings.colour, usual.colour),
    influence: settings.influence ? 'yes' : null,
  };
}

/** A code whose commas do not end it. */
function safe(code: string): string {
  return code.replaceAll('%', '%25').replaceAll(',', '%2C');
}

function plainOf(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
