import { AfterlodeError } from '../base/index.js';

/** Kinds of numbers that are shown, with the parts of their address. */
export type Address =
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

/** Names of the parts after the kind, in order. */
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
  const [kind = '', ...parts] = text.trim().replace(/#.*$/, '').split('/');
  const names = Object.hasOwn(forms, kind) ? forms[kind as Address['kind']] : undefined;
  if (!names || parts.length !== names.length || parts.some((part) => part === '')) {
    const expected = names
      ? addressForms.find((form) => form.startsWith(`${kind}/`))
      : addressForms.join(', ');
    throw new AfterlodeError('NUMBER_UNKNOWN', text, { found: text, expected: expected ?? '' });
  }
  const entries = names.map((name, i) => [name, parts[i]]);
  return { kind, ...Object.fromEntries(entries) } as Address;
}
