import { AfterlodeError } from '../base/index.js';

/** Commands whose answers have numbers with addresses of their own. */
export const resultKinds = [
  'classify',
  'recovery',
  'population',
  'carbon',
  'jobs',
  'structure',
  'evaluate',
  'transfer',
] as const;
export type ResultKind = (typeof resultKinds)[number];

/** A number of a command's answer: the row by place and span, the number by its path in the row. */
export interface ResultAddress {
  readonly kind: ResultKind;
  /** Id of a unit, or, percent-encoded, the place of a table; `all` for what an answer says of all rows together. */
  readonly place: string;
  /** `2020`, `2010..2020` or `-`, and the options of the call: `,name=value`, by name, values percent-encoded. */
  readonly span: string;
  /** `tapio/elasticity`; items of a list are named by what they are: `tests/T1.t1_high/value`. */
  readonly path: string;
}

/** Kinds of numbers that are shown, with the parts of their address. */
export type Address =
  | ResultAddress
  | {
      readonly kind: 'value' | 'light' | 'peers';
      readonly city: string;
      readonly period: string;
      readonly indicator: string;
    }
  | {
      readonly kind: 'score' | 'imputed' | 'treated';
      readonly city: string;
      readonly period: string;
      readonly node: string;
    }
  | { readonly kind: 'rank'; readonly city: string; readonly period: string; readonly index: string }
  | { readonly kind: 'group'; readonly period: string; readonly indicator: string; readonly scope: string }
  | { readonly kind: 'weight' | 'goalposts'; readonly node: string }
  | { readonly kind: 'target'; readonly indicator: string }
  | { readonly kind: 'plan'; readonly city: string; readonly year: string; readonly indicator: string }
  | { readonly kind: 'parameter'; readonly parameter: string };

const resultForm = ['place', 'span', 'path'];

/** Names of the parts after the kind, in order; what is called `path` takes all that follows. */
const forms: Readonly<Record<Address['kind'], readonly string[]>> = {
  value: ['city', 'period', 'indicator'],
  light: ['city', 'period', 'indicator'],
  peers: ['city', 'period', 'indicator'],
  score: ['city', 'period', 'node'],
  imputed: ['city', 'period', 'node'],
  treated: ['city', 'period', 'node'],
  rank: ['city', 'period', 'index'],
  group: ['period', 'indicator', 'scope'],
  weight: ['node'],
  goalposts: ['node'],
  target: ['indicator'],
  plan: ['city', 'year', 'indicator'],
  parameter: ['parameter'],
  classify: resultForm,
  recovery: resultForm,
  population: resultForm,
  carbon: resultForm,
  jobs: resultForm,
  structure: resultForm,
  evaluate: resultForm,
  transfer: resultForm,
};

/** The forms of addresses for messages: `value/CITY/PERIOD/INDICATOR`, … */
export const addressForms: readonly string[] = Object.entries(forms).map(([kind, parts]) =>
  [kind, ...parts.map((part) => part.toUpperCase())].join('/'),
);

/**
 * The address of a number as text: `value/cn-230400/2020/population`.
 */
export function formatAddress(address: Address): string {
  const parts = address as unknown as Readonly<Record<string, string>>;
  return [address.kind, ...forms[address.kind].map((name) => parts[name])].join('/');
}

/**
 * Reads an address; what follows a `#` (one of several areas of a value) is left out.
 *
 * @throws AfterlodeError NUMBER_UNKNOWN with the expected form
 */
export function parseAddress(text: string): Address {
  const [kind = '', ...words] = text.trim().replace(/#.*$/, '').split('/');
  const names = Object.hasOwn(forms, kind) ? forms[kind as Address['kind']] : undefined;
  const parts = names?.at(-1) === 'path' ? withPath(words, names.length) : words;
  if (!names || parts.length !== names.length || parts.some((part) => part === '')) {
    const expected = names
      ? addressForms.find((form) => form.startsWith(`${kind}/`))
      : addressForms.join(', ');
    throw new AfterlodeError('NUMBER_UNKNOWN', text, { found: text, expected: expected ?? '' });
  }
  const entries = names.map((name, i) => [name, parts[i]]);
  return { kind, ...Object.fromEntries(entries) } as Address;
}

/** The last of so many parts keeps its slashes. */
function withPath(words: readonly string[], count: number): readonly string[] {
  const path = words.slice(count - 1);
  return path.length === 0 || path.includes('') ? words : [...words.slice(0, count - 1), path.join('/')];
}

/** Whether an address is that of a number of a command's answer. */
export function isResult(address: Address): address is ResultAddress {
  return (resultKinds as readonly string[]).includes(address.kind);
}
