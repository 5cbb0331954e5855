import type { ResultInput } from '../../assess/index.js';
import { endWords, sumStep, type Words } from './rule.js';

export type End = 'first' | 'last';
export const ends = ['first', 'last'] as const;

/** An input with its value, for sums on the way. */
export interface Part {
  readonly value: number;
  readonly input: ResultInput;
}

/** Amounts by branch, sector or activity of a place and of what it is compared with, at both ends. */
export interface Amounts {
  readonly names: readonly string[];
  readonly unit: string;
  readonly labelOf: (name: string) => Words;
  readonly own: (name: string, end: End) => Part;
  readonly reference: (name: string, end: End) => Part;
}

/** One amount of the place. */
export function own({ own: of }: Amounts, name: string, end: End): ResultInput {
  return of(name, end).input;
}

/** The same amount of what the place is compared with. */
export function reference({ reference: of }: Amounts, name: string, end: End): ResultInput {
  return of(name, end).input;
}

/** All amounts of the place together, or some of them. */
export function ownSum(amounts: Amounts, end: End, names = amounts.names, label?: Words): ResultInput {
  const word = endWords[end] as Words;
  return sumStep(
    label
      ? [`${label[0]} ${word[0]}`, `${word[1]}${label[1]}`]
      : [`All together ${word[0]}`, `${word[1]}合计`],
    amounts.unit,
    names.map((name) => amounts.own(name, end)),
  );
}

/** All amounts of what the place is compared with. */
export function referenceSum(amounts: Amounts, end: End): ResultInput {
  const word = endWords[end] as Words;
  return sumStep(
    [`All together ${word[0]}, reference`, `${word[1]}合计（参照）`],
    amounts.unit,
    amounts.names.map((name) => amounts.reference(name, end)),
  );
}
